"""Addresses of collections: ``/decrees/`` and ``/decrees/{slug}/``."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern, path

from policies.api.records import RecordView
from policies.common.collections import Collection

Actions = dict[str, Any]

LIST: Actions = {"get": "list", "post": "create"}
ONE: Actions = {
    "get": "retrieve",
    "put": "update",
    "patch": "partial_update",
    "delete": "destroy",
}


def routes(collections: Iterable[Collection]) -> list[URLPattern]:
    """Give the addresses of each collection."""
    patterns = []
    for one in collections:
        listing = RecordView.as_view(LIST, collection=one)
        detail = RecordView.as_view(ONE, collection=one)
        patterns.append(path(f"{one.name}/", listing, name=f"{one.name}-list"))
        patterns.append(
            path(f"{one.name}/<str:slug>/", detail, name=f"{one.name}-detail")
        )
        merging = RecordView.as_view({"post": "merge"}, collection=one)
        patterns.append(
            path(f"{one.name}/<str:slug>/merge/", merging, name=f"{one.name}-merge")
        )
    return patterns
