"""The floor: a bare WSGI function that does the work of the API and nothing more.

It sends the statements that the API sends, recorded from the API itself, on one
persistent connection a thread, builds the same records by hand and writes them with
orjson. It reads no parameters and checks nothing. The address and the cursor of the
next page are taken from the recording too: they are signed, and the floor signs
nothing.
"""

import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson
import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812

Row = Sequence[Any]
Ask = Callable[[str, Sequence[Any] | None], Sequence[Row]]
StartResponse = Callable[[str, list[tuple[str, str]]], object]


@dataclass(frozen=True)
class Plan:
    """What answers one request.

    Attributes:
        rows: the statement that reads the rows of the page.
        params: its parameters; none if they stand in the text.
        lists: the statement that reads the members of all lists.
        ids: its parameters as recorded; each is the ids of the rows, as an array or
            as JSON text, and stands for those of the rows now read.
        size: how many of the rows are shown.
        page: the members of the answer beside ``results``; none for one record.

    """

    rows: str
    params: Sequence[Any] | None
    lists: str
    ids: Sequence[Any]
    size: int
    page: Mapping[str, Any] | None


PLAIN = (
    *("slug", "family", "kind", "number", "number_key", "number_status", "sequence"),
    *("year", "title", "title_en", "summary", "summary_en", "stage"),
    *("issued_on", "effective_on", "ends_on", "gazette_number", "gazette_on"),
    *("official_url", "note", "state", "created_at", "modified_at"),
)
AGENCY = ("slug", "code", "name", "name_en")
NAMED = ("slug", "name", "name_en")
LEGAL_STATE = ("state", "starts_on", "until", "reason", "cause")
LISTS = (("co_issuers", AGENCY), ("signers", NAMED), ("subjects", NAMED))

# Columns: id, 13 plain ones, issuer, 7 plain ones, legal state, 3 plain ones, sort key.
_plain = itemgetter(*range(1, 14), *range(18, 25), *range(30, 33))


def members(names: Sequence[str], values: Iterable[Any]) -> dict[str, Any]:
    """Name values; a text that is not given is null."""
    return {name: value or None for name, value in zip(names, values, strict=False)}


def document(row: Row) -> dict[str, Any]:
    """Build the record of a document, its lists still empty."""
    record = members(PLAIN, _plain(row))
    record["issuer"] = members(AGENCY, row[14:18]) if row[14] else None
    record["legal_state"] = members(LEGAL_STATE, row[25:30]) if row[25] else None
    record["co_issuers"], record["signers"], record["subjects"] = [], [], []
    return record


def answer(plan: Plan, ask: Ask) -> bytes:
    """Answer one request with its two statements."""
    rows = ask(plan.rows, plan.params)[: plan.size]
    records = {row[0]: document(row) for row in rows}
    ids = list(records)
    text = orjson.dumps(ids).decode()
    params = [text if isinstance(one, str) else ids for one in plan.ids]
    for tag, owner, _place, *values in ask(plan.lists, params):
        name, labels = LISTS[tag]
        records[owner][name].append(members(labels, values))
    results = list(records.values())
    body = results[0] if plan.page is None else {"results": results, **plan.page}
    return orjson.dumps(body, option=orjson.OPT_UTC_Z)


@cache
def plans() -> dict[str, Plan]:
    """Read the recorded plans by path and query."""
    recorded = orjson.loads(Path(os.environ["BENCH_PLANS"]).read_bytes())
    return {path: Plan(**found["plan"]) for path, found in recorded.items()}


_held = threading.local()


def _connection() -> Connection:
    """Give this thread's connection, opening it the first time."""
    if not hasattr(_held, "connection"):
        _held.connection = psycopg2.connect(os.environ["DATABASE_URL"])
        _held.connection.autocommit = True
        with _held.connection.cursor() as cursor:
            cursor.execute("SET TIME ZONE 'UTC'")
    opened: Connection = _held.connection
    return opened


def ask_postgresql(text: str, params: Sequence[Any] | None) -> Sequence[Row]:
    """Run one statement on this thread's connection."""
    with _connection().cursor() as cursor:
        cursor.execute(text, params)
        return cursor.fetchall()


def application(
    environ: Mapping[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Answer a request by its recorded plan."""
    query = environ["QUERY_STRING"]
    path = environ["PATH_INFO"] + ("?" + query if query else "")
    plan = plans().get(path)
    if plan is None:
        start_response("404 Not Found", [("Content-Length", "0")])
        return [b""]
    body = answer(plan, ask_postgresql)
    head = [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
    ]
    start_response("200 OK", head)
    return [body]
