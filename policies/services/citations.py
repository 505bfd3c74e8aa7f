"""Citations that waited for their document become relations once it is there."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from policies.common.models import RecordState
from policies.common.text import slugify
from policies.models import (
    CITED_RECORDS,
    Citation,
    Document,
    Relation,
    UnresolvedCitation,
)
from policies.services.saving import Rules, add_rules, save_record


def relation_slug(source: Document, kind: str, target: Document) -> str:
    """Give the public id of a relation: who acts, how, on what."""
    return slugify(f"{source.slug} {kind} {target.slug}", limit=200)


def resolve_citations(document: Document) -> list[Relation]:
    """Turn the citations of this document's number into relations.

    A number that more than one document carries stays in the queue: the register
    does not guess. So does a citation whose relation would break a rule.
    """
    if not document.number_key or document.state != RecordState.PUBLISHED:
        return []
    same_number = Document.objects.filter(number_key=document.number_key)
    if same_number.exclude(pk=document.pk).exists():
        return []
    waiting = UnresolvedCitation.objects.filter(
        number_key=document.number_key, relation__isnull=True
    ).exclude(document=document)
    relations = []
    for citation in waiting.exclude(state=RecordState.WITHDRAWN):
        with suppress(ValidationError):
            relations.append(resolve(citation, document))
    return relations


@transaction.atomic
def resolve(citation: UnresolvedCitation, target: Document) -> Relation:
    """Make, or find, the relation that an unresolved citation stands for.

    Raises:
        ValidationError: the relation would break a rule; nothing is written.

    """
    relation = Relation.objects.filter(
        source=citation.document, target=target, type=citation.type
    ).first()
    if relation is None:
        relation = Relation(
            slug=relation_slug(citation.document, citation.type, target),
            source=citation.document,
            target=target,
            type=citation.type,
            note=citation.note,
            state=citation.state,
        )
        save_record(relation, reason="resolved")
        for known in Citation.objects.filter(unresolved_citation=citation):
            hand_over(known, relation)
    citation.relation = relation
    save_record(citation, reason="resolved")
    return relation


def hand_over(known: Citation, relation: Relation) -> None:
    """Let a source speak about the relation as it spoke about the citation."""
    copied = Citation(
        slug=slugify(f"{known.slug} {relation.slug}", limit=200),
        relation=relation,
        source=known.source,
        locator=known.locator,
        agrees=known.agrees,
        claimed_value=known.claimed_value,
        reason=known.reason,
        note=known.note,
        state=known.state,
    )
    save_record(copied, reason="resolved")


def prepare_citation(citation: Citation) -> None:
    """Derive the type and public id of the cited record from the column that is set.

    Raises:
        ValidationError: code ``exactly_one``, no record or several are set.

    """
    cited = [
        (name, record)
        for name in CITED_RECORDS
        if (record := getattr(citation, name)) is not None
    ]
    if len(cited) != 1:
        message = _("Trích dẫn phải gắn với đúng một bản ghi.")
        raise ValidationError(message, code="exactly_one")
    name, record = cited[0]
    citation.record_type, citation.record = name, record.slug


add_rules(Citation, Rules(prepare=prepare_citation))
