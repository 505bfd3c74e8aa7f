"""Rows gathered by table: one of each public id, where all of them say the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import models

from policies.common.api.errors import Fault
from policies.writing.members import plain
from policies.writing.row import Row, RowFault


@dataclass
class Collected:
    """Rows to be written, by table.

    Attributes:
        tables: the rows of each table, one for each public id.
        again: rows that repeat another one, with the one they repeat.
        faults: rows that contradict another one, or whose public id is no text.

    """

    tables: dict[type[models.Model], list[Row]] = field(
        default_factory=lambda: defaultdict(list)
    )
    again: dict[Row, Row] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)


def collect(rows: Iterable[Row]) -> Collected:
    """Gather rows by table."""
    found = Collected()
    first: dict[tuple[type[models.Model], str], Row] = {}
    for row in rows:
        slug = row.data.get("slug")
        if slug is not None and not isinstance(slug, str):
            fault = Fault("invalid", "A public id is text.", pointer="/record/slug")
            found.faults.append(RowFault(row, fault))
            continue
        known = first.setdefault((row.model, row.slug), row) if row.slug else row
        if known is row:
            found.tables[row.model].append(row)
        elif differing := contradictions(known, row):
            found.faults.append(contradiction(known, row, differing))
        else:
            found.again[row] = known
    return found


def contradictions(one: Row, other: Row) -> Sequence[str]:
    """Name the members in which two rows of one public id differ."""
    left, right = plain(one.shape, one.data), plain(other.shape, other.data)
    names = dict.fromkeys((*left, *right))
    return [name for name in names if left.get(name) != right.get(name)]


def contradiction(known: Row, row: Row, differing: Sequence[str]) -> RowFault:
    """Say that two rows contradict each other, naming both places."""
    detail = (
        f"«{row.slug}» stands also at {known.where}, with another "
        f"{', '.join(differing)}."
    )
    fault = Fault("contradiction", detail, pointer=f"/record/{differing[0]}")
    return RowFault(row, fault)
