"""Outages: errors of the database that pass, and what is said of them meanwhile.

One map for the API, the admin, the health probe and the command line. What is not in
it is a fault of the program, not of the database.
"""

from dataclasses import dataclass

from django.db import DatabaseError, InterfaceError, OperationalError


@dataclass(frozen=True)
class Outage:
    """A kind of outage, as a problem of the API names it.

    Attributes:
        code: the stable code.
        title: what it is, in English.
        detail: what that means for who asks, in English.
        retry_after: seconds after which it is sensible to ask again.
        ends_connection: whether only a new connection can bring better news.

    """

    code: str
    title: str
    detail: str
    retry_after: int
    ends_connection: bool = False


TIMEOUT = Outage(
    "database_timeout",
    "The database took too long",
    "The database stopped the work at its time limit. Ask for less at once, or again.",
    retry_after=5,
)
LOCKED = Outage(
    "database_locked",
    "Another writer was in the way",
    "Another writer holds what this request needs. Send it again as it is.",
    retry_after=1,
)
READ_ONLY = Outage(
    "database_read_only",
    "The database takes no writes for now",
    "The database only reads for now, so nothing was written. Questions are answered.",
    retry_after=30,
    ends_connection=True,
)
UNAVAILABLE = Outage(
    "database_unavailable",
    "The database cannot be reached",
    "The database cannot be reached. Whether a write that was under way is stored is "
    "not known: read the record before it is sent again, or repeat its idempotency "
    "key.",
    retry_after=5,
    ends_connection=True,
)
FULL = Outage(
    "storage_full",
    "The database has no room left",
    "The database has no room for what is written. Questions are answered.",
    retry_after=60,
)
OUTAGES = (TIMEOUT, LOCKED, READ_ONLY, UNAVAILABLE, FULL)

# https://www.postgresql.org/docs/current/errcodes-appendix.html
BY_SQLSTATE = {
    "25006": READ_ONLY,  # read_only_sql_transaction, also a write on a standby
    "25P03": UNAVAILABLE,  # idle_in_transaction_session_timeout
    "25P04": TIMEOUT,  # transaction_timeout
    "40001": LOCKED,  # serialization_failure
    "40P01": LOCKED,  # deadlock_detected
    "42P01": UNAVAILABLE,  # undefined_table: the register is not set up there
    "53100": FULL,  # disk_full
    "55P03": LOCKED,  # lock_not_available
    "57014": TIMEOUT,  # query_canceled
    "XX001": UNAVAILABLE,  # data_corrupted
    "XX002": UNAVAILABLE,  # index_corrupted
}
BY_CLASS = {
    "08": UNAVAILABLE,  # connection_exception
    "53": UNAVAILABLE,  # insufficient_resources
    "57": UNAVAILABLE,  # operator_intervention: starting, shutting down, dropped
    "58": UNAVAILABLE,  # system_error
}

# https://www.sqlite.org/rescode.html, primary codes and those that tell more
BY_SQLITE = {
    3: UNAVAILABLE,  # SQLITE_PERM
    5: LOCKED,  # SQLITE_BUSY
    6: LOCKED,  # SQLITE_LOCKED
    8: READ_ONLY,  # SQLITE_READONLY
    9: TIMEOUT,  # SQLITE_INTERRUPT
    10: UNAVAILABLE,  # SQLITE_IOERR
    11: UNAVAILABLE,  # SQLITE_CORRUPT
    13: FULL,  # SQLITE_FULL
    14: UNAVAILABLE,  # SQLITE_CANTOPEN
    15: LOCKED,  # SQLITE_PROTOCOL: too many at once opened the log
    26: UNAVAILABLE,  # SQLITE_NOTADB
    264: UNAVAILABLE,  # SQLITE_READONLY_RECOVERY: so read-only that not even
    520: UNAVAILABLE,  # SQLITE_READONLY_CANTLOCK: reading can begin
    1288: UNAVAILABLE,  # SQLITE_READONLY_CANTINIT
    1544: UNAVAILABLE,  # SQLITE_READONLY_DIRECTORY
}
PRIMARY = 0xFF
SQLITE_ERROR = 1


def outage_of(error: BaseException | None) -> Outage | None:
    """Give the outage that an error is, or comes from; None for any other error.

    Where code between the database and the reader caught an error and raised its own
    (a session that cannot be saved, a transaction that cannot go on), the first one
    tells. Errors may name each other in a circle.
    """
    met: set[int] = set()
    while error is not None and id(error) not in met:
        met.add(id(error))
        if isinstance(error, DatabaseError | InterfaceError):
            found = _of_driver(error, error.__cause__)
            if found is not None:
                return found
        error = error.__cause__ or (
            None if error.__suppress_context__ else error.__context__
        )
    return None


def _of_driver(error: Exception, cause: BaseException | None) -> Outage | None:
    """Read what the driver says; what Django wraps is its ``__cause__``."""
    number: int | None = getattr(cause, "sqlite_errorcode", None)
    if number is not None:
        return _of_sqlite(number, str(cause))
    if cause is None or not hasattr(cause, "pgcode"):
        return None
    state: str | None = cause.pgcode
    if state is not None:
        return BY_SQLSTATE.get(state) or BY_CLASS.get(state[:2])
    # No code comes from the driver itself: no connection was made, or it broke.
    broken = isinstance(error, OperationalError | InterfaceError)
    return UNAVAILABLE if broken or type(error) is DatabaseError else None


def _of_sqlite(code: int, words: str) -> Outage | None:
    if code == SQLITE_ERROR:
        return UNAVAILABLE if words.startswith("no such table") else None
    return BY_SQLITE.get(code) or BY_SQLITE.get(code & PRIMARY)
