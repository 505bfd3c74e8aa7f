"""Run a management command on a scratch database that holds the register.

The database is made on the engine of ``DATABASE_URL`` (SQLite without it), and
removed afterwards.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg2
from psycopg2.extensions import make_dsn

from tests.loaded import fill

NAME = "r57_scratch"


@contextmanager
def database(name: str = NAME) -> Iterator[str]:
    """Give the address of an empty database, and remove it in the end."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'register.sqlite3'}"
        return
    connection = psycopg2.connect(make_dsn(url))
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute(f"DROP DATABASE IF EXISTS {name}")
    cursor.execute(f"CREATE DATABASE {name}")
    try:
        base, _, query = url.partition("?")
        yield f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
    finally:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.close()


def main(command: Sequence[str]) -> int:
    """Make, fill, run the command."""
    with database() as url:
        fill(url)
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
