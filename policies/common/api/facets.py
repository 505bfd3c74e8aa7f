"""Facets: how many of the records found have each value of a filter.

Which filters can be facets follows from their declarations: codes, related records,
members of many-to-many lists, years and flags. All facets asked for are counted by one
statement over the records found, which it finds once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.core.exceptions import EmptyResultSet, FieldDoesNotExist
from django.db import connection, models
from django.db.models import Count
from django.db.models.expressions import RawSQL

from policies.common.api.rows import JSONRecord, Row
from policies.common.api.serializers import on_day
from policies.common.clocks import legal_day
from policies.common.codes import CodeList
from policies.common.collections import Collection
from policies.common.filters import Among, Code, Declared, Flag, Related, Slug, Year
from policies.common.wording import wording

MOST_VALUES = 100
LABELS = ("name", "title", "heading")
REFERENCES = (Slug, Related, Among)
FLAG = "CASE WHEN c.value THEN 'true' WHEN NOT c.value THEN 'false' END"


@dataclass(frozen=True)
class Facet:
    """One facet of a collection.

    Attributes:
        name: the filter whose values are counted.
        path: the column in the ORM, or the relation to related records.
        text: the value as the filter takes it, in SQL.
        codes: the code list that words the values, if they are codes.
        related: the related records, if the values are their public ids.

    """

    name: str
    path: str
    text: str
    codes: type[CodeList] | None = None
    related: type[models.Model] | None = None

    def counts(self, rows: models.QuerySet[Any]) -> tuple[str, Sequence[Any]]:
        """Write the query of the values and their counts among rows."""
        values = rows.values_list(self.path).annotate(n=Count("pk")).order_by()
        text, params = values.query.sql_with_params()
        return str(text), params

    def select(self, tag: int) -> str:
        """Write the query of the values with most records, and one more."""
        label = label_en = "NULL"
        join = ""
        if self.related is not None:
            meta = self.related._meta
            columns = {field.name: field.column for field in meta.concrete_fields}
            named = next((name for name in LABELS if name in columns), "")
            if named:
                label = f"NULLIF(m.{columns[named]}, '')"
            if f"{named}_en" in columns:
                label_en = f"NULLIF(m.{columns[f'{named}_en']}, '')"
            join = f"LEFT JOIN {meta.db_table} m ON m.id = c.value"
        collate = ' COLLATE "C"' if connection.vendor == "postgresql" else ""
        return (
            f"SELECT * FROM (SELECT {tag} AS tag, {self.text} AS value, "  # noqa: S608
            f"{label} AS label, {label_en} AS label_en, c.n AS n "
            f"FROM facet{tag} c {join} "
            f"ORDER BY c.n DESC, {self.text} IS NULL, {self.text}{collate} "
            f"LIMIT {MOST_VALUES + 1}) q{tag}"
        )

    def answer(self, rows: Sequence[Row]) -> JSONRecord:
        """Give the values in their order, and whether there are more."""
        order = sorted(rows, key=lambda row: (-row[4], row[1] is None, row[1]))
        values = [self._value(*row[1:]) for row in order[:MOST_VALUES]]
        return {"values": values, "more": len(rows) > MOST_VALUES}

    def _value(
        self, value: str | None, label: str | None, label_en: str | None, n: int
    ) -> JSONRecord:
        if self.codes is not None and value is not None:
            label, label_en = wording(self.codes(value))
        return {"value": value, "label": label, "label_en": label_en, "count": n}


@cache
def facets_of(collection: Collection) -> Mapping[str, Facet]:
    """Give every facet that a collection offers, by its name."""
    model = collection.model._meta.concrete_model or collection.model
    found = (
        _facet(model, name, made)
        for name, made in collection.filterset.base_filters.items()
        if not made.suffix
    )
    return {facet.name: facet for facet in found if facet is not None}


def _facet(model: type[models.Model], name: str, made: Declared) -> Facet | None:
    path = str(made.field_name)
    if type(made) in REFERENCES:
        relation = _field(model, path.removesuffix("__slug"))
        if relation is None or not relation.is_relation:
            return None
        return Facet(name, relation.name, "m.slug", related=relation.related_model)
    if not made.counted and _field(model, path) is None:
        return None
    path = made.counted or path
    if isinstance(made, Code):
        return Facet(name, path, "NULLIF(c.value, '')", codes=made.choices)
    if isinstance(made, Year):
        return Facet(name, path, "CAST(c.value AS text)")
    return Facet(name, path, FLAG) if isinstance(made, Flag) else None


def _field(model: type[models.Model], name: str) -> Any:
    """Find a column or list that a model has itself; none that leads back to it."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if field.concrete else None


def count_facets(
    collection: Collection, found: models.QuerySet[Any], asked: Sequence[Facet]
) -> dict[str, JSONRecord]:
    """Count the values of all facets asked for among the records found."""
    try:
        query, params = found.order_by().values_list("pk").query.sql_with_params()
    except EmptyResultSet:
        return {facet.name: facet.answer([]) for facet in asked}
    model = collection.model._meta.concrete_model or collection.model
    rows = model._default_manager.filter(pk__in=RawSQL("SELECT id FROM found", ()))
    rows = on_day(collection.serializer, rows, legal_day())
    tables, values = [f"found (id) AS ({query})"], list(params)
    for tag, facet in enumerate(asked):
        text, more = facet.counts(rows)
        tables.append(f"facet{tag} (value, n) AS ({text})")
        values.extend(more)
    selects = " UNION ALL ".join(facet.select(tag) for tag, facet in enumerate(asked))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(tables)} {selects} ORDER BY tag", values)
        counted = {
            tag: list(group) for tag, group in groupby(cursor.fetchall(), itemgetter(0))
        }
    return {
        facet.name: facet.answer(counted.get(tag, ()))
        for tag, facet in enumerate(asked)
    }
