"""What may happen to a PostgreSQL database while a register is served from it."""

from collections.abc import Iterator
from contextlib import contextmanager

from policies.common.turns import LOCK
from tests.faults.fault import Fault, unreachable
from tests.faults.ground import Ground

THE_TURN = f"SELECT pg_advisory_xact_lock({LOCK})"
THE_ROW = "SELECT 1 FROM policies_subject WHERE id = 1 FOR UPDATE"
THE_TABLES = "LOCK TABLE policies_subject, django_session"  # in the strongest mode
A_CHANGE = "UPDATE policies_subject SET name = name WHERE id = 1"
AT_COMMIT = """
CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END';
CREATE CONSTRAINT TRIGGER at_commit AFTER UPDATE ON policies_subject
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit()
"""


@contextmanager
def turn_taken(ground: Ground) -> Iterator[None]:
    """Let another writer keep the turn beyond the time limit for locks."""
    with ground.set("lock_timeout", "300ms"), ground.other(THE_TURN):
        yield


@contextmanager
def row_locked(ground: Ground) -> Iterator[None]:
    """Let another session keep the row beyond the time limit for locks."""
    with ground.set("lock_timeout", "300ms"), ground.other(THE_ROW):
        yield


@contextmanager
def slow_statement(ground: Ground) -> Iterator[None]:
    """Let a statement take longer than it may."""
    with ground.set("statement_timeout", "1500ms"), ground.other(THE_TURN):
        yield


@contextmanager
def tables_locked(ground: Ground) -> Iterator[None]:
    """Let not even readers pass; an officer is stopped before any view."""
    with ground.set("lock_timeout", "300ms"), ground.other(THE_TABLES):
        yield


@contextmanager
def slow_reads(ground: Ground) -> Iterator[None]:
    """Let readers take longer than they may."""
    with ground.set("statement_timeout", "1500ms"), ground.other(THE_TABLES):
        yield


@contextmanager
def stuck_commit(ground: Ground) -> Iterator[None]:
    """Let the transaction wait too long for a lock when it ends."""
    with ground.set("lock_timeout", "300ms"), ground.other(AT_COMMIT) as owner:
        owner.commit()
        try:
            with ground.other("SELECT pg_advisory_xact_lock(1)"):
                yield
        finally:
            owner.cursor().execute("DROP FUNCTION at_commit CASCADE")
            owner.commit()


@contextmanager
def deadlock(ground: Ground) -> Iterator[None]:
    """Let another writer keep the row and ask for the turn, against the order."""
    with (
        ground.other("SET deadlock_timeout = '1min'", THE_ROW) as other,
        ground.once_one_waits(lambda _pid: other.cursor().execute(THE_TURN)),
    ):
        yield


@contextmanager
def serialization_failure(ground: Ground) -> Iterator[None]:
    """Let another writer change the row after the transaction has looked at it."""
    with (
        ground.set("default_transaction_isolation", "repeatable read"),
        ground.other(A_CHANGE) as other,
        ground.once_one_waits(lambda _pid: other.commit()),
    ):
        yield


@contextmanager
def killed(ground: Ground) -> Iterator[None]:
    """Let the operator end the connection in the middle of a transaction."""

    def end(pid: int) -> None:
        ground.run(f"SELECT pg_terminate_backend({pid})")

    with ground.other(THE_TURN), ground.once_one_waits(end):
        yield


@contextmanager
def read_only(ground: Ground) -> Iterator[None]:
    """Let the server refuse writes, as a standby does."""
    with ground.set("default_transaction_read_only", "on"):
        yield


@contextmanager
def exhausted(ground: Ground) -> Iterator[None]:
    """Let no connection be free."""
    ground.run(f"ALTER DATABASE {ground.name} CONNECTION LIMIT 0")
    ground.end_connections()
    yield
    ground.run(f"ALTER DATABASE {ground.name} CONNECTION LIMIT -1")


@contextmanager
def absent(ground: Ground) -> Iterator[None]:
    """Let the database not be there."""
    ground.end_connections()
    ground.run(f"ALTER DATABASE {ground.name} RENAME TO {ground.name}_away")
    yield
    ground.run(f"ALTER DATABASE {ground.name}_away RENAME TO {ground.name}")


FAULTS = [
    Fault("another writer has the turn", turn_taken, "database_locked"),
    Fault("another session has the row", row_locked, "database_locked"),
    Fault("a slow statement", slow_statement, "database_timeout"),
    Fault("a lock when it ends", stuck_commit, "database_locked"),
    Fault("a deadlock", deadlock, "database_locked"),
    Fault("a serialization failure", serialization_failure, "database_locked"),
    Fault("tables are locked", tables_locked, "database_locked", reads=503),
    Fault("slow reads", slow_reads, "database_timeout", reads=503),
    Fault("the connection is ended", killed, "database_unavailable"),
    Fault("a read-only server", read_only, "database_read_only", ready="read-only"),
    unreachable("no connection is free", exhausted),
    unreachable("no database", absent),
]
