"""What all tests share: a database that holds the real register."""

import os

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from policies.models import Document


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
