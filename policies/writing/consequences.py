"""Faults that only follow from others: a reference to a row that is refused itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from policies.common.api.errors import Fault
from policies.writing.members import references
from policies.writing.row import Row, RowFault

MISSING = frozenset({"does_not_exist", "unknown"})
Refused = Mapping[tuple[type[Any], str], Row]


def told(faults: Sequence[RowFault]) -> list[RowFault]:
    """Name the row that is meant where a record is missing because it was refused."""
    refused = {(one.row.model, one.row.slug): one.row for one in faults}
    return [RowFault(one.row, _told(one, refused)) for one in faults]


def _told(one: RowFault, refused: Refused) -> Fault:
    if one.fault.code not in MISSING:
        return one.fault
    for row in _meant(one, refused):
        detail = f"«{row.slug}» stands at {row.where} and cannot be written itself."
        return replace(one.fault, code="refused", detail=detail)
    return one.fault


def _meant(one: RowFault, refused: Refused) -> Iterable[Row]:
    """Find the refused rows that a member refers to."""
    member = one.fault.pointer.split("/")[2:3]
    data = {name: one.row.data.get(name) for name in (*member, "record_type")}
    for reference in references(one.row.shape, data):
        if reference in refused:
            yield refused[reference]
