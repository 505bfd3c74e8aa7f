"""Rows: a shape compiled once into columns, and records built straight from them.

Reading does not go through serializers: for 50 rows they cost several times the
query. A ``RowPlan`` asks the database for exactly the columns of a shape, in one
query, and for all its many-to-many lists together in a second one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from django.db import models
from rest_framework import serializers

from policies.common.api.lists import ListQuery, MemberList
from policies.common.api.serializers import NotGiven, RefShape

Row = Sequence[Any]
Make = Callable[[Row], Any]
Convert = Callable[[Any], Any]
JSONRecord = dict[str, Any]
Members = frozenset[str]
Shape = type[serializers.Serializer[Any]]

SPARSE_PLANS = 256


def decimal_text(value: Decimal | None) -> str | None:
    """Write a decimal without superfluous zeros and without an exponent."""
    if value is None:
        return None
    return format(value.normalize() if value else Decimal(0), "f")


def utc_text(value: datetime | None) -> str | None:
    """Write a time of the register in UTC, as the shapes do."""
    if value is None:
        return None
    return value.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def given(value: str | None) -> str | None:
    """Read a text that is not given as null."""
    return value or None


def reader(field: serializers.Field[Any, Any, Any, Any], index: int) -> Make:
    """Give the function that takes a member from its column of a row."""
    convert = given if isinstance(field, NotGiven) else converter(field)
    if convert is None:
        return itemgetter(index)
    return lambda row: convert(row[index])


def converter(field: serializers.Field[Any, Any, Any, Any]) -> Convert | None:
    """Give the function that writes a value, where it is not written as it is read."""
    if isinstance(field, serializers.DecimalField):
        return decimal_text
    return utc_text if isinstance(field, serializers.DateTimeField) else None


def _ref_reader(names: Sequence[str], start: int) -> Make:
    stop = start + len(names)

    def read(row: Row) -> JSONRecord | None:
        values = row[start:stop]
        if values[0] is None:
            return None
        return {
            name: None if value == "" else value
            for name, value in zip(names, values, strict=True)
        }

    return read


@dataclass(frozen=True)
class RowPlan:
    """How to read the records of one shape.

    Attributes:
        columns: ORM paths to ask for; the first is the id.
        makers: a function from a row to each member.
        lists: the many-to-many members, read together.

    """

    columns: tuple[str, ...]
    makers: tuple[tuple[str, Make], ...]
    lists: ListQuery | None

    def read(self, queryset: models.QuerySet[Any], *extra: str) -> list[Row]:
        """Run the query for the columns of the shape, and for extra ones after."""
        return list(queryset.values_list(*self.columns, *extra))

    def build(self, rows: Iterable[Row]) -> list[JSONRecord]:
        """Make the records of rows, with their lists."""
        rows = list(rows)
        records = [{name: make(row) for name, make in self.makers} for row in rows]
        if self.lists is not None and rows:
            by_owner = self.lists.read([row[0] for row in rows])
            for row, record in zip(rows, records, strict=True):
                self.lists.fill(record, by_owner.get(row[0]))
        return records

    def build_alone(self, row: Row) -> JSONRecord:
        """Make the record of a row that was read with its lists beside it."""
        record = {name: make(row) for name, make in self.makers}
        if self.lists is not None:
            texts = row[len(self.columns) : len(self.columns) + len(self.lists.lists)]
            record.update(self.lists.parsed(texts))
        return record


def plan(shape: Shape, members: Members | None = None) -> RowPlan:
    """Give the plan of a shape, whole or for some of its members only."""
    return _whole(shape) if members is None else _sparse(shape, members)


@cache
def _whole(shape: Shape) -> RowPlan:
    return _compiled(shape, None)


@lru_cache(maxsize=SPARSE_PLANS)
def _sparse(shape: Shape, members: Members) -> RowPlan:
    return _compiled(shape, members)


def _compiled(shape: Shape, members: Members | None) -> RowPlan:
    columns: list[str] = ["id"]
    makers: list[tuple[str, Make]] = []
    lists: list[MemberList] = []
    for name, field in shape().fields.items():
        if name == "included" or (members is not None and name not in members):
            continue
        source = name if field.source in {None, name} else str(field.source)
        path = source.replace(".", "__")
        if isinstance(field, serializers.ListSerializer):
            child: Any = field.child
            lists.append(MemberList.of(shape, name, path, tuple(child.fields)))
            makers.append((name, empty))
        elif isinstance(field, RefShape | serializers.Serializer):
            inner = list(field.fields)
            makers.append((name, _ref_reader(inner, len(columns))))
            columns.extend(f"{path}__{item}" for item in inner)
        else:
            makers.append((name, reader(field, len(columns))))
            columns.append(path)
    listed = ListQuery(tuple(lists)) if lists else None
    return RowPlan(tuple(columns), tuple(makers), listed)


def empty(_row: Row) -> list[Any]:
    """Give a list that nothing was found for yet."""
    return []


def grouped(rows: Iterable[Row], key: int) -> dict[Any, list[Row]]:
    """Group rows by one of their columns, keeping their order."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
