"""What all tests share: a database that holds the real register."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from policies.models import Document
from tests.contract.witness import FAULTS
from tests.loaded import loaded_database, loaded_file

NO_LIMIT_IS_REACHED = 1_000_000
EXPORTS = TemporaryDirectory()  # removed when the process ends


def pytest_configure() -> None:
    """Put the witness around the project, and let tests ask as often as they like."""
    settings.MIDDLEWARE = ["tests.contract.witness.witness", *settings.MIDDLEWARE]
    settings.RATE_LIMIT = NO_LIMIT_IS_REACHED
    settings.EXPORTS_DIR = EXPORTS.name


@pytest.fixture(autouse=True)
def every_answer_is_as_documented() -> Iterator[None]:
    """Fail a test during which an answer was not what the document says."""
    yield
    seen = FAULTS.copy()
    FAULTS.clear()
    assert not seen, "\n".join(dict.fromkeys(seen))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Copy the loaded register where the engine can; keep it where it is asked for.

    ``R57_TEST_NAME`` names the test database, for ``--reuse-db``.
    """
    test = connection.settings_dict["TEST"]
    if name := os.environ.get("R57_TEST_NAME"):
        test["NAME"] = name
    if connection.vendor == "postgresql":
        test["TEMPLATE"] = loaded_database(os.environ["DATABASE_URL"])
    else:
        test["MIGRATE"] = False  # the copy brings its tables along


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Put the register into the test database; each test rolls its changes back."""
    with django_db_blocker.unblock():
        if Document.objects.exists():
            return
        with closing(sqlite3.connect(loaded_file())) as register:
            register.backup(connection.connection)
