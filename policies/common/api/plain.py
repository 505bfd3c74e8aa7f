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
from django.db.models import F, Value
from django.db.models.functions import NullIf
from rest_framework import serializers

from policies.common.api.lists import ListQuery, MemberList
from policies.common.api.rows import Convert, JSONRecord, Row, Shape, converter
from policies.common.api.serializers import NotGiven, RefShape

Column = str | NullIf


@dataclass(frozen=True)
class PlainPlan:
    """How to read the plain records of one shape.

    Attributes:
        names: the members, in the order of the shape.
        columns: what to ask for: the id, then every member that is no list.
        column_names: the members of those columns.
        converters: members that are written otherwise than they are read.
        lists: the many-to-many members, read together.

    """

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    column_names: tuple[str, ...]
    converters: tuple[tuple[str, Convert], ...]
    lists: ListQuery | None

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
        records = [self._record(row) for row in rows]
        if self.lists is None or not rows:
            return records
        names = self.list_names
        by_owner = self.lists.read_bare([row[0] for row in rows])
        for row, record in zip(rows, records, strict=True):
            found = by_owner[row[0]]
            for name in names:
                record[name] = found.get(name, [])
        return records

    def _record(self, row: Row) -> JSONRecord:
        record: JSONRecord = dict.fromkeys(self.names)
        record.update(zip(self.column_names, row[1:], strict=True))
        for name, convert in self.converters:
            record[name] = convert(record[name])
        return record


@cache
def plain_plan(shape: Shape) -> PlainPlan:
    """Compile the plain form of a shape."""
    names: list[str] = []
    columns: dict[str, Column] = {}
    converters: list[tuple[str, Convert]] = []
    lists: list[MemberList] = []
    for name, field, path in kept_members(shape):
        names.append(name)
        if isinstance(field, serializers.ListSerializer):
            lists.append(MemberList.of(shape, name, path, ("slug",)))
            continue
        columns[name] = _column(field, path)
        if convert := converter(field):
            converters.append((name, convert))
    return PlainPlan(
        tuple(names),
        ("id", *columns.values()),
        tuple(columns),
        tuple(converters),
        ListQuery(tuple(lists)) if lists else None,
    )


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


def _column(field: serializers.Field[Any, Any, Any, Any], path: str) -> Column:
    """Say what to ask for; the database reads a text that is not given as null."""
    if isinstance(field, RefShape):
        return f"{path}__slug"
    if isinstance(field, NotGiven):
        return NullIf(F(path), Value(""), output_field=models.TextField())
    return path
