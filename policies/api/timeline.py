"""The timeline of a document: every dated event that touched it, in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, TypeVar

from django.db.models import Model, Q, QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.causes import cause, known_causes, own_cause
from policies.api.found import document_ref, published_document
from policies.choices import (
    CauseRecord,
    DayBasis,
    DocumentFamily,
    DocumentStage,
    InverseRelationType,
    LegalStateCode,
    RelationType,
    StateReason,
    TimelineKind,
)
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.fields import DatePrecision
from policies.common.models import RecordState
from policies.common.wording import Wording, wording
from policies.models import (
    Document,
    Event,
    LegalInterval,
    Provision,
    Relation,
    ReportedState,
)
from policies.rules.provisions import citation_en, citation_vi, read_eid
from policies.serializers.timeline import TimelineShape

MOST_OF_A_KIND = 1000
PUBLISHED = RecordState.PUBLISHED
STAGES = {
    DocumentStage.PLANNED: TimelineKind.PLANNED,
    DocumentStage.DRAFTING: TimelineKind.DRAFTING,
    DocumentStage.SUBMITTED: TimelineKind.SUBMITTED,
    DocumentStage.ADOPTED: TimelineKind.ISSUED,
}
KINDS = list(TimelineKind)
IN_PART = Wording(" (một phần)", " (in part)")

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Item:
    """One thing that happened; without a basis its day is its own, if known."""

    kind: TimelineKind
    day: date | None
    words: Wording
    cause: JSONRecord | None
    basis: DayBasis = DayBasis.RECORDED
    precision: str = DatePrecision.DAY

    def place(self) -> tuple[bool, date, int, str]:
        """Sort by day, the unknown ones last, then as things follow on one day."""
        slug = self.cause["slug"] if self.cause else ""
        return self.day is None, self.day or date.max, KINDS.index(self.kind), slug

    def as_dict(self) -> JSONRecord:
        """Give the members of ``TimelineItemShape``."""
        known = self.day is not None
        return {
            "day": self.day,
            "precision": self.precision if known else None,
            "basis": self.basis if known else DayBasis.UNKNOWN,
            "kind": self.kind,
            "words": self.words.vi,
            "words_en": self.words.en,
            "cause": self.cause,
        }


class Timeline(Question):
    """What happened to a document, the earliest first, with what caused each item.

    Its own stages, gazette, effect and end; relations by it (`acts`) and upon it
    (`acted_on`), from the relation's own day, else the day the acting document takes
    effect, else the day it was issued (`basis` says which); provisions with days of
    their own; changes of the computed legal state; events; and what portals reported.
    Items of an unknown day come last, with `basis` unknown.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getTimeline"}
    tag = "documents"
    summary = "Every dated event that touched a document, in order"
    parameters: ClassVar[Mapping[str, Parameter]] = {"known_at": KNOWN_AT}
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": TimelineShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Gather what touched a document and put it in order."""
        self.asked(request)
        document = published_document(slug)
        reading = Reading(document)
        items = sorted(reading.items(), key=Item.place)
        return Response(
            {
                "document": document_ref(document),
                "items": [item.as_dict() for item in items],
                "complete": reading.complete,
            }
        )


class Reading:
    """Reads all that touched a document, at most so many records of each kind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.complete = True

    def items(self) -> Iterator[Item]:
        """Give every item, in no order."""
        relations = self._relations()
        provisions = self._some(
            Provision.objects.filter(document=self.document).exclude(
                effective_on=None, ends_on=None
            )
        )
        upon = [
            one
            for one in relations
            if one.target_id == self.document.pk or one.type == RelationType.DETAILS
        ]
        yield from _own(self.document)
        for relation in relations:
            yield from _of_relation(relation, self.document)
        for provision in provisions:
            yield from _of_provision(provision, self.document)
        yield from self._states(known_causes(self.document, upon, provisions))
        for event in self._some(Event.objects.filter(documents=self.document)):
            name = Wording(event.name, event.name_en or event.name)
            caused = cause(CauseRecord.EVENT, event.slug)
            yield Item(
                TimelineKind.EVENT,
                event.starts_on,
                name,
                caused,
                precision=event.starts_precision,
            )
        for report in self._some(ReportedState.objects.filter(document=self.document)):
            state = wording(LegalStateCode(report.reported_state))
            caused = cause(CauseRecord.REPORTED_STATE, report.slug)
            kind = TimelineKind.REPORTED_STATE
            yield Item(kind, report.reported_on, _named(kind, state), caused)

    def _some(self, records: QuerySet[M, M]) -> list[M]:
        """Read the published ones up to the bound; note if there are more."""
        published = records.filter(state=PUBLISHED).order_by("pk")
        found = list(published[: MOST_OF_A_KIND + 1])
        self.complete = self.complete and len(found) <= MOST_OF_A_KIND
        return found[:MOST_OF_A_KIND]

    def _relations(self) -> list[Relation]:
        """Read what the document does and what is done to it."""
        touching = Relation.objects.filter(
            Q(source=self.document) | Q(target=self.document),
            source__state=PUBLISHED,
            target__state=PUBLISHED,
        )
        return self._some(touching.select_related("source", "target"))

    def _states(self, causes: Mapping[str, JSONRecord]) -> Iterator[Item]:
        """Give each day on which the computed legal state changes."""
        intervals = LegalInterval.objects.filter(document=self.document)
        for one in intervals.exclude(starts_on=None).order_by("starts_on"):
            state = wording(LegalStateCode(one.state))
            reason = wording(StateReason(one.reason))
            words = Wording(f"{state.vi}: {reason.vi}", f"{state.en}: {reason.en}")
            caused = causes.get(one.cause)
            yield Item(TimelineKind.STATE_CHANGE, one.starts_on, words, caused)


def _named(kind: TimelineKind, what: Wording) -> Wording:
    """Say what happened, and to what."""
    label = wording(kind)
    return Wording(f"{label.vi}: {what.vi}", f"{label.en}: {what.en}")


def _own(document: Document) -> Iterator[Item]:
    """Give what a document says of its own days."""
    caused = own_cause(document)
    stage = STAGES[DocumentStage(document.stage)]
    yield Item(stage, document.issued_on, wording(stage), caused)
    if document.gazette_on or document.gazette_number:
        label = wording(TimelineKind.GAZETTE)
        number = f" {document.gazette_number}".rstrip()
        words = Wording(label.vi + number, label.en + number)
        yield Item(TimelineKind.GAZETTE, document.gazette_on, words, caused)
    takes_effect = stage is TimelineKind.ISSUED
    if document.effective_on or (
        takes_effect and document.family != DocumentFamily.PARTY
    ):
        kind = TimelineKind.EFFECTIVE
        yield Item(kind, document.effective_on, wording(kind), caused)
    if document.ends_on:
        kind = TimelineKind.OWN_END
        yield Item(kind, document.ends_on, wording(kind), caused)


def _of_relation(relation: Relation, document: Document) -> Iterator[Item]:
    """Give when a relation begins and ends, seen from one of its documents."""
    acts = relation.source_id == document.pk
    other: Any = relation.target if acts else relation.source
    names = RelationType if acts else InverseRelationType
    label = wording(names(relation.type))
    name = other.number or other.title
    name_en = other.number or other.title_en or other.title
    part = Wording("", "") if relation.whole else IN_PART
    words = Wording(f"{label.vi} {name}{part.vi}", f"{label.en} {name_en}{part.en}")
    caused = cause(CauseRecord.RELATION, relation.slug, other)
    day, basis = acting_day(relation)
    kind = TimelineKind.ACTS if acts else TimelineKind.ACTED_ON
    yield Item(kind, day, words, caused, basis)
    if relation.until:
        kind = TimelineKind.ACT_ENDS if acts else TimelineKind.ACTED_ON_ENDS
        yield Item(kind, relation.until, _named(kind, words), caused)


def acting_day(relation: Relation) -> tuple[date | None, DayBasis]:
    """Give the day from which a relation acts, and where it is taken from."""
    acting = relation.source
    if relation.effective_on:
        return relation.effective_on, DayBasis.RECORDED
    if acting.effective_on:
        return acting.effective_on, DayBasis.ACTING_EFFECTIVE
    return acting.issued_on, DayBasis.ACTING_ISSUED


def _of_provision(provision: Provision, document: Document) -> Iterator[Item]:
    """Give the days on which a provision takes or loses effect by itself."""
    path = read_eid(provision.eid)
    cited = Wording(citation_vi(path), citation_en(path))
    caused = cause(CauseRecord.PROVISION, provision.slug, document)
    for kind, day in (
        (TimelineKind.PROVISION_EFFECTIVE, provision.effective_on),
        (TimelineKind.PROVISION_ENDS, provision.ends_on),
    ):
        if day:
            yield Item(kind, day, _named(kind, cited), caused)
