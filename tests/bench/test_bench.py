"""The bench compares like with like and counts right; nothing here is timed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import orjson
from django.db import connection
from django.test import SimpleTestCase, TestCase

from policies.models import Document
from policies.services.legal_state import compute
from tests.bench.client import drive
from tests.bench.corpus import fill
from tests.bench.figures import Run, Spread, percentile
from tests.bench.floor import Row, StartResponse, answer
from tests.bench.plans import accesses, of_the_page
from tests.bench.questions import QUESTIONS, Question
from tests.bench.recording import record
from tests.bench.table import HEAD, Line, Pair

SIZE = 1_200
ROOT = Question("", "/")
QUERIES = {
    "list": 3,
    "detail": 1,
    "list 304": 1,
    "detail 304": 1,
    "fields": 2,
    "facets": 4,
    "search": 3,
    "search all": 2,
    "resolve": 3,
    "lineage": 5,
    "progress": 2,
    "coverage": 3,
    "changes": 4,
}


def ask(text: str, params: Sequence[Any] | None) -> list[Row]:
    """Run a statement as the floor does; SQLite's times are read as times."""
    read = getattr(connection.ops, "convert_datetimefield_value", None)
    with connection.cursor() as cursor:
        cursor.execute(text, params)
        rows: list[Row] = cursor.fetchall()
    if read is None or not rows or "number_key" not in text or len(rows[0]) < 30:
        return rows
    times = [[read(row[n], None, None) for n in (31, 32)] for row in rows]
    return [(*row[:31], *two, *row[33:]) for row, two in zip(rows, times, strict=True)]


class FloorTest(TestCase):
    """The floor on a tiny corpus."""

    @classmethod
    def setUpTestData(cls) -> None:
        fill(SIZE)

    def test_the_floor_answers_what_the_api_answers(self) -> None:
        for question in QUESTIONS:
            with self.subTest(question.name):
                recording = record(question)
                made = answer(recording.work(), ask)
                self.assertEqual(bool(made), not question.held)
                given, wanted = made or b"{}", recording.body or b"{}"
                self.assertEqual(orjson.loads(given), orjson.loads(wanted))

    def test_every_request_needs_a_few_queries(self) -> None:
        for question in QUESTIONS:
            with self.subTest(question.name):
                statements = record(question).statements
                self.assertEqual(len(statements), QUERIES[question.name])

    def test_the_lists_are_full_and_have_a_next_page(self) -> None:
        for question in QUESTIONS:
            answered = orjson.loads(record(question).body or b"{}")
            if "next_cursor" in answered:
                with self.subTest(question.name):
                    self.assertEqual(len(answered["results"]), 50)
                    self.assertIsNotNone(answered["next_cursor"])

    def test_the_measured_record_has_all_that_costs_something(self) -> None:
        answered = orjson.loads(record(QUESTIONS[1]).body)
        for member in ("issuer", "signers", "subjects", "legal_state"):
            with self.subTest(member):
                self.assertTrue(answered[member])

    def test_the_citations_measured_lead_to_every_outcome(self) -> None:
        question = next(one for one in QUESTIONS if one.name == "resolve")
        results = orjson.loads(record(question).body)["results"]
        outcomes = {one["outcome"] for one in results}
        self.assertEqual(outcomes, {"resolved", "ambiguous", "not_found"})

    def test_the_lineage_measured_goes_to_its_depth_both_ways(self) -> None:
        question = next(one for one in QUESTIONS if one.name == "lineage")
        answered = orjson.loads(record(question).body)
        deepest = max(node["depth"] for node in answered["nodes"])
        self.assertEqual((answered["direction"], deepest), ("both", 4))

    def test_the_corpus_holds_what_the_services_would_have_written(self) -> None:
        made = Document.objects.filter(slug__startswith="synthetic-")
        self.assertEqual(made.count(), SIZE)
        for document in made.order_by("slug")[:50]:
            stored = document.legal_intervals.order_by("id")
            self.assertEqual(
                [(one.state, one.starts_on, one.until, one.reason) for one in stored],
                [
                    (one.state.value, one.starts_on, one.until, one.decided_by.value)
                    for one in compute(document)
                ],
            )


class FiguresTest(SimpleTestCase):
    """What is printed is what was measured."""

    def test_a_percentile_is_the_nearest_rank(self) -> None:
        values = [float(n) for n in range(100, 0, -1)]
        self.assertEqual(percentile(values, 0.5), 50)
        self.assertEqual(percentile(values, 0.99), 99)
        self.assertEqual(percentile(values, 1), 100)
        self.assertEqual(percentile([7.0], 0.01), 7)

    def test_a_percentile_of_nothing_is_refused(self) -> None:
        for values, share in (([], 0.5), ([1.0], 0), ([1.0], 1.01)):
            with self.subTest(share), self.assertRaises(ValueError):
                percentile(values, share)

    def test_a_spread_gives_least_middle_and_most(self) -> None:
        self.assertEqual(str(Spread.of([3, 1, 2])), "1.00/2.00/3.00")

    def test_a_run_counts_by_request(self) -> None:
        run = Run(seconds=2, latencies=[0.5] * 4, server=0.02, database=0.06)
        self.assertEqual(run.rate, 2)
        self.assertEqual(run.processor, 0.02)

    def test_a_line_compares_the_servers_of_one_round(self) -> None:
        slow = Run(seconds=1, latencies=[0.01] * 100, server=0.3, database=0.1)
        quick = Run(seconds=1, latencies=[0.004] * 200, server=0.2, database=0.2)
        written = str(Line("list", 4, [Pair(slow, quick), Pair(quick, quick)]))
        self.assertIn("1.00/1.50/2.00", written)
        self.assertIn("1.00/1.50/2.00", written[len("1.00/1.50/2.00") :])
        self.assertEqual(len(written), len(HEAD.splitlines()[0]) + 1)

    def test_a_system_that_tells_no_processor_time_gets_no_ratio_of_it(self) -> None:
        run = Run(seconds=1, latencies=[0.01] * 100, server=0, database=0)
        self.assertEqual(str(Line("list", 1, [Pair(run, run)])).count("/"), 2)


class Silent(WSGIRequestHandler):
    """A request handler of a test, without a log."""

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


class Counting:
    """A WSGI application that counts, and answers with one status."""

    def __init__(self, status: str) -> None:
        self.status = status
        self.asked = 0
        self.received: set[tuple[str, bytes]] = set()

    def __call__(
        self, environ: Mapping[str, Any], start_response: StartResponse
    ) -> list[bytes]:
        self.asked += 1
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0))
        self.received.add((environ["REQUEST_METHOD"], body))
        start_response(self.status, [("Content-Length", "2")])
        return [b"{}"]

    @contextmanager
    def served(self) -> Iterator[int]:
        """Give the port it is served on."""
        server = make_server("127.0.0.1", 0, self, handler_class=Silent)
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class ClientTest(SimpleTestCase):
    """The client against a server that counts."""

    def test_every_request_is_counted_once(self) -> None:
        application = Counting("200 OK")
        with application.served() as port:
            taken, latencies = drive(port, ROOT, connections=2, seconds=0.2)
        self.assertEqual(len(latencies), application.asked)
        self.assertGreater(application.asked, 0)
        self.assertTrue(all(0 < one <= taken for one in latencies))

    def test_what_has_a_body_is_posted(self) -> None:
        application = Counting("200 OK")
        posted = Question("", "/", '{"citations":["57-NQ/TW"]}')
        with application.served() as port:
            drive(port, posted, connections=1, seconds=0.2)
            drive(port, ROOT, connections=1, seconds=0.2)
        sent = {("POST", posted.body.encode()), ("GET", b"")}
        self.assertEqual(application.received, sent)

    def test_what_is_held_must_not_be_sent_again(self) -> None:
        held = Question("", "/", held=True)
        with Counting("304 Not Modified").served() as port:
            _taken, latencies = drive(port, held, 1, 0.2, '"tag"')
        self.assertTrue(latencies)
        with (
            Counting("200 OK").served() as port,
            self.assertRaisesRegex(RuntimeError, "200"),
        ):
            drive(port, held, 1, 0.2, '"tag"')

    def test_a_failing_answer_is_no_measurement(self) -> None:
        application = Counting("404 Not Found")
        with application.served() as port, self.assertRaisesRegex(RuntimeError, "404"):
            drive(port, ROOT, connections=1, seconds=0.2)

    def test_a_server_that_is_gone_is_no_measurement(self) -> None:
        with Counting("200 OK").served() as port:
            pass
        with self.assertRaises(RuntimeError):
            drive(port, ROOT, connections=1, seconds=0.2)


class PlansTest(SimpleTestCase):
    """What a plan is read as."""

    def test_a_plan_names_what_finds_the_page(self) -> None:
        index = {"Node Type": "Index Scan", "Index Name": "document_issued"}
        table = {"Node Type": "Seq Scan", "Relation Name": "policies_document"}
        limit = {"Node Type": "Limit", "Plans": [{"Node Type": "Sort"}, table, index]}
        outer = {"Node Type": "Index Scan", "Index Name": "policies_document_pkey"}
        plan = {"Node Type": "Nested Loop", "Plans": [limit, outer]}
        found = ["sort", "ALL of policies_document", "document_issued"]
        self.assertEqual(accesses(plan), found)

    def test_an_sqlite_plan_is_read_up_to_the_page(self) -> None:
        lines = ["MATERIALIZE page", "SEARCH d USING INDEX i", "SCAN page", "SEARCH a"]
        self.assertEqual(of_the_page(lines), ["SEARCH d USING INDEX i"])
