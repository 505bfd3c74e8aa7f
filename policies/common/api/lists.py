"""Many-to-many members of records, all lists of a page in one query.

The text of that query depends on the shape alone, so it is written once; only the
ids of the page change.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import orjson
from django.db import connection, models
from rest_framework import serializers

JSONRecord = dict[str, Any]

JSON_TEXT = {  # how each engine writes one member, and all of them in their order
    "postgresql": ("json_build_array", "json_agg(one)::text"),
    "sqlite": ("json_array", "json_group_array(json(one))"),
}


@dataclass(frozen=True)
class MemberList:
    """One many-to-many member: its tables, its columns, the order of its members."""

    name: str
    through: str
    owner: str
    member: str
    table: str
    columns: tuple[str, ...]
    order: str

    @classmethod
    def of(
        cls,
        shape: type[serializers.Serializer[Any]],
        name: str,
        path: str,
        members: Sequence[str],
    ) -> Self:
        """Read the tables of a many-to-many field from the model behind a shape."""
        model: type[models.Model] = shape.Meta.model  # type: ignore[attr-defined]
        relation: Any = model._meta.get_field(path)
        through = relation.remote_field.through._meta
        target = relation.related_model._meta
        own_order = [field.column for field in through.fields if field.name == "order"]
        return cls(
            name=name,
            through=through.db_table,
            owner=through.get_field(relation.m2m_field_name()).column,
            member=through.get_field(relation.m2m_reverse_field_name()).column,
            table=target.db_table,
            columns=tuple(target.get_field(member).column for member in members),
            order=f't."{own_order[0]}"' if own_order else "0",
        )

    def select(self, tag: int, width: int) -> str:
        """Write the query of this list, padded to the common width."""
        texts = [f"m.{column}" for column in self.columns]
        texts += ["NULL"] * (width - len(texts))
        named = ", ".join(f"{text} AS c{n}" for n, text in enumerate(texts))
        return (
            f"SELECT {tag} AS tag, t.{self.owner} AS owner, {self.order} AS place, "  # noqa: S608
            f"{named} FROM {self.through} t "
            f"JOIN {self.table} m ON m.id = t.{self.member} "
            f"WHERE t.{self.owner} IN (SELECT id FROM page)"
        )

    def column(self, table: str) -> str:
        """Write the query of this list as one column beside a row of a table."""
        array, together = JSON_TEXT[connection.vendor]
        values = ", ".join(f"m.{column}" for column in self.columns)
        return (
            f"SELECT {together} FROM (SELECT {array}({values}) AS one, "  # noqa: S608
            f"{self.order} AS place FROM {self.through} t "
            f"JOIN {self.table} m ON m.id = t.{self.member} "
            f"WHERE t.{self.owner} = {table}.id "
            f"ORDER BY place, m.{self.columns[0]}) those"
        )

    def record(self, values: Sequence[Any]) -> JSONRecord:
        """Make one member of its values; a text that is not given is null."""
        named = zip(self.columns, values, strict=False)
        return {name: value or None for name, value in named}


@dataclass(frozen=True)
class ListQuery:
    """All many-to-many lists of one shape."""

    lists: tuple[MemberList, ...]

    @cached_property
    def _body(self) -> str:
        width = max(len(item.columns) for item in self.lists)
        parts = [item.select(tag, width) for tag, item in enumerate(self.lists)]
        return " UNION ALL ".join(parts) + " ORDER BY tag, owner, place, c0"

    def read(self, owners: Sequence[int]) -> dict[int, dict[str, list[JSONRecord]]]:
        """Give the members of each owner, by owner and list."""
        found: dict[int, dict[str, list[JSONRecord]]] = defaultdict(dict)
        for tag, owner, _place, *values in self._rows(owners):
            item = self.lists[tag]
            found[owner].setdefault(item.name, []).append(item.record(values))
        return found

    def read_bare(self, owners: Sequence[int]) -> dict[int, dict[str, list[Any]]]:
        """Give the first column of each member alone, by owner and list."""
        names = [item.name for item in self.lists]
        found: dict[int, dict[str, list[Any]]] = defaultdict(dict)
        for tag, owner, _place, value, *_rest in self._rows(owners):
            found[owner].setdefault(names[tag], []).append(value)
        return found

    def _rows(self, owners: Sequence[int]) -> list[Sequence[Any]]:
        page = "SELECT value FROM json_each(%s)"
        ids: Any = orjson.dumps(owners).decode()
        if connection.vendor == "postgresql":
            page, ids = "SELECT unnest(%s::bigint[])", list(owners)
        with connection.cursor() as cursor:
            cursor.execute(f"WITH page (id) AS ({page}) {self._body}", [ids])
            rows: list[Sequence[Any]] = cursor.fetchall()
        return rows

    def beside(self, table: str) -> tuple[str, ...]:
        """Write all lists as columns beside a row of a table."""
        return tuple(item.column(table) for item in self.lists)

    def parsed(self, texts: Sequence[str | None]) -> dict[str, list[JSONRecord]]:
        """Give the members of the lists that were read beside a row."""
        return {
            item.name: [item.record(values) for values in orjson.loads(text or "[]")]
            for item, text in zip(self.lists, texts, strict=True)
        }

    def fill(
        self, record: JSONRecord, members: dict[str, list[JSONRecord]] | None
    ) -> None:
        """Put the members into a record; a list without any stays empty."""
        if members:
            record.update(members)
