"""Naming the record that causes something, by its public id."""

from collections.abc import Iterable, Set

from policies.api.found import document_ref
from policies.choices import CauseRecord
from policies.common.api.rows import JSONRecord
from policies.common.models import RecordState
from policies.models import Document, Provision, Relation


def cause(
    record: CauseRecord, slug: str, document: Document | None = None
) -> JSONRecord:
    """Name a record as ``CauseShape`` does."""
    named = None if document is None else document_ref(document)
    return {"record": record, "slug": slug, "document": named}


def own_cause(document: Document) -> JSONRecord:
    """Name a document as the cause of what it says of itself."""
    return cause(CauseRecord.DOCUMENT, document.slug, document)


def known_causes(
    document: Document,
    relations: Iterable[Relation],
    provisions: Iterable[Provision],
) -> dict[str, JSONRecord]:
    """Give the causes that intervals of a document's legal state may name, by id.

    "" stands for the document itself.
    """
    known = {"": own_cause(document)}
    for provision in provisions:
        known[provision.slug] = cause(CauseRecord.PROVISION, provision.slug, document)
    for one in relations:
        known[one.slug] = cause(CauseRecord.RELATION, one.slug, one.source)
    return known


def causes_of(document: Document, slugs: Set[str]) -> dict[str, JSONRecord]:
    """Look up the causes of a document's legal state; none costs no query."""
    if not slugs - {""}:
        return known_causes(document, (), ())
    relations = Relation.objects.filter(
        slug__in=slugs,
        target=document,
        state=RecordState.PUBLISHED,
        source__state=RecordState.PUBLISHED,
    )
    provisions = Provision.objects.filter(
        slug__in=slugs, document=document, state=RecordState.PUBLISHED
    )
    return known_causes(document, relations.select_related("source"), provisions)
