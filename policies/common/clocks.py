"""The two clocks: the day of the law that is asked for, the time of the register.

Legal time is a day in Viet Nam: what the law is on it. Register time is an instant:
what the register said at it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_legal_day: ContextVar[date | None] = ContextVar("legal_day", default=None)
_known: ContextVar[datetime | None] = ContextVar("known", default=None)
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def legal_day() -> date:
    """Give the day for which a read computes: the one asked for, else today."""
    return _legal_day.get() or timezone.localdate()


@contextmanager
def on_legal_day(day: date | None) -> Iterator[None]:
    """Compute for a day what depends on the day; None is today."""
    token = _legal_day.set(day)
    try:
        yield
    finally:
        _legal_day.reset(token)


def known_time() -> datetime | None:
    """Give the time whose register is read; None if it is the register of now."""
    return _known.get()


@contextmanager
def on_known_time(time: datetime) -> Iterator[None]:
    """Say which time's register is read; ``snapshot`` sees to the reading."""
    token = _known.set(time)
    try:
        yield
    finally:
        _known.reset(token)


def register_time() -> datetime:
    """Give the time at which the register takes a change to its books."""
    return _moment.get() or timezone.now()


@contextmanager
def one_moment() -> Iterator[None]:
    """Date a change and all that follows from it alike.

    Whoever later asks what the register said at a time sees all of it or nothing.
    """
    if _moment.get() is not None:
        yield
        return
    token = _moment.set(timezone.now())
    try:
        yield
    finally:
        _moment.reset(token)
