"""What the register said at a past time: each table hidden behind its state then.

A common table expression that bears the name of a table hides the table for the whole
statement, on SQLite and PostgreSQL alike. While a past time is read, every statement
is given such an expression for each table that it names, rebuilt from the history.
Filters, joins, parts, counts and recursive walks need not know of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

from policies.common.clocks import on_known_time
from policies.common.history import Archive, Log
from policies.common.models import RECORD_HISTORY, Record

NAME = re.compile(r"[a-z_][a-z0-9_]*")
OPENING = re.compile(
    r"\s*(?:WITH\s+(?P<recursive>RECURSIVE\s+)?|(?=SELECT\b|\())", re.I
)
KEPT: Any = object()  # stands in the parameters where the time is to be filled in


class NoPastError(RuntimeError):
    """A statement that cannot be asked of the past: it writes, or has no history."""


@dataclass(frozen=True)
class PastTable:
    """The query of a table's rows as they were, and its parameters but for the time."""

    text: str
    params: tuple[Any, ...] = ()

    def at(self, time: Any) -> list[Any]:
        """Fill the time into the parameters."""
        return [time if value is KEPT else value for value in self.params]


def _columns(fields: Iterable[Any], table: str) -> str:
    quote = connection.ops.quote_name
    return ", ".join(f"{table}.{quote(field.column)}" for field in fields)


def _newest(table: str) -> str:
    """Condition that ``h`` is the state of its record at a time; twice the time.

    The last one written counts, also where two bear the same time or a clock went
    back. It reads one index, from the record's id.
    """
    return (
        "h.history_date <= %s AND h.history_type <> '-' AND NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM {table} n WHERE n.id = h.id "
        "AND n.history_id > h.history_id AND n.history_date <= %s)"
    )


def _of_record(model: type[models.Model]) -> PastTable:
    """Rebuild the rows of a record's table; computed columns are computed again."""
    past = connection.ops.quote_name(model.history.model._meta.db_table)  # type: ignore[attr-defined]
    columns: list[str] = []
    params: list[Any] = []
    for field in model._meta.concrete_fields:
        name = _columns([field], "h")
        if isinstance(field, models.GeneratedField):
            text, values = field.generated_sql(connection)
            name = f"{text} AS {name.removeprefix('h.')}"
            params.extend(values)
        columns.append(name)
    text = f"SELECT {', '.join(columns)} FROM {past} h WHERE {_newest(past)}"  # noqa: S608
    return PastTable(text, (*params, KEPT, KEPT))


def _of_list(owner: type[models.Model], field: Any) -> PastTable:
    """Rebuild the rows of a many-to-many table from the states of the owner."""
    states = connection.ops.quote_name(owner.history.model._meta.db_table)  # type: ignore[attr-defined]
    past = RECORD_HISTORY.m2m_models[field]._meta
    through = field.remote_field.through._meta
    columns = _columns(through.concrete_fields, "m")
    table = connection.ops.quote_name(past.db_table)
    text = (
        f"SELECT {columns} FROM {table} m JOIN {states} h "  # noqa: S608
        f"ON h.history_id = m.history_id WHERE {_newest(states)}"
    )
    return PastTable(text, (KEPT, KEPT))


def _of_archive(archive: type[Archive]) -> PastTable:
    """Rebuild the rows that services rebuild from those they replaced."""
    live = archive.archive_of._meta
    columns = _columns(
        (one for one in live.concrete_fields if not one.primary_key), "h"
    )
    table = connection.ops.quote_name(archive._meta.db_table)
    text = (
        f"SELECT h.history_id AS id, {columns} FROM {table} h "  # noqa: S608
        f"WHERE h.known_from <= %s AND (h.known_until IS NULL OR h.known_until > %s)"
    )
    return PastTable(text, (KEPT, KEPT))


@cache
def past_tables() -> dict[str, PastTable]:
    """Give every table of the register that has a past, by its name."""
    found: dict[str, PastTable] = {}
    for model in apps.get_models():
        if issubclass(model, Archive):
            found[model.archive_of._meta.db_table] = _of_archive(model)
        elif issubclass(model, Record) and not model._meta.proxy:
            found[model._meta.db_table] = _of_record(model)
            for field in model._meta.many_to_many:
                if field in RECORD_HISTORY.m2m_models:
                    through: Any = field.remote_field.through
                    found[through._meta.db_table] = _of_list(model, field)
    return found


@cache
def tables_without_past() -> frozenset[str]:
    """Name the tables of the register that cannot be asked what they once held."""
    labels = {
        model._meta.app_label
        for model in apps.get_models()
        if issubclass(model, Record)
    }
    tables = {
        model._meta.db_table
        for label in labels
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if not hasattr(model, "history_id")
        and not hasattr(model, "m2m_history_id")
        and not issubclass(model, Log)
    }
    return frozenset(tables - past_tables().keys())


def in_the_past(sql: str, params: Sequence[Any], time: Any) -> tuple[str, list[Any]]:
    """Put the past state of every table that a statement names before it.

    Raises:
        NoPastError: the statement is no question, or names a table without history.

    """
    named = set(NAME.findall(sql))
    if lacking := named & tables_without_past():
        raise NoPastError(f"no past is kept of {', '.join(sorted(lacking))}")
    tables = sorted(named & past_tables().keys())
    if not tables:
        return sql, list(params)
    opening = OPENING.match(sql)
    if opening is None:
        raise NoPastError(f"the past cannot be changed: {sql[:40]}")
    hidden, values = [], []
    for name in tables:
        past = past_tables()[name]
        table = connection.ops.quote_name(name)
        hidden.append(f"{table} AS NOT MATERIALIZED ({past.text})")
        values.extend(past.at(time))
    rest = sql[opening.end() :]
    more = ", " if opening[0].strip() else " "
    recursive = "RECURSIVE " if opening["recursive"] else ""
    text = f"WITH {recursive}{', '.join(hidden)}{more}{rest}"
    return text, [*values, *params]


@contextmanager
def known_at(time: datetime | None) -> Iterator[None]:
    """Read the register as it was at a time; None is now and costs nothing."""
    if time is None:
        yield
        return
    adapted = connection.ops.adapt_datetimefield_value(time)

    def ask(
        execute: Callable[..., Any],
        sql: str,
        params: Any,
        many: bool,  # noqa: FBT001 # Django's
        context: dict[str, Any],
    ) -> Any:
        if many:
            raise NoPastError("the past cannot be changed")
        if params is None:
            sql = sql.replace("%", "%%")
        text, values = in_the_past(sql, params or (), adapted)
        return execute(text, values, many, context)

    with on_known_time(time), connection.execute_wrapper(ask):
        yield
