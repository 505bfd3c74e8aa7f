"""The two reading views of every collection: its list and one record."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.http import Http404, HttpResponseBase
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from policies.common.api.clocks import asked_by_clocks
from policies.common.api.conditional import conditional, register_etag, row_tag
from policies.common.api.facets import count_facets
from policies.common.api.gone import absent
from policies.common.api.listing import read_detail, read_listing
from policies.common.api.pages import KeysetPages
from policies.common.api.query import check_length
from policies.common.api.renderers import (
    SPARSE_JSON,
    FastJSONRenderer,
    SparseJSONRenderer,
)
from policies.common.api.rows import Row
from policies.common.api.select import select
from policies.common.api.shown import Shown
from policies.common.api.tags import unless_held
from policies.common.collections import Collection
from policies.common.models import RecordState
from policies.common.validators import SLUG_PATTERN


class CollectionView(GenericViewSet[Any]):
    """Lists a collection and gives its records; ``collection`` says which."""

    collection: Collection = None  # type: ignore[assignment]  # set in as_view()
    lookup_field = "slug"
    pagination_class = KeysetPages  # type: ignore[assignment]  # describes pages only
    renderer_classes = (FastJSONRenderer, SparseJSONRenderer)
    filter_backends = ()

    def get_serializer_class(self) -> type[Any]:
        """Give the shape, for the OpenAPI document."""
        return self.collection.serializer

    def get_queryset(self) -> models.QuerySet[Any]:
        """Give the published rows of the collection, for the OpenAPI document."""
        return self.collection.published()

    def readable(self) -> models.QuerySet[Any]:
        """Give the rows that whoever asks may read one by one."""
        return self.collection.published()

    def listed(self, states: Sequence[str]) -> models.QuerySet[Any]:
        """Give the rows in editorial states, if whoever asks may list them.

        Raises:
            NotAuthenticated: the public lists what is published, and nothing else.

        """
        if set(states) != {RecordState.PUBLISHED}:
            raise NotAuthenticated
        return self.collection.published()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse a query that is too long, before anything of it is read."""
        super().initial(request, *args, **kwargs)
        check_length(request)

    @conditional(register_etag)
    @asked_by_clocks
    def list(self, request: Request) -> Response:
        """Answer one page of the filtered list."""
        asked = read_listing(request, self.collection)
        found = asked.narrowed(self.listed(asked.states))
        rows = asked.read(found)
        records = asked.records(rows[: asked.page.size])
        answer = {"results": records, **asked.page.following(request, rows)}
        if asked.page.count:
            answer["count"] = found.count()
        if asked.facets:
            answer["facets"] = count_facets(self.collection, found, asked.facets)
        return self._answer(answer, asked.shown)

    def retrieve(self, request: Request, slug: str) -> HttpResponseBase:
        """Answer one record by its public id."""
        parts = "include" in request.query_params
        retrieve = self._retrieve_with_parts if parts else self._retrieve_alone
        response: HttpResponseBase = retrieve(request, slug)
        return response

    @conditional(register_etag)
    @asked_by_clocks
    def _retrieve_with_parts(self, request: Request, slug: str) -> Response:
        shown = read_detail(request, self.collection)
        return self._answer(shown.record(self._row(slug, shown)), shown)

    @asked_by_clocks
    def _retrieve_alone(self, request: Request, slug: str) -> HttpResponseBase:
        shown = read_detail(request, self.collection)
        row = self._row(slug, shown)
        return unless_held(
            request,
            row_tag(shown.shape, shown.members, self._kind(shown), row),
            lambda: self._answer(shown.record(row), shown),
        )

    def _row(self, slug: str, shown: Shown) -> Row:
        """Read the row of a published record, with its lists beside it."""
        if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > 200:
            raise Http404(f"«{slug}» is not a public id.")
        chosen = self.readable().filter(slug=slug)
        statement = select(self.collection, shown.members, alone=True)
        rows = statement.read(chosen, "slug", "")
        if not rows:
            raise absent(self.collection, slug)
        return rows[0]

    def _answer(self, members: dict[str, Any], shown: Shown) -> Response:
        """Answer with members of the type that they are truly of."""
        return Response(members, content_type=self._kind(shown))

    def _kind(self, shown: Shown) -> str:
        """Say truly whether records may lack members, whatever was accepted.

        A client that accepts only complete JSON and asks for ``fields`` is answered
        all the same, as RFC 9110 (15.5.7) allows rather than 406.
        """
        sparse = self.request.accepted_renderer.media_type == SPARSE_JSON
        return SPARSE_JSON if sparse else shown.media_type
