"""What all tests share: a database that holds the real register."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from policies.models import Document
from tests.contract.witness import FAULTS

NO_LIMIT_IS_REACHED = 1_000_000


def pytest_configure() -> None:
    """Put the witness around the project, and let tests ask as often as they like."""
    settings.MIDDLEWARE = ["tests.contract.witness.witness", *settings.MIDDLEWARE]
    settings.RATE_LIMIT = NO_LIMIT_IS_REACHED


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
    """Keep the test database where ``R57_TEST_NAME`` says, for ``--reuse-db``."""
    name = os.environ.get("R57_TEST_NAME")
    if name:
        connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Load the register once; each test rolls its own changes back.

    With ``--reuse-db`` and a test database in a file the register of the last run
    is kept, if nothing has changed since.
    """
    with django_db_blocker.unblock():
        if not Document.objects.exists():
            call_command("load_register", verbosity=0)
