"""Moving records that belong together, one after the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_moving: ContextVar[bool] = ContextVar("moving", default=False)


def are_moving() -> bool:
    """Tell whether rules about records that belong together must wait.

    Who moves records asks these rules again once all have arrived.
    """
    return _moving.get()


@contextmanager
def moving() -> Iterator[None]:
    """Move records one after the other that belong together."""
    token = _moving.set(True)
    try:
        yield
    finally:
        _moving.reset(token)
