"""The corpus filled in and the API's work recorded, for the floor to repeat."""

import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import orjson
from django.db import connection

from tests.bench.corpus import fill
from tests.bench.floor import Plan
from tests.bench.questions import QUESTIONS, Question
from tests.bench.recording import record


def fill_in() -> None:
    """Add ``BENCH_DOCUMENTS`` documents and let the database take statistics."""
    fill(int(os.environ["BENCH_DOCUMENTS"]))
    on_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if on_postgresql else "ANALYZE")


def in_full(plan: Plan) -> Plan:
    """Write the parameters of a plan into its text, as PostgreSQL receives it."""
    with connection.cursor() as cursor:
        text: bytes = cursor.mogrify(plan.rows, plan.params)
    return replace(plan, rows=text.decode(), params=None)


def recorded(question: Question) -> dict[str, Any]:
    """Record one request: the floor's plan, the API's answer, its queries."""
    recording = record(question)
    return {
        "plan": asdict(in_full(recording.plan())),
        "body": recording.body.decode(),
        "queries": len(recording.statements),
    }


def main() -> None:
    """Fill the corpus in and write the file of ``BENCH_PLANS``."""
    fill_in()
    found = {question.path: recorded(question) for question in QUESTIONS}
    Path(os.environ["BENCH_PLANS"]).write_bytes(orjson.dumps(found))
