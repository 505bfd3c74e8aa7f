"""A database of its own with the register in it, and code run inside Django on it."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.bench.questions import HOST
from tests.scratch import database

DATABASE = "r57_bench"
DEFAULTS = {"BENCH_DOCUMENTS": "20000", "BENCH_ROUNDS": "5", "BENCH_SECONDS": "0.8"}
Environment = Mapping[str, str]


def manage(environment: Environment, *arguments: str, quiet: bool = True) -> None:
    """Run a management command.

    Raises:
        CalledProcessError: it failed.

    """
    subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *arguments],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL if quiet else None,
    )


def inside(environment: Environment, module: str) -> None:
    """Run ``main()`` of a module of the bench inside Django."""
    code = f"from tests.bench import {module}; {module}.main()"
    manage(environment, "shell", "-v0", "-c", code, quiet=False)


@contextmanager
def filled() -> Iterator[Environment]:
    """Give the environment of a database that holds the register."""
    with database(DATABASE) as url:
        environment = {
            **DEFAULTS,
            **os.environ,
            "DATABASE_URL": url,
            "R57_DEBUG": "0",
            "R57_ALLOWED_HOSTS": HOST,
            "R57_SECRET_KEY": secrets.token_urlsafe(60),
            "R57_LOG_LEVEL": "WARNING",
            "R57_RATE_LIMIT": "0",
        }
        manage(environment, "migrate", "-v0")
        manage(environment, "load_register")
        yield environment
