"""Naming the record that causes something, by its public id."""

from collections.abc import Iterable, Set

from django.db.models import Q

from policies.api.found import document_ref
from policies.choices import CauseRecord, RelationType
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

    "" stands for the document itself. A relation is named with the document at its
    other end: what acts on it, or what it details.
    """
    known = {"": own_cause(document)}
    for provision in provisions:
        known[provision.slug] = cause(CauseRecord.PROVISION, provision.slug, document)
    for one in relations:
        other = one.target if one.source_id == document.pk else one.source
        known[one.slug] = cause(CauseRecord.RELATION, one.slug, other)
    return known


def causes_of(document: Document, slugs: Set[str]) -> dict[str, JSONRecord]:
    """Look up the causes of a document's legal state; none costs no query."""
    if not slugs - {""}:
        return known_causes(document, (), ())
    relations = Relation.objects.filter(
        Q(target=document) | Q(source=document, type=RelationType.DETAILS),
        slug__in=slugs,
        state=RecordState.PUBLISHED,
        source__state=RecordState.PUBLISHED,
        target__state=RecordState.PUBLISHED,
    )
    provisions = Provision.objects.filter(
        slug__in=slugs, document=document, state=RecordState.PUBLISHED
    )
    return known_causes(
        document, relations.select_related("source", "target"), provisions
    )
