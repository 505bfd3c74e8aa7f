"""What all tests share: a database that holds the real register."""

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Load the register once; each test rolls its own changes back."""
    with django_db_blocker.unblock():
        call_command("load_register", verbosity=0)
