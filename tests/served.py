"""The register on a real socket: a scratch database, loaded and served by gunicorn."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from tests.bench.servers import serve
from tests.loaded import fill
from tests.scratch import database

HOST = "127.0.0.1"
UNLIMITED = {"R57_RATE_LIMIT": "0"}


def prepared(url: str) -> Mapping[str, str]:
    """Fill a database with the register; give the server's environment."""
    fill(url)
    return {
        **os.environ,
        **UNLIMITED,
        "DATABASE_URL": url,
        "R57_DEBUG": "0",
        "R57_ALLOWED_HOSTS": HOST,
        "R57_SECRET_KEY": secrets.token_urlsafe(60),
        "R57_LOG_LEVEL": "CRITICAL",
    }


@contextmanager
def serving(name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Serve the register from a database of its own.

    Gives the server's address, and the environment in which a process finds the same
    database. It is on the engine of ``DATABASE_URL`` (SQLite without it), and its name
    is the process's own, so that several may run at a time.
    """
    with database(f"r57_{name}_{os.getpid()}") as url, TemporaryDirectory() as folder:
        environment = {**prepared(url), "R57_EXPORTS_DIR": folder}
        with serve("r57.wsgi:application", f"r57_{name}", environment) as server:
            yield f"http://{HOST}:{server.port}", environment


@contextmanager
def served(name: str) -> Iterator[str]:
    """Serve the register from a database of its own; give the server's address."""
    with serving(name) as (address, _environment):
        yield address
