"""The corpus filled in and the API's work recorded, for the floor to repeat."""

import os
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import orjson
from django.db import connection

from tests.bench.corpus import fill
from tests.bench.floor import Plan, Work
from tests.bench.questions import QUESTIONS, Question
from tests.bench.recording import Statement, record


def fill_in() -> None:
    """Add ``BENCH_DOCUMENTS`` documents and let the database take statistics."""
    fill(int(os.environ["BENCH_DOCUMENTS"]))
    on_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if on_postgresql else "ANALYZE")


def in_full(work: Work) -> Work:
    """Write the parameters into the statements, as PostgreSQL receives them."""

    def written(text: str, params: Sequence[Any] | None) -> str:
        return Statement(text, tuple(params or ())).in_full()

    if isinstance(work, Plan):
        before = [written(text, ()) for text in work.before]
        rows = written(work.rows, work.params)
        return replace(work, before=before, rows=rows, params=None)
    statements = [(written(*one), None) for one in work.statements]
    return replace(work, statements=statements)


def recorded(question: Question) -> dict[str, Any]:
    """Record one request: the floor's work, the API's answer, its queries."""
    recording = record(question)
    return {
        "built": question.built,
        "work": asdict(in_full(recording.work())),
        "body": recording.body.decode(),
        "tag": recording.tag,
        "queries": len(recording.statements),
    }


def main() -> None:
    """Fill the corpus in and write the file of ``BENCH_PLANS``."""
    fill_in()
    found = {question.key: recorded(question) for question in QUESTIONS}
    Path(os.environ["BENCH_PLANS"]).write_bytes(orjson.dumps(found))
