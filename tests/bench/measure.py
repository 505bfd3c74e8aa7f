"""The API measured against its floor, both on the same data in the same rounds."""

import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import orjson
import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812

from tests.bench.figures import Run, Spread
from tests.bench.filled import Environment, filled, inside
from tests.bench.questions import QUESTIONS, Question
from tests.bench.servers import SETTINGS, Server, serve
from tests.bench.table import HEAD, NAME, Line, Pair

CONNECTIONS = (1, 4)
WARM_UP = 0.3
Recorded = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """One line of the table: a request, and how many connections ask it at once."""

    question: Question
    connections: int

    def asks_for_what_is_held(self, other: "Case") -> bool:
        """Tell whether another case is given in full what this one holds."""
        asked = (other.question.held, other.question.path, other.connections)
        return asked == (False, self.question.path, self.connections)


CASES = [Case(question, n) for question in QUESTIONS for n in CONNECTIONS]


@dataclass(frozen=True)
class Bench:
    """Both servers, and what was recorded of each request.

    Attributes:
        api: serves the API.
        floor: serves the floor.
        watch: a connection that tells which database processes are whose.
        recorded: what each request is answered with.

    """

    api: Server
    floor: Server
    watch: Connection
    recorded: Recorded

    def run(self, server: Server, case: Case, seconds: float) -> Run:
        """Ask one server from a process of its own."""
        asked = case.question
        tag = self.recorded[asked.key]["tag"]
        asking = (server.port, asked.path, asked.body, tag, case.connections, seconds)
        command = [sys.executable, "-m", "tests.bench.client", *map(str, asking)]
        before = server.clocks(self.watch)
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603
        after = server.clocks(self.watch)
        own, backends = (
            sum(new - old.get(pid, 0.0) for pid, new in now.items())
            for old, now in zip(before, after, strict=True)
        )
        taken, latencies = orjson.loads(done.stdout)
        return Run(taken, latencies, own, backends)

    def pair(self, case: Case, seconds: float, *, floor_first: bool) -> Pair:
        """Ask both servers, one right after the other."""
        if floor_first:
            floor = self.run(self.floor, case, seconds)
            return Pair(self.run(self.api, case, seconds), floor)
        api = self.run(self.api, case, seconds)
        return Pair(api, self.run(self.floor, case, seconds))

    def rounds(self, count: int, seconds: float) -> dict[Case, list[Pair]]:
        """Run all cases in every round, each round in an order of its own."""
        order = Random(count)  # noqa: S311 - an order, not a secret
        for case in CASES:
            self.pair(case, WARM_UP, floor_first=True)
        found: dict[Case, list[Pair]] = {case: [] for case in CASES}
        for n in range(count):
            for case in order.sample(CASES, len(CASES)):
                found[case].append(self.pair(case, seconds, floor_first=n % 2 == 0))
        return found

    def compare(self) -> None:
        """Refuse to measure a floor that does not give the answers of the API.

        Raises:
            SystemExit: an answer differs as JSON from the recorded one.

        """
        for question in QUESTIONS:
            recorded = self.recorded[question.key]
            wanted = orjson.loads(recorded["body"] or "null")
            for server in (self.api, self.floor):
                given = server.ask(question, recorded["tag"]) or b"null"
                if orjson.loads(given) != wanted:
                    message = f"{server.name} answers otherwise: {question.path}"
                    raise SystemExit(message)


def report(recorded: Recorded, found: Mapping[Case, list[Pair]]) -> None:
    """Print the requests and the table."""
    for question in QUESTIONS:
        one = recorded[question.key]
        size = len(one["body"].encode()) / 1000
        sys.stdout.write(
            f"{question.name:{NAME}}{question.method} {question.path}\n"
            f"{'':{NAME}}{one['queries']} queries, {size:.1f} kB\n"
        )
    sys.stdout.write(f"\n{HEAD}")
    for case, pairs in found.items():
        sys.stdout.write(str(Line(case.question.name, case.connections, pairs)))
    sys.stdout.write("\nWhat is held, in times of its full answer (min/mid/max)\n")
    for case, pairs in found.items():
        if case.question.held:
            (full,) = (one for one in found if case.asks_for_what_is_held(one))
            times = [
                whole.api.rate / held.api.rate
                for whole, held in zip(found[full], pairs, strict=True)
            ]
            name, connections = case.question.name, case.connections
            sys.stdout.write(f"{name:{NAME}}{connections:>4}  {Spread.of(times)}\n")


def measured(environment: Environment, recorded: Recorded) -> dict[Case, list[Pair]]:
    """Start both servers, compare their answers, run the rounds."""
    count = int(environment["BENCH_ROUNDS"])
    seconds = float(environment["BENCH_SECONDS"])
    with (
        serve("r57.wsgi:application", "r57_bench_api", environment) as api,
        serve("tests.bench.floor:application", "r57_bench_floor", environment) as low,
        closing(psycopg2.connect(environment["DATABASE_URL"])) as watch,
    ):
        watch.autocommit = True
        bench = Bench(api, low, watch, recorded)
        bench.compare()
        return bench.rounds(count, seconds)


def main() -> None:
    """Make the database, measure, print."""
    with filled() as made, tempfile.TemporaryDirectory() as folder:
        environment = {**made, "BENCH_PLANS": str(Path(folder) / "plans.json")}
        inside(environment, "prepare")
        recorded = orjson.loads(Path(environment["BENCH_PLANS"]).read_bytes())
        found = measured(environment, recorded)
        sys.stdout.write(
            f"The register and {environment['BENCH_DOCUMENTS']} documents; "
            f"{environment['BENCH_ROUNDS']} rounds of "
            f"{environment['BENCH_SECONDS']} s\n"
            f"Python {platform.python_version()}; gunicorn {' '.join(SETTINGS)}\n\n"
        )
        report(recorded, found)
        sys.stdout.flush()
        inside(environment, "exporting")
