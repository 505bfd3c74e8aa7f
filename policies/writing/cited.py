"""Relations whose sides are written as people cite: by number, through the resolver.

A citation is text that is no public id: ``93/2025/QH15``. One that leads to exactly
one document stands for it. One whose number the register does not hold makes the row
an unresolved citation, which waits in the queue until the document is entered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policies.common.api.errors import Fault
from policies.common.collections import Collection
from policies.common.models import Record
from policies.common.text import unclean_reason
from policies.common.validators import is_public_slug
from policies.models import Relation, UnresolvedCitation
from policies.rules.citations import LONGEST, REASON_WORDS, Outcome
from policies.services.changes import collection_of
from policies.services.resolving import Resolved, resolve
from policies.writing.members import slug_of
from policies.writing.record import Shape
from policies.writing.row import Row

SIDES = ("source", "target")
CARRIED = ("type", "note", "state")  # what an unresolved citation keeps of a relation
LOST = (
    *("effective_on", "until", "source_provisions", "target_provisions"),
    "note_en",
)


@dataclass(frozen=True, eq=False)
class ReadRow:
    """A row with its citations read.

    Attributes:
        row: the row as it was given.
        data: its members, both sides by public id.
        collection: where it goes: its own collection, or the queue.
        faults: what is wrong with its citations.
        note: what became of them, in words.

    """

    row: Row
    data: Mapping[str, Any]
    collection: Collection
    faults: Sequence[Fault] = ()
    note: str = ""

    @property
    def shape(self) -> Shape:
        """The shape it is read by."""
        return self.collection.serializer

    @property
    def model(self) -> type[Record]:
        """The table it goes into."""
        model: type[Record] = self.shape.Meta.model
        return model

    @property
    def slug(self) -> str:
        """The public id it gives; "" if it gives none that can be one."""
        slug = self.data.get("slug")
        return slug if is_public_slug(slug) else ""


def citation(row: Row, side: str) -> str:
    """Give the citation that stands on a side of a row; "" if none does."""
    text = slug_of(row.data.get(side))
    if row.model is not Relation or not isinstance(text, str) or is_public_slug(text):
        return ""
    text = " ".join(text.split())
    return "" if unclean_reason(text) or len(text) > LONGEST else text


def read_citations(rows: Sequence[Row]) -> list[ReadRow]:
    """Read the citations of rows, all of them in a few queries."""
    texts = {row: {side: citation(row, side) for side in SIDES} for row in rows}
    wanted = {text for sides in texts.values() for text in sides.values() if text}
    found = {one.citation: one for one in resolve(sorted(wanted))} if wanted else {}
    return [
        read(row, {side: found[text] for side, text in sides.items() if text})
        for row, sides in texts.items()
    ]


def read(row: Row, found: Mapping[str, Resolved]) -> ReadRow:
    """Put what citations lead to into a row."""
    faults = [fault for side, one in found.items() if (fault := refusal(side, one))]
    led = {
        side: one.judgement.document.slug
        for side, one in found.items()
        if one.judgement.document
    }
    data = {**row.data, **led}
    target = found.get("target")
    if not faults and target and "target" not in led:
        return waiting(row, data, target.citation)
    return ReadRow(row, data, row.collection, faults)


def refusal(side: str, one: Resolved) -> Fault | None:
    """Say why a citation cannot stand for a document, if it cannot."""
    pointer = f"/record/{side}"
    judgement, reading = one.judgement, one.reading
    if reading.provision is not None:
        detail = f"«{one.citation}» names a provision; name the document alone here."
        return Fault("names_provision", detail, pointer=pointer)
    if judgement.document:
        return None
    if judgement.outcome is Outcome.NOT_FOUND and reading.number and side == "target":
        return None
    if judgement.outcome is Outcome.AMBIGUOUS:
        told = (
            f"{held.document.slug} ({' '.join(REASON_WORDS[r] for r in held.reasons)})"
            for held in judgement.candidates
        )
        detail = f"«{one.citation}» does not lead to one document for certain: "
        candidates = [held.document.slug for held in judgement.candidates]
        return Fault(
            "ambiguous", detail + "; ".join(told), pointer=pointer, allowed=candidates
        )
    detail = f"«{one.citation}» is neither a public id nor a document of the register."
    return Fault("does_not_exist", detail, pointer=pointer)


def waiting(row: Row, data: Mapping[str, Any], text: str) -> ReadRow:
    """Make an unresolved citation of a relation whose target is not held yet."""
    document = slug_of(data.get("source"))
    made = {name: data[name] for name in CARRIED if name in data}
    made |= {"document": document, "text": text}
    if is_public_slug(document) and isinstance(data.get("type"), str):
        waits = UnresolvedCitation.objects.filter(
            document__slug=document, type=data["type"], text=text
        ).first()
        if waits:
            made["slug"] = waits.slug
    note = f"«{text}» is not in the register: it waits as an unresolved citation."
    if lost := [name for name in LOST if data.get(name)]:
        note += f" Not kept: {', '.join(lost)}."
    return ReadRow(row, made, collection_of(UnresolvedCitation), note=note)
