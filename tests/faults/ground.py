"""The PostgreSQL database under a served register, in the hands of its operator."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass

import psycopg2
from psycopg2.extensions import connection as Connection  # noqa: N812
from psycopg2.extensions import make_dsn

LIMIT = 30.0


@dataclass(frozen=True)
class Ground:
    """A database, and the operator's connection to another one of its server.

    The register's own connections bear the name of the database.
    """

    server: Connection
    url: str
    name: str

    def run(self, statement: str) -> None:
        """Do something as the operator."""
        with self.server.cursor() as cursor:
            cursor.execute(statement)

    def end_connections(self) -> None:
        """End whatever is connected to the database."""
        with self.server.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = %s",
                [self.name],
            )

    @contextmanager
    def set(self, name: str, value: str) -> Iterator[None]:
        """Set something for every new connection, and end the old ones.

        Afterwards connections keep what was set when they were made.
        """
        self.run(f"ALTER DATABASE {self.name} SET {name} = '{value}'")
        self.end_connections()
        try:
            yield
        finally:
            self.run(f"ALTER DATABASE {self.name} RESET {name}")

    @contextmanager
    def other(self, *statements: str) -> Iterator[Connection]:
        """Let another writer have a transaction open in the database."""
        with closing(psycopg2.connect(make_dsn(self.url))) as connection:
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
            yield connection

    @contextmanager
    def once_one_waits(self, act: Callable[[int], None]) -> Iterator[None]:
        """Act as soon as a connection of the register waits for a lock."""
        with ThreadPoolExecutor(1) as pool:
            acting = pool.submit(lambda: act(self.waiting()))
            yield
            acting.result(LIMIT)

    def waiting(self) -> int:
        """Give the process of a connection of the register that waits for a lock.

        Raises:
            TimeoutError: none does.

        """
        limit = time.monotonic() + LIMIT
        while time.monotonic() < limit:
            with self.server.cursor() as cursor:
                cursor.execute(
                    "SELECT pid FROM pg_stat_activity WHERE datname = %s "
                    "AND application_name = %s AND wait_event_type = 'Lock'",
                    [self.name, self.name],
                )
                if found := cursor.fetchone():
                    return int(found[0])
            time.sleep(0.02)
        raise TimeoutError
