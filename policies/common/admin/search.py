"""Search in lists and in search boxes, with and without accents."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from policies.common.admin.bases import PlainAdmin
from policies.common.text import words


def holding(terms: Iterable[str], columns: Iterable[str]) -> Q:
    """Condition that each word begins a word of at least one folded column."""
    condition = Q()
    for term in terms:
        anywhere = Q()
        for column in columns:
            anywhere |= Q(**{f"{column}__contains": f" {term}"})
        condition &= anywhere
    return condition


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
        terms = words(search_term)
        if not terms:
            return queryset.none(), False
        return queryset.filter(self.matching(search_term, terms)), False

    def matching(self, query: str, terms: list[str]) -> Q:
        """Condition of a match; ``query`` as typed, ``terms`` its folded words."""
        return holding(terms, self.searched)


def is_search_box(request: HttpRequest) -> bool:
    """Tell whether a search box asks, rather than a list."""
    match = request.resolver_match
    return match is not None and match.url_name == "autocomplete"
