"""What a search across collections reads: every table with its texts, in one query."""

from collections.abc import Collection as Names
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db import connection

from policies.common.api.rows import JSONRecord
from policies.common.collections import Collection
from policies.common.fields import folded_field
from policies.common.filters import Declared, RefusedValueError, Schema
from policies.common.models import RecordState
from policies.common.registry import registered
from policies.common.search import Query, match
from policies.common.search.ranking import found, rank_sql, rung_sql


@dataclass(frozen=True)
class Searched:
    """A collection as the search reads it: its texts, and what labels a record."""

    collection: Collection

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The texts to read: those searched, and the labels."""
        label = self.collection.label
        named = (name for name in (label.number, label.vi, label.en) if name)
        sources = folded_field(self.collection.model).sources
        return tuple(dict.fromkeys([*sources, *named]))

    def select(self, width: int) -> str:
        """Write the query of the published records, padded to the common width."""
        meta = self.collection.model._meta
        quote = connection.ops.quote_name
        fields: list[Any] = [meta.get_field(name) for name in self.columns]
        names = [quote(field.column) for field in fields]
        texts = [*names, *["NULL"] * (width - len(names))]
        named = ", ".join(f"{text} AS t{n}" for n, text in enumerate(texts))
        return (
            f"SELECT '{self.collection.name}' AS name, slug, search_text, {named} "  # noqa: S608
            f"FROM {quote(meta.db_table)} "
            f"WHERE state = '{RecordState.PUBLISHED.value}'"
        )


@cache
def searched() -> dict[str, Searched]:
    """Give every collection with a table of its own; proxies show rows of another."""
    return {
        one.name: Searched(one) for one in registered() if not one.model._meta.proxy
    }


class SearchedCollection(Declared):
    """The name of a collection that is searched."""

    def parse(self, text: str) -> str:
        """Read the name of a collection."""
        if text not in searched():
            raise RefusedValueError(
                f"«{text}» is not searched by itself", list(searched())
            )
        return text

    def value_schema(self) -> Schema:
        """List the collections."""
        return {"type": "string", "enum": list(searched())}


@dataclass(frozen=True)
class Hit:
    """One record found: its place in the ranking, and what stands in its row."""

    place: str
    collection: str
    slug: str
    texts: Sequence[Any]

    def result(self, query: Query) -> JSONRecord:
        """Say which record was found, and why."""
        one = searched()[self.collection]
        label = one.collection.label
        values = dict(zip(one.columns, self.texts, strict=False))
        record = {
            "collection": self.collection,
            "slug": self.slug,
            "number": values.get(label.number) or None,
            "label": values.get(label.vi) or None,
            "label_en": values.get(label.en) or None,
        }
        if why := match(query, folded_field(one.collection.model).texts(values)):
            record["match"] = why
        return record


def hits(query: Query, names: Names[str], start: str, limit: int) -> list[Hit]:
    """Give the best records of some collections that come after a place.

    One query ranks them all; the place is the rank, the public id and the collection,
    in the order of bytes. A query without words finds nothing.
    """
    if not query.words:
        return []
    tables = [one for one in searched().values() if one.collection.name in names]
    width = max(len(one.columns) for one in tables)
    everything = " UNION ALL ".join(one.select(width) for one in tables)
    rank, rank_params = rank_sql("search_text", query)
    condition, params = rung_sql(found(query), "search_text")
    order = ' COLLATE "C"' if connection.vendor == "postgresql" else ""
    text = (
        "WITH ranked AS MATERIALIZED "  # noqa: S608
        f"(SELECT ({rank} || slug || ' ' || name){order} AS place, one.* "
        f"FROM ({everything}) one WHERE {condition}) "
        "SELECT * FROM ranked WHERE place > %s ORDER BY place LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(text, [*rank_params, *params, start, limit])
        return [
            Hit(place, name, slug, texts)
            for place, name, slug, _search_text, *texts in cursor.fetchall()
        ]
