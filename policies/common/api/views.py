"""The two reading views of every collection: its list and one record."""

import re
from typing import Any

from django.db import models
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from policies.common.api.clocks import absent, asked_by_clocks
from policies.common.api.facets import count_facets
from policies.common.api.listing import read_detail, read_listing
from policies.common.api.pages import KeysetPages
from policies.common.api.query import check_length
from policies.common.api.renderers import (
    SPARSE_JSON,
    FastJSONRenderer,
    SparseJSONRenderer,
)
from policies.common.api.select import select
from policies.common.api.shown import Shown
from policies.common.collections import Collection
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

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse a query that is too long, before anything of it is read."""
        super().initial(request, *args, **kwargs)
        check_length(request)

    @asked_by_clocks
    def list(self, request: Request) -> Response:
        """Answer one page of the filtered list."""
        asked = read_listing(request, self.collection)
        found = asked.narrowed()
        rows = asked.read(found)
        records = asked.records(rows[: asked.page.size])
        answer = {"results": records, **asked.page.following(request, rows)}
        if asked.page.count:
            answer["count"] = found.count()
        if asked.facets:
            answer["facets"] = count_facets(self.collection, found, asked.facets)
        return self._answer(answer, asked.shown)

    @asked_by_clocks
    def retrieve(self, request: Request, slug: str) -> Response:
        """Answer one record by its public id."""
        shown = read_detail(request, self.collection)
        if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > 200:
            raise Http404(f"«{slug}» is not a public id.")
        chosen = self.collection.published().filter(slug=slug)
        rows = select(self.collection, shown.members).read(chosen, "slug", "")
        if not rows:
            raise absent(self.collection.singular, slug)
        return self._answer(shown.records(rows)[0], shown)

    def _answer(self, members: dict[str, Any], shown: Shown) -> Response:
        """Say truly whether records may lack members, whatever was accepted.

        A client that accepts only complete JSON and asks for ``fields`` is answered
        all the same, as RFC 9110 (15.5.7) allows rather than 406.
        """
        sparse = self.request.accepted_renderer.media_type == SPARSE_JSON
        kind = SPARSE_JSON if sparse else shown.media_type
        return Response(members, content_type=kind)
