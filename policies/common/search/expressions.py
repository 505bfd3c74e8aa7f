"""A search as the ORM takes it: a condition and a sort key, for any table searched."""

from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Func

from policies.common.search.query import Query
from policies.common.search.ranking import found, rank_sql, rung_sql

RecordT = TypeVar("RecordT", bound=models.Model)


class Found(Func):
    """Whether a row answers a query: each word and phrase is in one of the columns.

    The columns are folded ones, of the row itself or of rows it belongs to.
    """

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, query: Query, *columns: str) -> None:
        self.query = query
        super().__init__(*map(F, columns or ("search_text",)))

    def as_sql(  # type: ignore[override]
        self, compiler: Any, _connection: Any, **_extra: Any
    ) -> tuple[str, list[Any]]:
        """Write the condition; a query without words finds nothing."""
        if not self.query.words:
            return "1 = 0", []
        columns = [compiler.compile(one)[0] for one in self.get_source_expressions()]
        condition, params = rung_sql(found(self.query), *columns)
        return f"({condition})", params


class Relevance(Func):
    """Sort key of a search: the rank, then the public id, in the order of bytes.

    No two rows of a table share it. The order of bytes is the same on every engine,
    whatever collation a database was made with.
    """

    output_field = models.CharField()

    def __init__(self, query: Query) -> None:
        self.query = query
        super().__init__(F("search_text"), F("slug"))

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **_extra: Any
    ) -> tuple[str, list[Any]]:
        """Write the rank before the public id."""
        text, slug = (compiler.compile(one)[0] for one in self.get_source_expressions())
        rank, params = rank_sql(text, self.query)
        order = ' COLLATE "C"' if connection.vendor == "postgresql" else ""
        return f"({rank} || {slug}){order}", params


def search(
    queryset: "models.QuerySet[RecordT]", query: Query
) -> "models.QuerySet[RecordT]":
    """Keep the rows that answer a query; one without words finds nothing."""
    return queryset.filter(Found(query)) if query.words else queryset.none()
