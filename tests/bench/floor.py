"""The floor: a bare WSGI function that does the work of the API and nothing more.

It sends the statements that the API sends, recorded from the API itself, on one
persistent connection a thread, builds the same records by hand and writes them with
orjson. It reads no parameters and checks nothing. The address and the cursor of the
next page are taken from the recording too, as they are signed and the floor signs
nothing; so is the excerpt that says why a record was found.

What is not a list or a record is not built: all rows are fetched, and the recorded
answer is written. That is the bare queries and the writing, nothing between.
"""

import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson
import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812

from tests.bench.questions import HELD

Row = Sequence[Any]
Ask = Callable[[str, Sequence[Any] | None], Sequence[Row]]
StartResponse = Callable[[str, list[tuple[str, str]]], object]


@dataclass(frozen=True)
class Plan:
    """What answers one request.

    Attributes:
        before: statements that are sent first and tell nothing of the answer.
        rows: the statement that reads the rows of the page; of one record with its
            lists beside it, as JSON.
        params: its parameters; none if they stand in the text.
        lists: the statement that reads the members of all lists.
        ids: its parameters as recorded; each is the ids of the rows, as an array or
            as JSON text, and stands for those of the rows now read.
        size: how many of the rows are shown.
        page: the members of the answer beside ``results``; none for one record.
        shown: the members of a record, if not all are shown.
        facets: the statement that counts, written out in full.
        names: the facets in the order of that statement.
        wording: the labels of each facet's codes.
        matches: why each record was found, if anything is searched.

    """

    before: Sequence[str]
    rows: str
    params: Sequence[Any] | None
    lists: str
    ids: Sequence[Any]
    size: int
    page: Mapping[str, Any] | None
    shown: Sequence[str] = ()
    facets: str = ""
    names: Sequence[str] = ()
    wording: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    matches: Sequence[Any] = ()


@dataclass(frozen=True)
class Repeat:
    """What answers a request whose answer is not built.

    Attributes:
        statements: each with its parameters; none if they stand in the text.
        body: the answer as recorded; none if the client holds it.

    """

    statements: Sequence[tuple[str, Sequence[Any] | None]]
    body: Any


Work = Plan | Repeat

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

# Columns: id, 13 plain ones, issuer, 7 plain ones, legal state, 3 plain ones; then of
# one record its lists, with a search the texts it reads, and the sort key.
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


def answer(work: Work, ask: Ask) -> bytes:
    """Answer one request with its statements; with nothing if the client holds it."""
    body = built(work, ask) if isinstance(work, Plan) else repeated(work, ask)
    return b"" if body is None else orjson.dumps(body, option=orjson.OPT_UTC_Z)


def repeated(work: Repeat, ask: Ask) -> Any:
    """Run the statements and give the recorded answer."""
    for text, params in work.statements:
        ask(text, params)
    return work.body


def built(plan: Plan, ask: Ask) -> dict[str, Any]:
    """Build a page or a record from the rows."""
    for text in plan.before:
        ask(text, None)
    rows = ask(plan.rows, plan.params)[: plan.size]
    if plan.shown:
        records = {row[0]: members(plan.shown, row[1:]) for row in rows}
    else:
        records = {row[0]: document(row) for row in rows}
    if plan.lists:
        fill(records, plan, ask)
    elif plan.page is None:
        fill_beside(records[rows[0][0]], rows[0])
    results = list(records.values())
    for record, match in zip(results, plan.matches, strict=False):
        record["match"] = match
    body = results[0] if plan.page is None else {"results": results, **plan.page}
    if plan.facets:
        body["facets"] = facets(plan, ask)
    return body


def fill(records: Mapping[int, dict[str, Any]], plan: Plan, ask: Ask) -> None:
    """Put the members of lists into the records."""
    ids = list(records)
    text = orjson.dumps(ids).decode()
    params = [text if isinstance(one, str) else ids for one in plan.ids]
    for tag, owner, _place, *values in ask(plan.lists, params):
        name, labels = LISTS[tag]
        records[owner][name].append(members(labels, values))


def fill_beside(record: dict[str, Any], row: Row) -> None:
    """Put the lists that stand beside the row of one record into the record."""
    for (name, labels), text in zip(LISTS, row[33:36], strict=True):
        record[name] = [
            members(labels, values) for values in orjson.loads(text or "[]")
        ]


def facets(plan: Plan, ask: Ask) -> dict[str, Any]:
    """Build the facets; none of those measured has more values than are given."""
    found: dict[str, Any] = {name: {"values": [], "more": False} for name in plan.names}
    for tag, value, label, label_en, count in ask(plan.facets, None):
        name = plan.names[tag]
        labels = plan.wording[name].get(value, (label, label_en))
        one = {"value": value, "label": labels[0], "label_en": labels[1]}
        found[name]["values"].append({**one, "count": count})
    return found


@cache
def works() -> dict[str, Work]:
    """Read what was recorded, by the keys of the questions."""
    recorded = orjson.loads(Path(os.environ["BENCH_PLANS"]).read_bytes())
    return {
        path: (Plan if found["built"] else Repeat)(**found["work"])
        for path, found in recorded.items()
    }


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
    """Answer a request as it was recorded."""
    query = environ["QUERY_STRING"]
    path = environ["PATH_INFO"] + ("?" + query if query else "")
    held = "HTTP_IF_NONE_MATCH" in environ
    work = works().get(f"{HELD} {path}" if held else path)
    if work is None:
        start_response("404 Not Found", [("Content-Length", "0")])
        return [b""]
    body = answer(work, ask_postgresql)
    if held:
        start_response("304 Not Modified", [("ETag", environ["HTTP_IF_NONE_MATCH"])])
        return [b""]
    head = [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
    ]
    start_response("200 OK", head)
    return [body]
