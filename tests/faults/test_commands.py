"""A command that meets an outage ends with one line, not with a traceback."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg2
import pytest
from psycopg2.extensions import make_dsn

from policies.common.turns import LOCK
from tests.loaded import beside, fill
from tests.scratch import database

URL = os.environ.get("DATABASE_URL", "")
ON_POSTGRESQL = URL.startswith("postgres")
COMMANDS = [["load_register"], ["check_data"], ["emit_state_changes"], ["migrate"]]


def ends(url: str, command: list[str]) -> str:
    """Run a command that must fail; give what it says on the error stream."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *command],
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done
    return done.stderr.strip()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_database(command: list[str]) -> None:
    nowhere = (
        beside(URL, "r57_is_not_here")
        if ON_POSTGRESQL
        else "sqlite:////nowhere/register.sqlite3"
    )
    said = ends(nowhere, command)
    assert said.startswith("The database cannot be reached (database_unavailable): ")
    assert "\n" not in said


@contextmanager
def taken(url: str) -> Iterator[str]:
    """Let another writer have the turn; give an address with a short time limit."""
    if not ON_POSTGRESQL:
        file = url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield f"{url}?timeout=1"
        return
    with closing(psycopg2.connect(make_dsn(url))) as other:
        other.cursor().execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        limit = "options=-c%20lock_timeout%3D300"
        yield f"{url}{'&' if '?' in url else '?'}{limit}"


def test_another_writer() -> None:
    with database(f"r57_commands_{os.getpid()}") as url:
        fill(url)
        with taken(url) as short:
            said = ends(short, ["load_register"])
    assert said.startswith("Another writer was in the way (database_locked): ")
    assert "\n" not in said
