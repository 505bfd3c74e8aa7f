"""Run a programme that is killed before its nth statement to SQLite.

``python -m tests.mirror.killed N PROGRAMME ARGUMENT...``; 0 lets it live.
"""

import os
import runpy
import signal
import sqlite3
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any


class Dying(sqlite3.Connection):
    """A connection whose process does not live to see a certain statement."""

    left = 0

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """Run a statement, or die."""
        Dying.left -= 1
        if Dying.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(*statement)


def main(arguments: Sequence[str]) -> None:
    """Run the programme as Python would."""
    count, *sys.argv = arguments
    Dying.left = int(count)
    sqlite3.connect = partial(sqlite3.connect, factory=Dying)  # type: ignore[assignment]
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1:])
