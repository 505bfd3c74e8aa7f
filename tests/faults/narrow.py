"""The project on SQLite, with no room in the file while another file says so."""

import os
from pathlib import Path
from typing import Any

from django.db.backends.signals import connection_created

from r57.wsgi import application
from tests.faults.sqlite import NO_ROOM

__all__ = ["application"]

FULL = Path(os.environ[NO_ROOM])


def narrow(connection: Any, **_told: Any) -> None:
    """Let the file of a new connection grow no more; SQLite says that it is full."""
    if FULL.exists():
        connection.connection.execute("PRAGMA max_page_count = 1")


connection_created.connect(narrow)
