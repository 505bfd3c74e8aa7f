"""The plain form of records: what exports, the change log and imports exchange.

It has every member that is kept in the register and none that is computed for a day
or repeats another record: a related record is its public id alone. So it changes only
when the record itself changes, and what was exported can be written back as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from rest_framework import serializers

from policies.common.api.lists import ListQuery, MemberList
from policies.common.api.rows import JSONRecord, Make, Row, Shape, empty, given, reader
from policies.common.api.serializers import RefShape


@dataclass(frozen=True)
class PlainPlan:
    """How to read the plain records of one shape.

    Attributes:
        columns: ORM paths to ask for; the first is the id.
        makers: a function from a row to each member.
        lists: the many-to-many members, read together.

    """

    columns: tuple[str, ...]
    makers: tuple[tuple[str, Make], ...]
    lists: ListQuery | None

    @property
    def names(self) -> tuple[str, ...]:
        """The members, in the order of the shape."""
        return tuple(name for name, _make in self.makers)

    @property
    def list_names(self) -> frozenset[str]:
        """Those of the members that are lists of public ids."""
        lists = self.lists.lists if self.lists else ()
        return frozenset(item.name for item in lists)

    def read(self, queryset: models.QuerySet[Any]) -> list[JSONRecord]:
        """Give the plain records of rows: one query, and one for all their lists."""
        return self.build(list(queryset.values_list(*self.columns)))

    def build(self, rows: Sequence[Row]) -> list[JSONRecord]:
        """Make the records of rows, with their lists."""
        records = [{name: make(row) for name, make in self.makers} for row in rows]
        if self.lists is None or not rows:
            return records
        by_owner = self.lists.read([row[0] for row in rows])
        for row, record in zip(rows, records, strict=True):
            for name, members in by_owner.get(row[0], {}).items():
                record[name] = [member["slug"] for member in members]
        return records


@cache
def plain_plan(shape: Shape) -> PlainPlan:
    """Compile the plain form of a shape."""
    columns: list[str] = ["id"]
    makers: list[tuple[str, Make]] = []
    lists: list[MemberList] = []
    for name, field, path in kept_members(shape):
        if isinstance(field, serializers.ListSerializer):
            lists.append(MemberList.of(shape, name, path, ("slug",)))
            makers.append((name, empty))
        elif isinstance(field, RefShape):
            makers.append((name, _slug_reader(len(columns))))
            columns.append(f"{path}__slug")
        else:
            makers.append((name, reader(field, len(columns))))
            columns.append(path)
    listed = ListQuery(tuple(lists)) if lists else None
    return PlainPlan(tuple(columns), tuple(makers), listed)


def kept_members(
    shape: Shape,
) -> Iterable[tuple[str, serializers.Field[Any, Any, Any, Any], str]]:
    """Give the members of a shape that are columns or lists of its table."""
    meta: Any = shape.Meta.model._meta  # type: ignore[attr-defined]
    kept = {field.name for field in (*meta.concrete_fields, *meta.many_to_many)}
    for name, field in shape().fields.items():
        path = name if field.source in {None, name} else str(field.source)
        if path in kept:
            yield name, field, path


def _slug_reader(index: int) -> Make:
    return lambda row: given(row[index])
