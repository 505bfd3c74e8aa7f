"""The loaded register, made once for a state of the sources and copied from then on.

Migrating and loading take a minute, a copy of the database a moment. The copy to copy
from is named after a digest of all that loading reads and runs, so it is never an old
one. On SQLite it is a file in ``var/loaded``, on PostgreSQL a database of the test
server whose name begins with that of the checkout. Beside it stands one with the tables
alone, as they were before anything was loaded.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812
from psycopg2.extensions import make_dsn

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "loaded"
READ = ("fixtures/*.yaml", "policies/**/*.py", "decrees/**/*.py", "r57/*.py", "*.txt")
OWN = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
PREFIX = f"r57_loaded_{OWN}_"
EMPTY = "_empty"


@cache
def digest() -> str:
    """Tell one state of the sources from another."""
    found = hashlib.sha256()
    for pattern in READ:
        for path in sorted(ROOT.glob(pattern)):
            found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def _alone(engine: str) -> Iterator[None]:
    """Let one process at a time make the copy of an engine."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{engine}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _manage(url: str, *command: str) -> None:
    subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *command, "-v0"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def loaded_file() -> Path:
    """Give an SQLite file that holds the register, and nothing that writes to it."""
    kept = FOLDER / f"{digest()}.sqlite3"
    with _alone("sqlite"):
        if not kept.exists():
            for old in FOLDER.glob("*.sqlite3*"):
                old.unlink()
            made = FOLDER / "made.sqlite3"
            _manage(f"sqlite:///{made}", "migrate")
            shutil.copy(made, empty_file(kept))
            _manage(f"sqlite:///{made}", "load_register")
            made.rename(kept)
    return kept


def empty_file(loaded: Path) -> Path:
    """Give the file that has only the tables of one that holds the register."""
    return loaded.with_name(f"{loaded.stem}{EMPTY}.sqlite3")


def loaded_database(url: str) -> str:
    """Give the name of a database of a PostgreSQL server that holds the register."""
    kept = PREFIX + digest()
    with _alone("postgresql"), closing(psycopg2.connect(make_dsn(url))) as server:
        server.autocommit = True
        if kept not in _databases(server):
            for old in _databases(server):
                _run(server, f"DROP DATABASE {old}")
            made = f"{PREFIX}made"
            _run(server, f"CREATE DATABASE {made}")
            _manage(beside(url, made), "migrate")
            _run(server, f"CREATE DATABASE {kept}{EMPTY} TEMPLATE {made}")
            _manage(beside(url, made), "load_register")
            _run(server, f"ALTER DATABASE {made} RENAME TO {kept}")
    return kept


def beside(url: str, name: str) -> str:
    """Give the address of another database of the same server."""
    base, _, query = url.partition("?")
    return f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")


def fill(url: str, *, empty: bool = False) -> None:
    """Make a database that does not exist yet, and put the register into it.

    An ``empty`` one has the tables alone.
    """
    if not url.startswith("postgres"):
        kept = loaded_file()
        chosen = empty_file(kept) if empty else kept
        shutil.copy(chosen, url.removeprefix("sqlite:///"))
        return
    name = url.partition("?")[0].rpartition("/")[2]
    template = loaded_database(beside(url, "postgres")) + (EMPTY if empty else "")
    with closing(psycopg2.connect(make_dsn(beside(url, "postgres")))) as server:
        server.autocommit = True
        _run(server, f"DROP DATABASE IF EXISTS {name}")
        _run(server, f"CREATE DATABASE {name} TEMPLATE {template}")


def _databases(server: Connection) -> list[str]:
    with server.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"]
        )
        return [str(row[0]) for row in cursor.fetchall()]


def _run(server: Connection, statement: str) -> None:
    with server.cursor() as cursor:
        cursor.execute(statement)
