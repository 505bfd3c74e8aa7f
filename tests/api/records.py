"""Records of any collection, made for tests."""

from typing import Any

from policies.common.api.parts import parts
from policies.common.collections import Collection
from policies.common.models import RecordState
from policies.models import CITED_RECORDS, Citation, LegalInterval
from tests.factories import (
    FACTORIES,
    make_circular,
    make_decision,
    make_decree,
    make_law,
    make_resolution,
)

DOCUMENT_FACTORIES = {
    "resolutions": make_resolution,
    "laws": make_law,
    "decrees": make_decree,
    "circulars": make_circular,
    "decisions": make_decision,
}


def thin_citations(each: int) -> None:
    """Leave only some citations of each kind of record, so that they fit on a page."""
    kept = [
        pk
        for kind in CITED_RECORDS
        for (pk,) in Citation.objects.filter(record_type=kind).values_list("pk")[:each]
    ]
    Citation.objects.exclude(pk__in=kept).update(state=RecordState.WITHDRAWN)


def make(collection: Collection, **over: Any) -> Any:
    """Make a record that a collection lists."""
    made = DOCUMENT_FACTORIES.get(collection.name) or FACTORIES[collection.model]
    return made(**over)


def make_with_parts(collection: Collection, slug: str) -> None:
    """Make a record that has one of each part that its collection includes."""
    owner = make(collection, slug=slug)
    for part in parts(collection.serializer).values():
        if part.model is not LegalInterval:
            FACTORIES[part.model](**{part.key: owner})
