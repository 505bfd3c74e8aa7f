"""A partner who runs the programme of docs/api.md has what the register has."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, ClassVar
from urllib.request import urlopen

from django.test import SimpleTestCase

from tests.served import serving

ROOT = Path(__file__).resolve().parents[2]
PROGRAMME = re.compile(r"```python title=mirror\.py\n(.*?)```", re.DOTALL)
HAPPENING = "from tests.mirror import happening; happening.main()"
STEPS = (
    "create",
    "edit",
    "publish",
    "merge",
    "withdraw",
    "give_back",
    "delete",
    "undo",
)
A_PAGE = 600  # statements: three for each of 200 entries
MOST_LINES = 100


def programme() -> str:
    """Give the programme as the page prints it."""
    (text,) = PROGRAMME.findall((ROOT / "docs" / "api.md").read_text("utf-8"))
    return str(text)


class MirrorTests(SimpleTestCase):
    """A server, a writer, and a mirror, each a process of its own."""

    address: ClassVar[str]
    steps: ClassVar[subprocess.Popen[str]]
    stack: ClassVar[ExitStack]

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.stack = ExitStack()
        cls.addClassCleanup(cls.stack.close)
        cls.address, environment = cls.stack.enter_context(serving("mirror"))
        cls.steps = cls.stack.enter_context(
            subprocess.Popen(  # noqa: S603
                [sys.executable, "manage.py", "shell", "-v0", "-c", HAPPENING],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )

    def setUp(self) -> None:
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.script = self.folder / "mirror.py"
        self.script.write_text(programme(), "utf-8")
        self.file = self.folder / "mirror.sqlite3"

    def test_it_fits_on_a_page_and_needs_only_the_standard_library(self) -> None:
        lines = programme().splitlines()
        self.assertLess(len(lines), MOST_LINES)
        imported = [
            line.split()[1].split(".")[0]
            for line in lines
            if line.startswith(("import ", "from "))
        ]
        self.assertLessEqual(set(imported), sys.stdlib_module_names)

    def test_it_stays_equal_through_all_that_happens(self) -> None:
        self.run_mirror()
        self.assert_equal()
        for step in (*STEPS, "day"):
            with self.subTest(step):
                self.happen(step)
                before = self.position()
                self.run_mirror()
                moved = self.position() - before
                self.assertEqual(step == "undo", moved == 0)
                self.assert_equal()

        with self.subTest("from the exports at once"):
            self.file.unlink()
            self.run_mirror()
            self.assert_equal()

        with self.subTest("while others write"):
            self.begin("many")
            for _ in range(3):
                self.run_mirror()
            self.end()
            self.run_mirror()
            self.assert_equal()

        with self.subTest("another log"):
            self.happen("other_log")
            self.run_mirror()
            self.assert_equal()

        with self.subTest("a restored backup"):
            self.happen("restore")
            self.run_mirror()
            self.assert_equal()

    def test_it_may_be_killed_at_any_moment(self) -> None:
        self.killed_at(3_000)
        self.assertEqual([], self.rows("SELECT * FROM record"))
        self.run_mirror()
        self.assert_equal()
        start = self.file.read_bytes()
        self.happen("many")
        for count in (1, 4, 5, 6, 300, *range(A_PAGE, A_PAGE + 8), 1_000):
            with self.subTest(count):
                self.file.write_bytes(start)
                self.killed_at(count)
                self.run_mirror()
                self.assert_equal()

    def begin(self, step: str) -> None:
        """Let something happen meanwhile."""
        self.pipe(self.steps.stdin).write(f"{step}\n")
        self.pipe(self.steps.stdin).flush()

    def end(self) -> None:
        """Wait until it has happened."""
        self.assertEqual("done\n", self.pipe(self.steps.stdout).readline())

    def happen(self, step: str) -> None:
        """Let something happen in the register."""
        self.begin(step)
        self.end()

    def run_mirror(self, *, killed_at: int = 0) -> int:
        """Run the programme to its end, or up to a statement."""
        command = [sys.executable, "-m", "tests.mirror.killed", str(killed_at)]
        command += [str(self.script), f"{self.address}/api/v1/", str(self.file)]
        done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603
        if not killed_at:
            self.assertEqual(0, done.returncode)
        return done.returncode

    def killed_at(self, count: int) -> None:
        """Kill the programme before one of its statements."""
        self.assertEqual(-signal.SIGKILL, self.run_mirror(killed_at=count))

    def rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        """Read the mirror."""
        with closing(sqlite3.connect(self.file)) as mirror:
            return mirror.execute(query, values).fetchall()

    def position(self) -> int:
        """Give the position that the mirror has stored."""
        return int(self.rows("SELECT position FROM place")[0][0])

    def assert_equal(self) -> None:
        """Compare the mirror with fresh exports, byte by byte."""
        with urlopen(f"{self.address}/api/v1/exports/") as answer:  # noqa: S310
            manifest = json.load(answer)
        self.assertEqual(
            [(manifest["log"], manifest["position"])],
            self.rows("SELECT log, position FROM place"),
        )
        held = "SELECT json FROM record WHERE collection = ? ORDER BY slug"
        for file in manifest["files"]:
            if file["format"] == "jsonl":
                with urlopen(file["address"]) as answer:  # noqa: S310
                    wanted = answer.read().decode()
                lines = [row[0] for row in self.rows(held, file["collection"])]
                self.assertEqual(wanted, "".join(f"{line}\n" for line in lines))

    def pipe(self, pipe: IO[str] | None) -> IO[str]:
        """Give a pipe to the writer, which is alive."""
        if pipe is None:
            raise AssertionError("there is no writer")
        return pipe
