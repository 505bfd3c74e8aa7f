"""An import measured against a bare copy of the very rows that it wrote.

Copies of real records are imported by the rules of the register, in one turn. What
that put into every table, history and log included, is then taken out, and put back
by ``COPY`` (on SQLite by ``executemany``) into the same tables with their indexes and
constraints. Both are taken back in the end, in every round.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import orjson
from django.apps import apps
from django.db import connection, models, transaction

from policies.common.api.plain import plain_plan
from policies.common.registry import registered
from policies.writing.row import Row
from policies.writing.rows import write_rows
from tests.bench.figures import Spread

COLLECTIONS = ("tasks", "statements", "citations")
MOST = 300  # rows of each


@dataclass(frozen=True)
class Table:
    """What an import put into one table."""

    model: type[models.Model]
    rows: Any

    @property
    def columns(self) -> list[str]:
        """The columns that are written; the database computes the others."""
        fields = self.model._meta.concrete_fields
        return [str(field.column) for field in fields if not field.generated]


def copied_rows() -> list[Row]:
    """Give rows that are new: real records under other public ids."""
    rows = []
    for one in registered():
        if one.name in COLLECTIONS:
            found = plain_plan(one.serializer).read(one.published()[:MOST])
            for number, data in enumerate(orjson.loads(orjson.dumps(found))):
                new = {**data, "slug": f"bench-{one.name}-{number}"}
                rows.append(Row(f"{one.name}:{number}", one, new))
    return rows


def tables() -> list[type[models.Model]]:
    """Give every table of the register."""
    labels = ("policies", "decrees")
    return [
        model
        for label in labels
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if not model._meta.proxy
    ]


def last_keys() -> dict[type[models.Model], Any]:
    """Give the last key of every table that counts its rows."""
    return {
        model: model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0
        for model in tables()
        if isinstance(model._meta.pk, models.AutoField | models.BigIntegerField)
    }


def added(before: dict[type[models.Model], Any]) -> Iterator[Table]:
    """Take out what was put into each table since."""
    for model, last in before.items():
        table = Table(model, None)
        key = model._meta.pk.column if model._meta.pk else ""
        columns = ", ".join(f'"{column}"' for column in table.columns)
        chosen = (
            f'SELECT {columns} FROM "{model._meta.db_table}" WHERE "{key}" > {last}'  # noqa: S608
        )
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                text = io.StringIO()
                cursor.copy_expert(f"COPY ({chosen}) TO STDOUT", text)
                rows: Any = text.getvalue()
            else:
                cursor.execute(chosen)
                rows = cursor.fetchall()
        if rows:
            yield Table(model, rows)


def put_back(found: list[Table]) -> None:
    """Write rows into their tables as fast as the engine can."""
    with connection.cursor() as cursor:
        for table in found:
            name, columns = table.model._meta.db_table, table.columns
            named = ", ".join(f'"{column}"' for column in columns)
            if connection.vendor == "postgresql":
                text = io.StringIO(table.rows)
                cursor.copy_expert(f'COPY "{name}" ({named}) FROM STDIN', text)
            else:
                places = ", ".join("?" * len(columns))
                statement = f'INSERT INTO "{name}" ({named}) VALUES ({places})'  # noqa: S608
                connection.connection.executemany(statement, table.rows)


def checked(work: Callable[[], Any]) -> None:
    """Do work, and let PostgreSQL check what it would check at the commit."""
    work()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def timed(work: Callable[[], Any]) -> float:
    """Give the seconds that work takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def one_round(rows: list[Row]) -> tuple[float, float, float]:
    """Give the seconds of an import, of the same again, and of the bare copy."""
    with transaction.atomic():
        before = last_keys()
        new = timed(lambda: checked(lambda: write_rows(rows)))
        again = timed(lambda: write_rows(rows))
        found = list(added(before))
        transaction.set_rollback(True)
    with transaction.atomic():
        bare = timed(lambda: checked(lambda: put_back(found)))
        transaction.set_rollback(True)
    return new, again, bare


def main() -> None:
    """Run the rounds and print rates and ratios."""
    rows = copied_rows()
    rounds = [one_round(rows) for _ in range(int(os.environ["BENCH_ROUNDS"]))]
    rates = [
        Spread.of([len(rows) / one for one in each])
        for each in zip(*rounds, strict=True)
    ]
    ratio = Spread.of([new / bare for new, _again, bare in rounds])
    unchanged = Spread.of([again / bare for _new, again, bare in rounds])
    sys.stdout.write(
        f"{len(rows)} rows, {connection.vendor}, min/mid/max of {len(rounds)} rounds\n"
        f"import, new rows     {rates[0]} rows/s\n"
        f"import, the same     {rates[1]} rows/s\n"
        f"bare copy            {rates[2]} rows/s\n"
        f"new x bare           {ratio}\n"
        f"the same x bare      {unchanged}\n"
    )
