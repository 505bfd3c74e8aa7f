"""Which error of the database is which outage, and which is a fault of the program."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
)

from policies.common.outages import (
    FULL,
    LOCKED,
    READ_ONLY,
    TIMEOUT,
    UNAVAILABLE,
    Outage,
    outage_of,
)

POSTGRESQL: list[tuple[type[Exception], str | None, Outage | None]] = [
    (OperationalError, "57014", TIMEOUT),
    (OperationalError, "25P04", TIMEOUT),
    (OperationalError, "55P03", LOCKED),
    (OperationalError, "40P01", LOCKED),
    (OperationalError, "40001", LOCKED),
    (InternalError, "25006", READ_ONLY),
    (InternalError, "25P03", UNAVAILABLE),
    (OperationalError, "57P01", UNAVAILABLE),
    (OperationalError, "57P02", UNAVAILABLE),
    (OperationalError, "57P03", UNAVAILABLE),
    (OperationalError, "57P04", UNAVAILABLE),
    (OperationalError, "08006", UNAVAILABLE),
    (OperationalError, "53300", UNAVAILABLE),
    (OperationalError, "53200", UNAVAILABLE),
    (OperationalError, "58030", UNAVAILABLE),
    (OperationalError, "53100", FULL),
    (ProgrammingError, "42P01", UNAVAILABLE),
    (OperationalError, None, UNAVAILABLE),
    (InterfaceError, None, UNAVAILABLE),
    (DatabaseError, None, UNAVAILABLE),
    (OperationalError, "54000", None),
    (ProgrammingError, None, None),
    (ProgrammingError, "42601", None),
    (IntegrityError, "23505", None),
    (DataError, "22003", None),
]
SQLITE: list[tuple[int, str, Outage | None]] = [
    (5, "database is locked", LOCKED),
    (517, "database is locked", LOCKED),  # SQLITE_BUSY_SNAPSHOT
    (6, "database table is locked", LOCKED),
    (8, "attempt to write a readonly database", READ_ONLY),
    (1032, "attempt to write a readonly database", READ_ONLY),  # the file was moved
    (1544, "attempt to write a readonly database", UNAVAILABLE),
    (13, "database or disk is full", FULL),
    (14, "unable to open database file", UNAVAILABLE),
    (778, "disk I/O error", UNAVAILABLE),
    (26, "file is not a database", UNAVAILABLE),
    (11, "database disk image is malformed", UNAVAILABLE),
    (1, "no such table: policies_document", UNAVAILABLE),
    (1, "no such column: policies_document.name", None),
    (1, "too many SQL variables", None),
    (19, "UNIQUE constraint failed", None),
]


class Said(Exception):  # noqa: N818 - what a driver said
    """An error as a driver raises it."""

    def __init__(self, words: str = "", **codes: object) -> None:
        super().__init__(words)
        vars(self).update(codes)


def wrapped(kind: type[Exception], cause: Exception) -> Exception:
    """Give Django's error for a driver's."""
    error = kind(str(cause))
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(("kind", "state", "outage"), POSTGRESQL)
def test_postgresql(
    kind: type[Exception], state: str | None, outage: Outage | None
) -> None:
    assert outage_of(wrapped(kind, Said(pgcode=state))) is outage


@pytest.mark.parametrize(("code", "words", "outage"), SQLITE)
def test_sqlite(code: int, words: str, outage: Outage | None) -> None:
    error = wrapped(OperationalError, Said(words, sqlite_errorcode=code))
    assert outage_of(error) is outage


def test_an_outage_is_found_behind_what_code_made_of_it() -> None:
    """Sessions, for one, raise an error of their own that does not tell why."""
    error = UpdateError()
    error.__context__ = wrapped(OperationalError, Said(pgcode="55P03"))
    assert outage_of(error) is LOCKED


def test_errors_of_other_kinds_are_no_outage() -> None:
    hidden = ValueError()
    hidden.__context__ = wrapped(OperationalError, Said(pgcode="55P03"))
    hidden.__suppress_context__ = True
    assert outage_of(hidden) is None
    assert outage_of(OperationalError("raised by no driver")) is None
    assert outage_of(None) is None


def test_errors_that_name_each_other_are_followed_once() -> None:
    first, second = ValueError("one"), ValueError("two")
    first.__context__, second.__context__ = second, first
    assert outage_of(first) is None
