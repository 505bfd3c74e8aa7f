"""Many rows, of any collections and in any order, written all or nothing.

Every row goes through the shape and the service of its kind, as a single write does.
A row that says what the register holds already changes nothing. A row that would
replace a record saying something else needs the record's current ETag, or its writer's
word that rows may overwrite: so a file sent again never takes back, unseen, what an
officer corrected in between.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NoReturn

from django.core.exceptions import ValidationError
from rest_framework.serializers import as_serializer_error

from policies.common.api.errors import Fault, body_faults
from policies.common.clocks import one_moment
from policies.common.turns import in_turn
from policies.services import Outcome
from policies.services.promises import broken_promises
from policies.writing.collected import Collected, collect
from policies.writing.consequences import told
from policies.writing.guards import tags_of
from policies.writing.ordering import in_order, loading_order
from policies.writing.row import Row, RowFault, RowsRefusedError, RowWritten
from policies.writing.writer import How, Writer


class _TriedError(Exception):
    """Takes back what a dry run wrote, and carries what it did."""

    def __init__(self, written: list[RowWritten]) -> None:
        super().__init__()
        self.written = written


def write_rows(
    rows: Sequence[Row], *, how: How | None = None, dry_run: bool = False
) -> list[RowWritten]:
    """Write rows, all or none; give what was done to each, in their order.

    Args:
        rows: the rows, in any order; one may refer to another.
        how: who writes them, why, and what they may overwrite.
        dry_run: whether to take back everything in the end.

    Raises:
        RowsRefusedError: with every fault of every row; nothing is written.

    """
    try:
        with in_turn() as turn, one_moment():
            endings = list(turn.endings)
            written = _written(rows, how or How())
            if dry_run:
                take_back(written)
    except _TriedError as tried:
        turn.endings[:] = endings
        return tried.written
    return written


def take_back(written: list[RowWritten]) -> NoReturn:
    """End the turn without a trace."""
    raise _TriedError(written)


def _written(rows: Sequence[Row], how: How) -> list[RowWritten]:
    found = collect(rows)
    writer = Writer(how, tags_of(rows))
    for collection in loading_order():
        ordered, circles = in_order(found.tables[collection.model])
        found.faults += [fault for circle in circles for fault in of_circle(circle)]
        writer.write(ordered)
    writer.retry()
    found.faults += of_promises(writer)
    if faults := told([*found.faults, *of_writer(writer)]):
        place = {row: number for number, row in enumerate(rows)}
        raise RowsRefusedError(sorted(faults, key=lambda one: place[one.row]))
    return list(in_their_order(rows, writer, found))


def of_circle(circle: Sequence[Row]) -> Iterator[RowFault]:
    """Say of each row of a circle that it is one of it."""
    words = " -> ".join(f"«{row.slug}» ({row.where})" for row in [*circle, circle[0]])
    detail = f"These rows refer to each other in a circle: {words}."
    for row in circle:
        yield RowFault(row, Fault("circle", detail, pointer="/record"))


def of_writer(writer: Writer) -> Iterator[RowFault]:
    """Give what kept rows from being written, or should have."""
    for row, faults in writer.refused.items():
        yield from (RowFault(row, fault) for fault in faults)
    for row, fault in writer.unseen.items():
        yield RowFault(row, fault)


def of_promises(writer: Writer) -> list[RowFault]:
    """Give what keeps measures that rows touched from being evaluated."""
    written = {(row.model, one.slug): row for row, one in writer.done.items()}
    first = next(iter(writer.done), None)
    return [
        RowFault(row, fault)
        for broken in broken_promises()
        if (row := written.get((broken.noted.model, broken.noted.slug), first))
        for fault in body_faults(
            as_serializer_error(ValidationError({broken.noted.field: broken.faults})),
            "/record",
        )
    ]


def in_their_order(
    rows: Iterable[Row], writer: Writer, found: Collected
) -> Iterator[RowWritten]:
    """Give what was done to each row; one that repeats another changed nothing."""
    for row in rows:
        first = writer.done[found.again.get(row, row)]
        if row in found.again:
            yield RowWritten(row, first.collection, first.slug, Outcome.UNCHANGED)
        else:
            yield first
