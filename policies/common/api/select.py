"""The SELECT of a shape, compiled once and reused for every page and day.

Building the text of a wide query costs the ORM more time than the database needs to
answer it. Only the narrow part, which rows and in which order, differs from request
to request; it is built each time and joined to the text that does not change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.expressions import RawSQL

from policies.common.api.rows import SPARSE_PLANS, Members, Row, plan
from policies.common.api.serializers import on_day
from policies.common.clocks import legal_day
from policies.common.collections import Collection

Converters = dict[int, tuple[list[Any], Any]]


class LegalDay(models.Expression):
    """The day of the law that is asked for, left open in a compiled SELECT."""

    output_field = models.DateField()
    OPEN = object()

    def as_sql(self, *_context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Leave a place for the day."""
        return "%s", [self.OPEN]


@dataclass(frozen=True)
class Select:
    """The unchanging part: columns and joins of a shape, with the sort value last."""

    text: str
    params: tuple[Any, ...]
    table: str
    width: int
    converters: Converters
    compiler: Any

    def read(self, narrow: models.QuerySet[Any], column: str, sign: str) -> list[Row]:
        """Give the rows that a narrow query of ids and sort values chooses."""
        query = narrow.values_list("pk", column).query
        compiler = query.get_compiler(connection=connection)
        try:
            inner, params = compiler.as_sql()
        except EmptyResultSet:
            return []
        place = compiler.get_converters([compiler.select[1][0]])
        direction = "DESC" if sign else "ASC"
        text = (
            f"WITH page (id, place) AS ({inner}) {self.text} "
            f"INNER JOIN page ON page.id = {self.table}.id "
            f"ORDER BY page.place {direction}, page.id {direction}"
        )
        with connection.cursor() as cursor:
            cursor.execute(text, (*params, *self._filled()))
            rows: Sequence[Row] = cursor.fetchall()
        return list(self._converted(rows, place))

    def _filled(self) -> Iterator[Any]:
        day = connection.ops.adapt_datefield_value(legal_day())
        return (day if value is LegalDay.OPEN else value for value in self.params)

    def _converted(self, rows: Sequence[Row], place: Converters) -> Iterator[Row]:
        converters = dict(self.converters)
        if place:
            converters[self.width - 1] = place[0]
        if not converters:
            return iter(rows)
        converted: Iterator[Row] = self.compiler.apply_converters(rows, converters)
        return converted


def select(
    collection: Collection,
    members: Members | None = None,
    texts: tuple[str, ...] = (),
    *,
    alone: bool = False,
) -> Select:
    """Give the compiled SELECT of a collection, whole or for some members only.

    ``texts`` are columns asked for beside those of the shape, before the sort value.
    A record that is read ``alone`` has its many-to-many lists there, so that one
    statement tells all of it; for a page one more statement for all lists is quicker.
    """
    if members is None:
        return _whole(collection, texts, alone)
    return _sparse(collection, members, texts, alone)


@cache
def _whole(
    collection: Collection,
    texts: tuple[str, ...],
    alone: bool,  # noqa: FBT001 - a key of the cache
) -> Select:
    return _compiled(collection, None, texts, alone)


@lru_cache(maxsize=SPARSE_PLANS)
def _sparse(
    collection: Collection,
    members: Members,
    texts: tuple[str, ...],
    alone: bool,  # noqa: FBT001 - a key of the cache
) -> Select:
    return _compiled(collection, members, texts, alone)


def _compiled(
    collection: Collection,
    members: Members | None,
    texts: tuple[str, ...],
    alone: bool,  # noqa: FBT001 - of the two above
) -> Select:
    concrete = collection.model._meta.concrete_model or collection.model
    table = connection.ops.quote_name(concrete._meta.db_table)
    rows = concrete._default_manager.order_by()
    prepared = on_day(collection.serializer, rows, LegalDay())
    read = plan(collection.serializer, members)
    lists = read.lists.beside(table) if alone and read.lists else ()
    raw = [RawSQL(text, ()) for text in (*lists, "page.place")]  # noqa: S611 - ours
    wide = prepared.values_list(*read.columns, *texts, *raw)
    compiler = wide.query.get_compiler(connection=connection)
    text, params = compiler.as_sql()
    return Select(
        text=text,
        params=tuple(params),
        table=table,
        width=len(compiler.select),
        converters=compiler.get_converters([item[0] for item in compiler.select]),
        compiler=compiler,
    )
