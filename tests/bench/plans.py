"""How the database finds the page of a list: which index serves which filter."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any

import orjson
from django.db import connection

from tests.bench.prepare import fill_in
from tests.bench.questions import Question
from tests.bench.recording import Statement, record

PAGE = "WITH page (id, place) "
LIST = "/api/v1/documents/?"
NEWEST = "&ordering=-issued_on"
QUERIES = (
    *("ordering=slug", "ordering=-modified_at"),
    *("ordering=-issued_on", "ordering=effective_on"),
    *("kind=decree", f"kind=decree{NEWEST}", f"kind=decree&kind=circular{NEWEST}"),
    *("issuer=government", f"issuer=government{NEWEST}"),
    *("issuer=politburo", f"issuer=politburo{NEWEST}"),
    *("year=2024", f"year=2024{NEWEST}", f"year=2011{NEWEST}"),
    *("issued_on=2024-03-01", "issued_on__gte=2024-03-01&issued_on__lt=2024-04-01"),
    f"issued_on__gte=2012-03-01&issued_on__lt=2012-04-01{NEWEST}",
    *("subjects=artificial-intelligence", f"subjects=artificial-intelligence{NEWEST}"),
    *("in_force_on=2026-01-01", f"in_force_on=2026-01-01{NEWEST}"),
    *("legal_state=in_force", "legal_state=not_yet_in_force"),
    *("number=57-NQ/TW", "implements=57-nq-tw", "family=party"),
    *("q=tri+tue+nhan+tao", f"q=tri+tue+nhan+tao{NEWEST}"),
    *("q=10042", "q=khongcotunay"),
)


def nodes(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Walk a PostgreSQL plan from the top."""
    yield plan
    for inner in plan.get("Plans", ()):
        yield from nodes(inner)


def accesses(plan: Mapping[str, Any]) -> list[str]:
    """Name how the page itself is found: what stands below the first limit."""
    limit = next(node for node in nodes(plan) if node["Node Type"] == "Limit")
    found = []
    for node in nodes(limit):
        kind = node["Node Type"]
        if "Index Name" in node:
            found.append(node["Index Name"])
        elif kind == "Seq Scan":
            found.append(f"ALL of {node['Relation Name']}")
        elif kind == "Sort":
            found.append("sort")
    return found


def of_the_page(lines: Sequence[str]) -> list[str]:
    """Keep the lines of an SQLite plan that find the page itself."""
    start = lines.index("MATERIALIZE page") + 1
    return list(lines[start : lines.index("SCAN page")])


def explain(statement: Statement) -> tuple[float, list[str]]:
    """Give the milliseconds of a statement the second time, and how it finds rows."""
    text, params = statement.text, statement.params
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        cursor.fetchall()
        begun = perf_counter()
        cursor.execute(text, params)
        cursor.fetchall()
        taken = 1000 * (perf_counter() - begun)
        if connection.vendor == "postgresql":
            cursor.execute(f"EXPLAIN (FORMAT JSON) {text}", params)
            plan = cursor.fetchone()[0]
            plan = orjson.loads(plan) if isinstance(plan, str) else plan
            return taken, accesses(plan[0]["Plan"])
        cursor.execute(f"EXPLAIN QUERY PLAN {text}", params)
        return taken, of_the_page([row[3] for row in cursor.fetchall()])


def main() -> None:
    """Fill the corpus in and print a line for each query."""
    fill_in()
    for query in QUERIES:
        statements = record(Question(query, LIST + query)).statements
        page = next(one for one in statements if one.text.startswith(PAGE))
        taken, found = explain(page)
        sys.stdout.write(f"{taken:8.1f} ms  {query}\n{'':13}{'; '.join(found)}\n")
