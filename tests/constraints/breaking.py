"""Breaking a rule through raw SQL, and reading which rule the database names."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import IntegrityError, connection, models, transaction

_SQLITE = re.compile(
    r"(?P<check>CHECK) constraint failed: (?P<name>\w+)"
    r"|UNIQUE constraint failed: index '(?P<index>\w+)'"
    r"|UNIQUE constraint failed: (?P<unique>\w+\.\w+(?:, \w+\.\w+)*)"
    r"|NOT NULL constraint failed: (?P<null>\w+\.\w+)"
    r"|has an invalid foreign key: (?P<reference>\w+\.\w+)"
)


@dataclass(frozen=True)
class Refusal:
    """What the database refused: the table and columns, or the rule by its name.

    SQLite names a broken uniqueness by its columns alone, so several rules on the
    same columns may be meant.
    """

    names: frozenset[str] = frozenset()
    columns: tuple[str, ...] = ()


def update(model: type[models.Model], assignments: str, *ids: int) -> str:
    """Write the statement that changes rows of a model past all of its rules."""
    where = ", ".join(str(pk) for pk in ids)
    table, key = model._meta.db_table, model._meta.pk.column
    return f'UPDATE "{table}" SET {assignments} WHERE {key} IN ({where})'  # noqa: S608


def delete(model: type[models.Model], pk: int) -> str:
    """Write the statement that deletes a row past all rules."""
    return f'DELETE FROM "{model._meta.db_table}" WHERE id = {pk}'  # noqa: S608


def refusal(model: type[models.Model], *statements: str) -> Refusal | None:
    """Run statements in a savepoint; tell what refused them, None if nothing did.

    Foreign keys are checked at the end of a transaction on both engines, so they are
    checked here before the savepoint is given up.
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
            connection.check_constraints([model._meta.db_table])
            transaction.set_rollback(True)
    except IntegrityError as error:
        if connection.vendor == "sqlite":
            return _of_sqlite(model, str(error))
        return _of_postgresql(model, error.__cause__)
    return None


def _of_postgresql(model: type[models.Model], error: Any) -> Refusal:
    told = error.diag
    if told.table_name != model._meta.db_table:
        return Refusal()
    if told.column_name:
        return Refusal(columns=(told.column_name,))
    columns = rules_of(told.table_name)[told.constraint_name]
    return Refusal(frozenset({told.constraint_name}), columns)


def _of_sqlite(model: type[models.Model], words: str) -> Refusal:
    found = _SQLITE.search(words)
    if found is None:
        return Refusal()
    name = found["name"] or found["index"]
    if name:
        return Refusal(frozenset({name}), rules_of(model._meta.db_table).get(name, ()))
    named = found["unique"] or found["null"] or found["reference"]
    pairs = [one.split(".") for one in named.split(", ")]
    if {table for table, _column in pairs} != {model._meta.db_table}:
        return Refusal()
    columns = tuple(column for _table, column in pairs)
    known = rules_of(model._meta.db_table)
    alike = {one for one, on in known.items() if on == columns and found["unique"]}
    return Refusal(frozenset(alike), columns)


@cache
def rules_of(table: str) -> dict[str, tuple[str, ...]]:
    """Read the constraints of a table from the database: their names and columns."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    return {
        name: tuple(rule["columns"] or ())
        for name, rule in found.items()
        if rule["check"] or rule["unique"] or rule["foreign_key"]
    }
