"""Connections to the database that are of no more use."""

from django.db import connections


def drop_connections() -> None:
    """Close this thread's connections, so that whatever comes next makes new ones.

    A connection inside a transaction is left to the block that opened it.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
