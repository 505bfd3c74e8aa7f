"""The SELECT of a shape, compiled once a day and reused for every page.

Building the text of a wide query costs the ORM more time than the database needs to
answer it. Only the narrow part, which rows and in which order, differs from request
to request; it is built each time and joined to the text that does not change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.utils import timezone

from policies.common.api.rows import Row, plan
from policies.common.collections import Collection


@dataclass(frozen=True)
class Select:
    """The unchanging part: columns and joins of a shape, with the sort column last."""

    text: str
    params: tuple[Any, ...]
    table: str
    converters: dict[int, tuple[list[Any], Any]]
    compiler: Any

    def read(self, narrow: models.QuerySet[Any], column: str, sign: str) -> list[Row]:
        """Give the rows that a narrow query of ids and sort values chooses."""
        try:
            inner, params = narrow.values_list("pk", column).query.sql_with_params()
        except EmptyResultSet:
            return []
        direction = "DESC" if sign else "ASC"
        text = (
            f"WITH page (id, place) AS ({inner}) {self.text} "
            f"INNER JOIN page ON page.id = {self.table}.id "
            f"ORDER BY page.place {direction}, page.id {direction}"
        )
        with connection.cursor() as cursor:
            cursor.execute(text, (*params, *self.params))
            rows: Sequence[Row] = cursor.fetchall()
        return list(self._converted(rows))

    def _converted(self, rows: Sequence[Row]) -> Iterator[Row]:
        if not self.converters:
            return iter(rows)
        converted: Iterator[Row] = self.compiler.apply_converters(rows, self.converters)
        return converted


@lru_cache(maxsize=256)
def _compiled(collection: Collection, column: str, _day: date) -> Select:
    concrete = collection.model._meta.concrete_model or collection.model
    prepared = collection.prepare(concrete._default_manager.order_by())
    wide = prepared.values_list(*plan(collection.serializer).columns, column)
    compiler = wide.query.get_compiler(connection=connection)
    text, params = compiler.as_sql()
    return Select(
        text=text,
        params=tuple(params),
        table=connection.ops.quote_name(concrete._meta.db_table),
        converters=compiler.get_converters([item[0] for item in compiler.select]),
        compiler=compiler,
    )


def select(collection: Collection, column: str) -> Select:
    """Give the compiled SELECT of a collection in one order, for today."""
    return _compiled(collection, column, timezone.localdate())
