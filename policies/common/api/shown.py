"""What is shown of a record: the members chosen by ``fields=`` or ``omit=``, the parts.

A shape is compiled for the members that are shown, so that the database is asked for
no column, join or list that is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import QueryDict
from rest_framework import serializers

from policies.common.api.errors import Fault
from policies.common.api.parts import Part, attach, parts
from policies.common.api.query import read_names, refuse
from policies.common.api.renderers import JSON, SPARSE_JSON
from policies.common.api.rows import JSONRecord, Members, Row, plan

Shape = type[serializers.Serializer[Any]]
PARAMETERS = ("fields", "omit", "include")
ALWAYS = "slug"


@dataclass(frozen=True)
class Shown:
    """What is shown of each record.

    Attributes:
        shape: the shape of the records.
        members: the members chosen; None for a complete record.
        parts: the parts given under ``included``.

    """

    shape: Shape
    members: Members | None = None
    parts: tuple[Part, ...] = ()

    @property
    def media_type(self) -> str:
        """Whether the answer holds complete records, or some of their members."""
        return JSON if self.members is None else SPARSE_JSON

    def records(self, rows: Sequence[Row]) -> list[JSONRecord]:
        """Build the records of rows, with their parts."""
        records = plan(self.shape, self.members).build(rows)
        attach(records, [row[0] for row in rows], self.parts)
        return records

    def record(self, row: Row) -> JSONRecord:
        """Build the record of a row that was read alone, with its parts."""
        record = plan(self.shape, self.members).build_alone(row)
        attach([record], [row[0]], self.parts)
        return record


@cache
def members_of(shape: Shape) -> tuple[str, ...]:
    """Give the names of all members of a shape; parts are no members."""
    names: Iterable[str] = shape().fields.keys()
    return tuple(name for name in names if name != "included")


def parameters(shape: Shape) -> tuple[str, ...]:
    """Name the parameters that say what is shown of a shape."""
    return PARAMETERS if parts(shape) else PARAMETERS[:-1]


def read_shown(query: QueryDict, shape: Shape, faults: list[Fault]) -> Shown:
    """Read what is to be shown; ``faults`` takes what is wrong with it."""
    declared: Mapping[str, Part] = parts(shape)
    wanted = read_names(query, "include", list(declared), "part", faults)
    chosen = tuple(part for name, part in declared.items() if name in wanted)
    return Shown(shape, _members(query, shape, faults), chosen)


def _members(query: QueryDict, shape: Shape, faults: list[Fault]) -> Members | None:
    every = members_of(shape)
    rest = [name for name in every if name != ALWAYS]
    kept = read_names(query, "fields", every, "member", faults)
    left = read_names(query, "omit", rest, "member", faults)
    if kept and left:
        detail = "cannot be combined with fields; ask for one of them"
        faults.append(refuse("omit", "conflicting", detail))
    if kept:
        return frozenset(kept) | {ALWAYS}
    return frozenset(every).difference(left) if left else None
