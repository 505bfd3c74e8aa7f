"""Ten writers at a time, and a reader that misses nothing.

``R57_WRITES=10000 pytest tests/concurrency`` commits ten thousand entries; without it
some fewer are enough for every day. SQLite does not queue its writers, so there are
few of them there.
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from django.test import SimpleTestCase

from tests.concurrency.worker import LOST
from tests.loaded import fill
from tests.scratch import database

POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
WRITERS = 10 if POSTGRESQL else 3
WRITES = int(os.environ.get("R57_WRITES") or (2000 if POSTGRESQL else 150))
PATIENCE = 7200  # seconds, for a machine that does much else
SETTINGS = {"DJANGO_SETTINGS_MODULE": "r57.settings"}
WORK = (
    "import sys, django; django.setup(); "
    "from tests.concurrency.worker import main; main(*sys.argv[1:])"
)

Process = subprocess.Popen[bytes]


def begin(environment: Mapping[str, str], *task: str) -> Process:
    """Begin a task in a process of its own."""
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", WORK, *task],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def end(process: Process) -> Any:
    """Wait for a task, and give what it printed."""
    out, errors = process.communicate(timeout=PATIENCE)
    if process.returncode:
        raise AssertionError(f"{process.args!r}: {errors.decode()}")
    return orjson.loads(out)


@contextmanager
def ended() -> Iterator[list[Process]]:
    """Give a list for processes, none of which goes on when the test is over."""
    begun: list[Process] = []
    try:
        yield begun
    finally:
        for process in begun:
            process.kill()
            process.wait()


class ChangeLogTests(SimpleTestCase):
    """The order of the log is the order of commits."""

    begun: Any
    followed: Any
    committed: list[int]
    told: list[int]
    log: list[tuple[int, str, str]]

    @classmethod
    def setUpClass(cls) -> None:
        """Let writers write, a reader follow and three tell what the days changed."""
        super().setUpClass()
        name = f"r57_log_{os.getpid()}"
        with database(name) as url, TemporaryDirectory() as folder, ended() as begun:
            fill(url)
            environment = {**os.environ, "DATABASE_URL": url, **SETTINGS}

            def start(*task: str) -> Process:
                begun.append(begin(environment, *task))
                return begun[-1]

            stop = Path(folder) / "stop"
            share = str(WRITES // WRITERS)
            cls.begun = end(start("prepare"))
            reader = start("follow", str(cls.begun["last"]), str(stop))
            writers = [start("write", f"writer-{n}", share) for n in range(WRITERS)]
            emitters = [start("emit") for _each in range(3)]
            cls.told = [end(one) for one in emitters]
            cls.committed = [end(one) for one in writers]
            stop.touch()
            cls.followed = end(reader)
            cls.log = [tuple(row) for row in end(start("dump"))]

    def test_every_writer_wrote(self) -> None:
        self.assertEqual(WRITERS, len(self.committed))
        self.assertGreaterEqual(sum(self.committed), WRITES)

    def test_sequences_count_from_1_without_gaps(self) -> None:
        found = [sequence for sequence, _slug, _kind in self.log]
        self.assertEqual(list(range(1, len(self.log) + 1)), found)

    def test_everything_committed_is_in_the_log_and_nothing_else(self) -> None:
        new = len(self.log) - self.begun["last"]
        self.assertEqual(sum(self.committed) + sum(self.told), new)
        lost = [slug for _sequence, slug, _kind in self.log if slug.startswith(LOST)]
        self.assertEqual([], lost)

    def test_the_reader_saw_everything_once_in_order_while_it_was_written(self) -> None:
        rows = self.log[self.begun["last"] :]
        written = [[sequence, slug] for sequence, slug, _kind in rows]
        self.assertEqual(written, self.followed["seen"])
        self.assertGreater(self.followed["polls"], WRITES / 100)

    def test_three_at_a_time_tell_each_state_once(self) -> None:
        changed = Counter(
            slug for _n, slug, kind in self.log if kind == "state_changed"
        )
        laws = {slug: changed[slug] for slug in self.begun["laws"]}
        self.assertEqual(dict.fromkeys(self.begun["laws"], 1), laws)
        self.assertEqual(sum(self.told), changed.total())
