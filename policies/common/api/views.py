"""The two reading views of every collection: its list and one record."""

import re
from collections.abc import Sequence, Set
from typing import Any

from django.db import models
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.viewsets import GenericViewSet

from policies.common.api.errors import InvalidQuery
from policies.common.api.pages import PARAMETERS, KeysetPages, Page, read_page
from policies.common.api.parts import Part, attach, parts
from policies.common.api.query import check_values, read_filters, refuse
from policies.common.api.rows import plan
from policies.common.api.select import select
from policies.common.collections import Collection
from policies.common.search import search
from policies.common.validators import SLUG_PATTERN

LONGEST_SEARCH = 200


class CollectionView(GenericViewSet[Any]):
    """Lists a collection and gives its records; ``collection`` says which."""

    collection: Collection = None  # type: ignore[assignment]  # set in as_view()
    lookup_field = "slug"
    pagination_class = KeysetPages  # type: ignore[assignment]  # describes pages only
    filter_backends = ()

    def get_serializer_class(self) -> type[Any]:
        """Give the shape, for the OpenAPI document."""
        return self.collection.serializer

    def get_queryset(self) -> models.QuerySet[Any]:
        """Give the published rows of the collection."""
        return self.collection.published()

    def list(self, request: Request) -> Response:
        """Answer one page of the filtered list."""
        shape = self.collection.serializer
        filters = self.collection.filterset.base_filters
        other = {*PARAMETERS, "q", *self._include}
        asked = read_filters(request.query_params, filters, other)
        page = read_page(request, self.collection)
        wanted = self._parts(request)
        queryset = self.get_queryset()
        for one in asked:
            queryset = one.filter.apply(queryset, one.values)
        queryset = self._searched(request, queryset)
        rows = plan(shape)
        found = page.read(self.collection, queryset)
        shown = found[: page.size]
        records = rows.build(shown)
        attach(records, [row[0] for row in shown], wanted)
        answer: dict[str, Any] = {"results": records}
        answer.update(self._next(request, page, found))
        if page.count:
            answer["count"] = queryset.count()
        return Response(answer)

    def retrieve(self, request: Request, slug: str) -> Response:
        """Answer one record by its public id."""
        read_filters(request.query_params, {}, self._include)
        wanted = self._parts(request)
        if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > 200:
            raise Http404(f"«{slug}» is not a public id.")
        rows = plan(self.collection.serializer)
        chosen = self.get_queryset().filter(slug=slug)
        found = select(self.collection, "slug").read(chosen, "slug", "")
        if not found:
            raise Http404(f"No {self.collection.singular} «{slug}» is published.")
        records = rows.build(found)
        attach(records, [found[0][0]], wanted)
        return Response(records[0])

    def _searched(
        self, request: Request, queryset: models.QuerySet[Any]
    ) -> models.QuerySet[Any]:
        query = request.query_params.get("q")
        if query is None:
            return queryset
        if len(query) > LONGEST_SEARCH:
            detail = f"has more than {LONGEST_SEARCH} characters"
            raise InvalidQuery([refuse("q", "too_long", detail)])
        return search(queryset, query)

    @property
    def _include(self) -> Set[str]:
        """The parameter that asks for parts, if the shape has any."""
        return {"include"} if parts(self.collection.serializer) else set()

    def _parts(self, request: Request) -> Sequence[Part]:
        """Read ``include``: names of parts, separated by commas."""
        declared = parts(self.collection.serializer)
        text = request.query_params.get("include")
        if text is None:
            return ()
        names = text.split(",")
        fault = check_values("include", names, several=True)
        if fault is None and len(set(names)) < len(names):
            fault = refuse("include", "repeated", "names a part twice")
        if fault is None and not set(names) <= set(declared):
            unknown = ", ".join(name for name in names if name not in declared)
            detail = f"names unknown parts: {unknown}"
            fault = refuse("include", "unknown_part", detail, sorted(declared))
        if fault:
            raise InvalidQuery([fault])
        return [part for name, part in declared.items() if name in names]

    def _next(
        self, request: Request, page: Page, found: Sequence[Any]
    ) -> dict[str, Any]:
        """Say where the next page begins, if there is one."""
        if len(found) <= page.size:
            return {"next": None, "next_cursor": None}
        last = found[page.size - 1]
        cursor = page.cursor_after(last[-1], last[0])
        url = replace_query_param(request.build_absolute_uri(), "cursor", cursor)
        return {"next": url, "next_cursor": cursor}
