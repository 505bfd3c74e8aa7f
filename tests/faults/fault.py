"""What a fault is to the tests: how it strikes, and what users see meanwhile."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Fault:
    """One fault of the database.

    Attributes:
        name: what happens.
        strike: lets it happen to a database, and ends it on leaving.
        code: of the problem, for who writes, and for who reads if reads fail too.
        reads: the status of reading meanwhile.
        ready: what the probe says meanwhile.

    """

    name: str
    strike: Callable[[Any], AbstractContextManager[None]]
    code: str
    reads: int = 200
    ready: str = "ready"


def unreachable(
    name: str, strike: Callable[[Any], AbstractContextManager[None]]
) -> Fault:
    """Give a fault that leaves nothing to be asked."""
    return Fault(name, strike, "database_unavailable", reads=503, ready="not ready")
