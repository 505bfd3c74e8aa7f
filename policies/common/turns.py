"""Turns: writers of the register come one after the other, in the order of commits.

A writer waits for its turn before it touches a row, and keeps it until its
transaction ends. So what is numbered inside a turn is numbered in the order in which
it becomes visible: a reader who has seen a number never finds a new one below it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

LOCK = 0x523537  # of PostgreSQL's advisory locks: «R57»

Ending = Callable[[], None]


@dataclass
class Turn:
    """One writer's turn, and what is still to be done before it ends.

    Attributes:
        endings: run once each, in this order, inside the transaction.
        notes: what services remember until then, by a name of their own.

    """

    endings: list[Ending] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)

    def at_end(self, ending: Ending) -> None:
        """Do something once before the turn ends, however often it is asked for."""
        if ending not in self.endings:
            self.endings.append(ending)


_turn: ContextVar[Turn | None] = ContextVar("turn", default=None)


@contextmanager
def in_turn() -> Iterator[Turn]:
    """Write in turn, all or nothing; inside another turn, as a part of it.

    SQLite lets one transaction write at a time from its beginning on, since ours
    begin IMMEDIATE. PostgreSQL is asked for a lock that ends with the transaction.
    """
    current = _turn.get()
    if current is not None:
        with transaction.atomic():
            yield current
        return
    turn = Turn()
    with transaction.atomic():
        _wait()
        token = _turn.set(turn)
        try:
            yield turn
            for ending in turn.endings:
                ending()
        finally:
            _turn.reset(token)


def this_turn() -> Turn:
    """Give the turn in which a service writes.

    Raises:
        RuntimeError: it writes outside of one, which is a fault of the program.

    """
    turn = _turn.get()
    if turn is None:
        message = "the register is written in turns only: enter in_turn() first"
        raise RuntimeError(message)
    return turn


def _wait() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
