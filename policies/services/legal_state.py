"""Legal state of documents, computed from dated events and kept as intervals."""

from django.db.models import QuerySet

from policies.choices import DocumentStage, RelationType
from policies.common.clocks import register_time
from policies.common.models import RecordState
from policies.common.turns import in_turn
from policies.models import (
    Document,
    HistoricalLegalInterval,
    LegalInterval,
    Provision,
    Relation,
)
from policies.rules.legal_state import (
    DocumentFacts,
    EventKind,
    LegalEvent,
    LegalState,
    Parent,
    Reason,
    StateInterval,
    intervals,
    parent_ends,
)
from policies.services.changes import touch
from policies.services.emitting import remember_told

EVENT_OF = {
    RelationType.REPEALS: EventKind.REPEALED,
    RelationType.REPLACES: EventKind.REPLACED,
    RelationType.AMENDS: EventKind.AMENDED,
    RelationType.SUSPENDS: EventKind.SUSPENDED,
    RelationType.EXTENDS: EventKind.EXTENDED,
}
COLUMNS = ("state", "starts_on", "until", "reason", "cause")
Row = tuple[object, ...]
MOST_STEPS = 100  # of one text detailing another; the ladder of the law has ten


def legal_events(document: Document) -> list[LegalEvent]:
    """Gather the dated events that fall upon a document.

    They are the published relations of adopted documents, from the relation's own
    day or else the acting document's, and provisions that take effect or end on days
    of their own.
    """
    acting = Relation.objects.filter(
        target=document,
        type__in=list(EVENT_OF),
        state=RecordState.PUBLISHED,
        source__stage=DocumentStage.ADOPTED,
        source__state=RecordState.PUBLISHED,
    ).select_related("source")
    events = [
        LegalEvent(
            kind=EVENT_OF[RelationType(relation.type)],
            effective_on=relation.effective_on or relation.source.effective_on,
            until=relation.until,
            cause=relation.slug,
            whole=relation.whole,
        )
        for relation in acting
    ]
    own = Provision.objects.filter(document=document, state=RecordState.PUBLISHED)
    for provision in own.exclude(effective_on=None, ends_on=None):
        if provision.effective_on:
            events.append(_of_part(EventKind.PART_IN_FORCE, provision))
        if provision.ends_on:
            events.append(_of_part(EventKind.REPEALED, provision))
    return events


def _of_part(kind: EventKind, provision: Provision) -> LegalEvent:
    starts = kind is EventKind.PART_IN_FORCE
    return LegalEvent(
        kind=kind,
        effective_on=provision.effective_on if starts else provision.ends_on,
        until=None,
        cause=provision.slug,
        whole=False,
    )


def compute(document: Document) -> tuple[StateInterval, ...]:
    """Compute the legal state of a document through all time."""
    facts = DocumentFacts(
        family=document.family,
        stage=document.stage,
        issued_on=document.issued_on,
        effective_on=document.effective_on,
        ends_on=document.ends_on,
    )
    events = legal_events(document)
    falls = parent_ends(facts, events, parents_of(document))
    return intervals(facts, [*events, *falls])


def detailing() -> QuerySet[Relation, Relation]:
    """Relations by which one text details another: public, between adopted ones."""
    return Relation.objects.filter(
        type=RelationType.DETAILS,
        state=RecordState.PUBLISHED,
        source__stage=DocumentStage.ADOPTED,
        source__state=RecordState.PUBLISHED,
        target__stage=DocumentStage.ADOPTED,
        target__state=RecordState.PUBLISHED,
    )


def parents_of(document: Document) -> list[Parent]:
    """Read what a document details, with the legal states kept for it.

    They are never computed from the document itself, since nothing details what
    details it.
    """
    relations = detailing().filter(source=document).order_by("slug")
    return [
        Parent(one.slug, tuple(map(_interval, one.target.legal_intervals.all())))
        for one in relations.select_related("target").prefetch_related(
            "target__legal_intervals"
        )
    ]


def _interval(kept: LegalInterval) -> StateInterval:
    return StateInterval(
        LegalState(kept.state),
        kept.starts_on,
        kept.until,
        Reason(kept.reason),
        kept.cause,
    )


def wanted_states(document: Document) -> list[Row]:
    """Compute the intervals of a document, as ``COLUMNS`` has them."""
    return [
        (one.state.value, one.starts_on, one.until, one.decided_by.value, one.cause)
        for one in compute(document)
    ]


def stored_states(document: Document) -> list[Row]:
    """Read the intervals of a document that are kept."""
    stored = LegalInterval.objects.filter(document=document)
    return list(stored.order_by("id").values_list(*COLUMNS))


@in_turn()
def rebuild(document: Document) -> bool:
    """Bring a document's intervals in step with its events; tell if they moved.

    If they did, those of all texts that detail it follow, however many steps down.
    """
    moved = _rebuild_alone(document)
    if moved:
        rebuild_detailing(document)
    return moved


def rebuild_detailing(document: Document) -> None:
    """Rebuild the texts that detail a document, and theirs where they moved."""
    level = {document.pk}
    for _step in range(MOST_STEPS):
        below = Document.objects.filter(
            outgoing__type=RelationType.DETAILS, outgoing__target__in=level
        )
        rows = below.distinct().order_by("pk")
        level = {one.pk for one in rows if _rebuild_alone(one)}
        if not level:
            break


@in_turn()
def _rebuild_alone(document: Document) -> bool:
    """Bring the intervals of one document in step.

    Those that are replaced are kept with the time until which the register said so.
    """
    wanted = wanted_states(document)
    if stored_states(document) == wanted:
        return False
    touch()
    remember_told(document)
    LegalInterval.objects.filter(document=document).delete()
    now = register_time()
    past = HistoricalLegalInterval.objects.filter(document=document)
    past.filter(known_until=None).update(known_until=now)
    rows = [
        {"document": document, **dict(zip(COLUMNS, row, strict=True))} for row in wanted
    ]
    LegalInterval.objects.bulk_create(LegalInterval(**row) for row in rows)
    HistoricalLegalInterval.objects.bulk_create(
        HistoricalLegalInterval(known_from=now, **row) for row in rows
    )
    return True


def end_intervals(document: Document) -> None:
    """Note that the register says nothing any more of a document that is gone."""
    past = HistoricalLegalInterval.objects.filter(document_id=document.pk)
    past.filter(known_until=None).update(known_until=register_time())


def rebuild_with_targets(document: Document) -> None:
    """Rebuild a document and those it acts on or that detail it.

    Its days may be theirs.
    """
    if not rebuild(document):
        rebuild_detailing(document)
    for target in Document.objects.filter(incoming__source=document).distinct():
        rebuild(target)
