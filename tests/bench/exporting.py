"""Exports measured against a bare cursor of the same rows, in the same rounds.

The floor reads the rows of the documents from a cursor that the server keeps, with the
statement of the export, and writes each tuple as JSON. It names no member, reads no
many-to-many list, writes no CSV and takes no digest.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import orjson
from django.db import connection

from policies.common.exports.isolation import one_snapshot
from policies.common.exports.state import exported
from policies.common.exports.writing import (
    CHUNK,
    Sink,
    json_lines,
    plain_records,
    plain_rows,
    write_collection,
)
from tests.bench.figures import Spread

COLLECTION = exported()["documents"]
Export = Callable[[Path], None]


@dataclass(frozen=True)
class Taken:
    """What one export took: seconds of the clock and of this process."""

    clock: float
    processor: float


def floor(folder: Path) -> None:
    """Write bare tuples."""
    statement = plain_rows(COLLECTION).query.sql_with_params()
    with connection.chunked_cursor() as cursor, (folder / "rows").open("wb") as file:
        cursor.execute(*statement)
        while rows := cursor.fetchmany(CHUNK):
            for row in rows:
                file.write(orjson.dumps(row, default=str, option=NEWLINE))


def lines(folder: Path) -> None:
    """Write JSON Lines alone."""
    with Sink(folder / "documents.jsonl") as sink:
        for records in plain_records(COLLECTION):
            sink.write(json_lines(records))


def both(folder: Path) -> None:
    """Write all forms, as the server does."""
    write_collection(COLLECTION, folder)


NEWLINE = orjson.OPT_APPEND_NEWLINE
EXPORTS: dict[str, Export] = {"jsonl": lines, "jsonl + csv": both}


def taken(export: Export) -> Taken:
    """Run one export in a snapshot of its own."""
    with tempfile.TemporaryDirectory() as folder, one_snapshot():
        clock, processor = perf_counter(), process_time()
        export(Path(folder))
        return Taken(perf_counter() - clock, process_time() - processor)


def main() -> None:
    """Run the rounds and print rows a second, and how many times the floor's."""
    rows = COLLECTION.published().count()
    taken(floor)
    rounds = [
        (taken(floor), {name: taken(export) for name, export in EXPORTS.items()})
        for _ in range(int(os.environ["BENCH_ROUNDS"]))
    ]
    sys.stdout.write(
        f"\nexport of {rows} documents   rows/s  floor"
        "    time x floor     CPU x floor\n"
    )
    for name in EXPORTS:
        own = [told[name] for _low, told in rounds]
        low = [one for one, _told in rounds]
        pairs = list(zip(own, low, strict=True))
        time = Spread.of([one.clock / bare.clock for one, bare in pairs])
        processor = Spread.of([one.processor / bare.processor for one, bare in pairs])
        rate, bare_rate = (rows / min(one.clock for one in runs) for runs in (own, low))
        sys.stdout.write(
            f"{name:24}{rate:10.0f}{bare_rate:7.0f}{time!s:>16}{processor!s:>16}\n"
        )
