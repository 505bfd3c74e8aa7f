"""A row of a file or of a body, and what may be wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policies.common.api.errors import Fault
from policies.common.collections import Collection
from policies.common.models import Record
from policies.common.validators import is_public_slug
from policies.services import Outcome
from policies.writing.record import Shape


@dataclass(frozen=True, eq=False)
class Row:
    """One record to be written, and where it stands.

    Attributes:
        where: its place in words: ``documents.jsonl:3`` or ``/rows/2``.
        collection: what it is a record of.
        data: its members as JSON has them; what is left out is unknown.
        etag: the ETag under which the writer has read what the row replaces; ``*``
            stands for any.

    """

    where: str
    collection: Collection
    data: Mapping[str, Any]
    etag: str | None = None

    @property
    def shape(self) -> Shape:
        """The shape it is read by."""
        return self.collection.serializer

    @property
    def model(self) -> type[Record]:
        """The table it goes into."""
        model: type[Record] = self.collection.serializer.Meta.model
        return model

    @property
    def slug(self) -> str:
        """The public id it gives; "" if it gives none that can be one."""
        slug = self.data.get("slug")
        return slug if is_public_slug(slug) else ""


@dataclass(frozen=True)
class RowFault:
    """One thing wrong with one row; the fault's pointer starts at the row."""

    row: Row
    fault: Fault

    @property
    def member(self) -> str:
        """The member at fault, as people read it: ``title``; "" for the whole row."""
        pointer = self.fault.pointer.removeprefix("/record").strip("/")
        return pointer.replace("~1", "/").replace("~0", "~").replace("/", ".")


@dataclass(frozen=True)
class RowWritten:
    """What writing did to one row.

    Attributes:
        row: the row as it was given.
        collection: where the record is; another one if a citation was put in the queue.
        slug: its public id.
        outcome: what writing did.
        note: what else the writer should know, in words.

    """

    row: Row
    collection: Collection
    slug: str
    outcome: Outcome
    note: str = ""


class RowsRefusedError(Exception):
    """Rows of which at least one cannot be written; none is."""

    def __init__(self, faults: Sequence[RowFault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)
