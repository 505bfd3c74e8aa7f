"""Addresses of collections: ``/decrees/`` and ``/decrees/{slug}/``."""

from collections.abc import Iterable

from django.urls import URLPattern, path

from policies.common.api.views import CollectionView
from policies.common.collections import Collection


def routes(collections: Iterable[Collection]) -> list[URLPattern]:
    """Give the two addresses of each collection."""
    patterns = []
    for one in collections:
        listing = CollectionView.as_view({"get": "list"}, collection=one)
        detail = CollectionView.as_view({"get": "retrieve"}, collection=one)
        patterns.append(path(f"{one.name}/", listing, name=f"{one.name}-list"))
        patterns.append(
            path(f"{one.name}/<str:slug>/", detail, name=f"{one.name}-detail")
        )
    return patterns
