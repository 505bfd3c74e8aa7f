"""The lineage of a document: what it carries out, and what carries it out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.attached import Attachable, attached_to
from policies.api.found import document_ref, published_document
from policies.choices import (
    InverseRelationType,
    LineageCut,
    LineageDirection,
    LineagePlace,
    RelationType,
)
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.common.filters import Code, KnownDay, Whole
from policies.common.models import RecordState
from policies.common.wording import wording
from policies.models import Document, Relation
from policies.querysets.chain import CARRYING_OUT
from policies.querysets.lineage import Step, in_effect_on, lineage
from policies.serializers.lineage import LineageShape, attachable

MOST_NODES = 500
STATE = ("state", "starts_on", "until", "reason", "cause")


class Depth(Whole):
    """How many relations to follow one after the other."""

    least, most = 1, 10


@dataclass
class Walk:
    """The documents met: how near, on which side, and what was left out."""

    depths: dict[int, int] = field(default_factory=dict)
    places: dict[int, LineagePlace] = field(default_factory=dict)
    cut: set[LineageCut] = field(default_factory=set)

    @classmethod
    def of(cls, root: int, steps: Iterable[Step], depth: int) -> "Walk":
        """Keep the nearest ``MOST_NODES`` documents within a depth."""
        walk = cls({root: 0}, {root: LineagePlace.ROOT})
        for step in steps:
            if step.depth > depth:
                walk.cut.add(LineageCut.DEPTH)
            elif step.id in walk.depths:
                if walk.places[step.id] not in {LineagePlace.ROOT, step.way}:
                    walk.places[step.id] = LineagePlace.BOTH
            elif len(walk.depths) == MOST_NODES:
                walk.cut.add(LineageCut.NODES)
            else:
                walk.depths[step.id] = step.depth
                walk.places[step.id] = LineagePlace(step.way)
        return walk


class Lineage(Question):
    """The documents that a document carries out or that carry it out, in one call.

    An edge leads from the acting document (`source`) to the one acted on (`target`).
    Up lies what the root acts on, down what acts on it; relations between two
    documents found are given whichever way they were reached. At most 500 documents
    and 1000 attached records of each collection are given; `cut` says if there are
    more. With `as_of` only relations that act on that day are followed: those of
    adopted documents, from the relation's own day, else the day its document takes
    effect, else the day it was issued, and not from its `until` on; a relation of
    which no such day is known is left out then.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getLineage"}
    tag = "documents"
    summary = "The lineage of a document: what it carries out, what carries it out"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "direction": Parameter(
            Code(LineageDirection),
            "Which way to walk; both unless said otherwise.",
            default=LineageDirection.BOTH.value,
        ),
        "relation": Parameter(
            Code(RelationType),
            "Relations to follow; may be repeated. Unless said otherwise those that "
            "carry out: implements, details, guides and based_on.",
            several=True,
            default=CARRYING_OUT,
        ),
        "depth": Parameter(
            Depth(),
            "How many relations to follow one after the other; 4 unless said "
            "otherwise.",
            default=4,
        ),
        "as_of": Parameter(
            KnownDay(),
            "A day: only relations that act on it are followed, and legal states are "
            "those of that day. Left out, every relation is followed and legal states "
            "are those of today.",
        ),
        "known_at": KNOWN_AT,
        "attach": Parameter(
            Attachable(),
            "Collections whose records on these documents are attached, separated by "
            "commas; none unless said otherwise.",
            commas=True,
            default=(),
        ),
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": LineageShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Walk the relations of a document."""
        asked = self.asked(request)
        return Response(lineage_of(published_document(slug), asked))


def lineage_of(root: Document, asked: Mapping[str, Any]) -> JSONRecord:
    """Give a lineage as ``LineageShape`` does, by the parameters of the question."""
    day, depth, types = asked["as_of"], asked["depth"], asked["relation"]
    steps = lineage(
        root.pk,
        LineageDirection(asked["direction"]),
        types,
        depth + 1,
        day,
        most=2 * (MOST_NODES + 1),
    )
    walk = Walk.of(root.pk, steps, depth)
    nodes = _nodes(walk, day or legal_day())
    _attach(walk, nodes, asked["attach"])
    return {
        "root": document_ref(root),
        "direction": asked["direction"],
        "as_of": day,
        "nodes": list(nodes.values()),
        "edges": _edges(nodes, types, day),
        "complete": not walk.cut,
        "cut": sorted(walk.cut, key=list(LineageCut).index),
    }


def _nodes(walk: Walk, day: date) -> dict[int, JSONRecord]:
    """Give the documents of a walk by id, the nearest first."""
    documents: Any = Document.objects.filter(pk__in=walk.depths)
    names = ("pk", "state", "slug", "number", "title", "title_en", "kind", "issued_on")
    states = [f"today__{name}" for name in STATE]
    found = documents.with_legal_state(day).values(*names, *states)
    rows = [row for row in found if row["state"] == RecordState.PUBLISHED]
    return {
        row["pk"]: {
            "document": {
                name: row[name] or None
                for name in ("slug", "number", "title", "title_en")
            },
            "kind": row["kind"],
            "issued_on": row["issued_on"],
            "legal_state": {name: row[f"today__{name}"] or None for name in STATE},
            "place": walk.places[row["pk"]],
            "depth": walk.depths[row["pk"]],
            "attached": [],
        }
        for row in sorted(rows, key=lambda row: (walk.depths[row["pk"]], row["slug"]))
    }


def _attach(walk: Walk, nodes: Mapping[int, JSONRecord], names: Sequence[str]) -> None:
    """Put the records of each collection named onto the documents they stand on."""
    for name in names:
        by_document, more = attached_to(nodes, attachable()[name])
        for document, records in by_document.items():
            nodes[document]["attached"] += records
        if more:
            walk.cut.add(LineageCut.ATTACHED)


def _edges(
    nodes: Mapping[int, JSONRecord], types: Sequence[str], day: date | None
) -> list[JSONRecord]:
    """Give the relations between documents of a walk.

    What is public is picked here: asked for it, SQLite reads all published relations.
    """
    relations: Any = Relation.objects.filter(
        source__in=nodes, target__in=nodes, type__in=types
    )
    if day is not None:
        relations = relations.filter(in_effect_on(day))
    days = ("effective_on", "until")
    rows = relations.values("slug", "state", "type", "source", "target", "whole", *days)
    return [
        {
            "relation": row["slug"],
            "type": row["type"],
            "source": nodes[row["source"]]["document"]["slug"],
            "target": nodes[row["target"]]["document"]["slug"],
            "whole": row["whole"],
            "effective_on": row["effective_on"],
            "until": row["until"],
            **wordings(row["type"]),
        }
        for row in sorted(rows.order_by(), key=itemgetter("slug"))
        if row["state"] == RecordState.PUBLISHED
    ]


def wordings(relation_type: str) -> JSONRecord:
    """Give what a relation is called from either end, in both languages."""
    active = wording(RelationType(relation_type))
    inverse = wording(InverseRelationType(relation_type))
    return {
        "wording": active.vi,
        "wording_en": active.en,
        "inverse_wording": inverse.vi,
        "inverse_wording_en": inverse.en,
    }
