"""The whole register goes out and comes back in, though the first try is cut short.

On a database of its own and in processes of their own, on either engine.
"""

import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest import TestCase

import orjson

from tests.loaded import fill
from tests.scratch import database

ROOT = Path(__file__).resolve().parents[2]
COUNT = (
    "from policies.models import Change, Document;"
    "print(Change.objects.count(), Document.objects.count())"
)
BAR = re.compile(rb"(\d+)/(\d+) \[")
TIMES = ("created_at", "modified_at")
Environment = Mapping[str, str]


def manage(environment: Environment, *arguments: str) -> str:
    """Run a command of the register, and give what it says."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@contextmanager
def register(name: str, folder: Path) -> Iterator[Environment]:
    """Give the environment of a database of its own that does not exist yet."""
    with database(f"r57_{name}_{os.getpid()}") as url:
        yield {**os.environ, "DATABASE_URL": url, "R57_EXPORTS_DIR": str(folder / name)}


def export(environment: Environment, folder: Path) -> list[Path]:
    """Export everything as JSON Lines."""
    manage(environment, "export_register", str(folder))
    return [path for path in sorted(folder.glob("*.jsonl")) if path.stat().st_size]


def records(path: Path) -> list[dict[str, object]]:
    """Give the records of a file without the times of this register."""
    rows = [orjson.loads(line) for line in path.read_bytes().splitlines()]
    return [{k: v for k, v in row.items() if k not in TIMES} for row in rows]


def killed_in_the_middle(environment: Environment, files: list[str]) -> bytes:
    """Start an import on a terminal, and kill it once its bar has begun to move."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(ours, (24, 80))
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "manage.py", "import_register", *files, "--write"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while not any(int(done) > 0 for done, _all in BAR.findall(shown)):
            shown += os.read(ours, 4096)
    except OSError as error:  # the terminal is closed: the import has ended
        raise AssertionError(shown.decode()) from error
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(ours)
    return shown


class RoundTripTest(TestCase):
    """An export is the register: imported into an empty one it gives the same."""

    def test_everything_comes_back_though_the_first_try_is_killed(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with register("whole", folder) as whole:
                fill(whole["DATABASE_URL"])
                before = export(whole, folder / "before")
            with register("empty", folder) as empty:
                fill(empty["DATABASE_URL"], empty=True)
                files = [str(path) for path in reversed(before)]
                shown = killed_in_the_middle(empty, files)
                done, total = map(int, BAR.findall(shown)[-1])
                self.assertLess(done, total, "it was killed too late")
                self.assertEqual(
                    "0 0", manage(empty, "shell", "-v0", "-c", COUNT).strip()
                )
                said = manage(empty, "import_register", *files, "--write")
                self.assertIn("It is written.", said)
                after = export(empty, folder / "after")
            self.assertEqual([p.name for p in before], [p.name for p in after])
            for one, other in zip(before, after, strict=True):
                with self.subTest(one.name):
                    self.assertEqual(records(one), records(other))
