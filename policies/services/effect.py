"""What rests on the provisions of a document, and what is done to them.

Every collection says in its declaration what its records rest on (``Basis``); so the
delegations of laws are found although nothing here knows of them.
"""

from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import F, QuerySet

from policies.choices import (
    CauseRecord,
    DayBasis,
    DocumentStage,
    EffectCut,
    EffectKind,
    EffectReach,
    EffectTiming,
)
from policies.common.collections import Basis, Collection
from policies.common.models import RecordState
from policies.common.registry import with_basis
from policies.models import Document, Provision, Relation
from policies.rules.effect import WHOLE_DOCUMENT, Extent, extent, timing

MOST_ACTS = 500
MOST_RECORDS = 1000
CHANGING = tuple(one.value for one in EffectKind if one is not EffectKind.OWN_END)


@dataclass(frozen=True)
class Resting:
    """A published record and the provision it rests on; ``None`` is the document."""

    collection: str
    id: int
    slug: str
    label: str
    label_en: str
    provision: int | None


Touched = tuple[Resting, EffectReach]


@dataclass(frozen=True)
class Act:
    """What is done to a document or to provisions of it.

    Attributes:
        kind: what is done.
        cause: the kind of record that says so; its record is ``record``.
        record: the relation, the provision or the document that says so.
        extent: upon what it falls.
        provisions: the provisions that it names.
        since: the first day; ``None`` if it is not known.
        basis: where that day comes from.
        until: the first day after it; of an extension the new end.
        timing: whether it works on the day asked for.

    """

    kind: EffectKind
    cause: CauseRecord
    record: Relation | Provision | Document
    extent: Extent
    provisions: tuple[Provision, ...]
    since: date | None
    basis: DayBasis
    until: date | None
    timing: EffectTiming


@dataclass
class Ground:
    """A document with its provisions, and the published records that rest on them."""

    document: Document
    provisions: Mapping[int, Provision]
    records: Sequence[Resting] = ()
    cut: set[EffectCut] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document) -> "Ground":
        """Read the provisions of a document and what rests on it."""
        own = Provision.objects.filter(document=document)
        narrow = own.defer("text", "text_en", "search_text").order_by("position", "pk")
        ground = cls(document, {one.pk: one for one in narrow})
        records: list[Resting] = []
        for collection in with_basis():
            found = _resting(collection, document)
            if len(found) > MOST_RECORDS:
                ground.cut.add(EffectCut.RECORDS)
            records += found[:MOST_RECORDS]
        place = {one: number for number, one in enumerate(ground.provisions)}
        ground.records = sorted(
            records, key=lambda one: place.get(one.provision or 0, -1)
        )
        return ground

    def extent(self, provisions: Iterable[int], *, whole: bool) -> Extent:
        """Give the extent of what falls upon provisions of the document."""
        parents = {one.pk: one.parent_id for one in self.provisions.values()}
        return extent(set(provisions), parents, whole=whole)

    def touched(self, upon: Extent, within: Extent = WHOLE_DOCUMENT) -> list[Touched]:
        """Give the records within an extent that something upon another touches.

        They stand in the order of the text; those that are not clear come last.
        """
        found = (
            (one, upon.reach(one.provision))
            for one in self.records
            if within.reach(one.provision)
        )
        sure = [(one, reach) for one, reach in found if reach is not None]
        return sorted(sure, key=lambda touched: touched[1] is EffectReach.UNCLEAR)

    def acts(self, day: date) -> list[Act]:
        """Give all that is done to the document, by day, unknown days last."""
        found = [*self._own_ends(day), *self._by_others(day)]
        return sorted(
            found,
            key=lambda one: (one.since is None, one.since or day, one.record.slug),
        )

    def _own_ends(self, day: date) -> Iterator[Act]:
        """Give the ends that the document sets itself and its provisions."""
        ending: list[tuple[CauseRecord, Any, Extent, tuple[Provision, ...]]] = []
        document = self.document
        if document.ends_on:
            ending.append((CauseRecord.DOCUMENT, document, WHOLE_DOCUMENT, ()))
        for one in self.provisions.values():
            if one.ends_on and one.state == RecordState.PUBLISHED:
                upon = self.extent([one.pk], whole=False)
                ending.append((CauseRecord.PROVISION, one, upon, (one,)))
        adopted = document.stage == DocumentStage.ADOPTED
        for cause, record, upon, provisions in ending:
            since = record.ends_on
            yield Act(
                kind=EffectKind.OWN_END,
                cause=cause,
                record=record,
                extent=upon,
                provisions=provisions,
                since=since,
                basis=DayBasis.RECORDED,
                until=None,
                timing=timing(adopted=adopted, since=since, until=None, day=day),
            )

    def _by_others(self, day: date) -> Iterator[Act]:
        """Give what published relations do to the document, the first so many."""
        relations = (
            Relation.objects.filter(
                target=self.document,
                type__in=CHANGING,
                state=RecordState.PUBLISHED,
                source__state=RecordState.PUBLISHED,
            )
            .select_related("source")
            .prefetch_related("target_provisions")
            .order_by("pk")
        )
        found = list(relations[: MOST_ACTS + 1])
        if len(found) > MOST_ACTS:
            self.cut.add(EffectCut.ACTS)
        for relation in found[:MOST_ACTS]:
            yield self.act_of(relation, relation.target_provisions.all(), day)

    def act_of(
        self, relation: Relation, provisions: Iterable[Provision], day: date
    ) -> Act:
        """Give what a relation does to provisions of the document."""
        acting = relation.source
        named = tuple(sorted(provisions, key=attrgetter("position", "pk")))
        since = relation.effective_on or acting.effective_on
        kind = EffectKind(relation.type)
        # The `until` of an extension is the new end of what is extended, not its own.
        over = None if kind is EffectKind.EXTENDS else relation.until
        adopted = acting.stage == DocumentStage.ADOPTED
        return Act(
            kind=kind,
            cause=CauseRecord.RELATION,
            record=relation,
            extent=self.extent([one.pk for one in named], whole=relation.whole),
            provisions=named,
            since=since,
            basis=_basis_of(relation, since),
            until=relation.until,
            timing=timing(adopted=adopted, since=since, until=over, day=day),
        )


def _basis_of(relation: Relation, since: date | None) -> DayBasis:
    if since is None:
        return DayBasis.UNKNOWN
    own = relation.effective_on is not None
    return DayBasis.RECORDED if own else DayBasis.ACTING_EFFECTIVE


def touched_by(relation: Relation, provisions: Several[Provision]) -> list[Touched]:
    """Give the records that a relation touches, or would once it is published.

    The relation need not be saved; of what changes nothing, nothing is touched.
    """
    if relation.type not in CHANGING or not relation.target_id:
        return []
    ground = Ground.of(relation.target)
    named = [one.pk for one in provisions]
    return ground.touched(ground.extent(named, whole=relation.whole))


def _resting(collection: Collection, document: Document) -> list[Resting]:
    """Read the published records of a collection that rest on a document."""
    basis = collection.basis
    if basis is None:
        return []
    label = collection.label
    found = [
        records.values_list("pk", "slug", label.vi, label.en, provision).order_by()
        for records, provision in _rows(collection.published(), basis, document)
    ]
    rows = found[0].union(*found[1:], all=True).order_by("slug")[: MOST_RECORDS + 1]
    return [Resting(collection.name, *row) for row in rows]


def _rows(
    records: QuerySet[Any], basis: Basis, document: Document
) -> Iterator[tuple[QuerySet[Any], Any]]:
    """Divide records by the path on which they rest on a document.

    Each part is read by the index of its own column; joined by OR they would be read
    by none.
    """
    left: dict[str, Any] = {}
    for path in basis.provisions:
        yield records.filter(**left, **{f"{path}__document": document}), F(path)
        left[f"{path}__isnull"] = True
    last = basis.provisions[-1]  # empty there, whatever stands first
    yield records.filter(**left, **{basis.document: document}), F(last)
