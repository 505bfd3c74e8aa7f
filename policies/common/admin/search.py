"""Search in lists and in search boxes, with and without accents."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from policies.common.admin.bases import PlainAdmin
from policies.common.search import Found, Query, read_query


class FoldedSearch(PlainAdmin):
    """Lists searched in their folded text and in that of records they belong to."""

    search_fields = ("search_text",)
    search_help_text = _("Tìm theo số, ký hiệu, tên; gõ có dấu hay không dấu đều được.")
    searched: tuple[str, ...] = ("search_text",)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Keep the rows that hold every word; without a question, all of them."""
        if not search_term.strip():
            return queryset, False
        query = read_query(search_term)
        if not query.words:
            return queryset.none(), False
        return queryset.filter(self.matching(query)), False

    def matching(self, query: Query) -> Q:
        """Condition of a match."""
        return Q(Found(query, *self.searched))


def is_search_box(request: HttpRequest) -> bool:
    """Tell whether a search box asks, rather than a list."""
    match = request.resolver_match
    return match is not None and match.url_name == "autocomplete"
