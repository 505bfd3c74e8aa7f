"""Reading several tables as they stood at one moment, without holding up a writer."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

AS_ONE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Let every query inside see the same state of the database.

    SQLite begins a deferred transaction, which takes no lock that a writer needs;
    ``atomic`` would take the write lock. Inside of a transaction that has begun
    already, its own isolation is all there is.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with _deferred():
            yield
    else:
        with transaction.atomic():
            _execute(AS_ONE)
            yield


@contextmanager
def _deferred() -> Iterator[None]:
    _execute("BEGIN DEFERRED")
    try:
        yield
    finally:
        _execute("ROLLBACK")


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
