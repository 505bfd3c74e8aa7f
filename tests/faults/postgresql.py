"""A register served from a PostgreSQL database of its own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import connection as Connection  # noqa: N812
from psycopg2.extensions import make_dsn

from tests.faults.ground import Ground
from tests.faults.site import Site, opened
from tests.loaded import beside
from tests.served import prepared

PASSWORD = "a-role-of-the-tests"


@contextmanager
def on_postgresql(url: str) -> Iterator[tuple[Site, Ground]]:
    """Serve a register on a database, by a role that all limits hold for."""
    environment = prepared(url)
    name = urlsplit(url).path.strip("/")
    with closing(psycopg2.connect(make_dsn(beside(url, "postgres")))) as server:
        server.autocommit = True
        with role(server, name) as user:
            served = {**environment, "DATABASE_URL": with_user(url, user)}
            with opened("r57.wsgi:application", name, served) as site:
                yield site, Ground(server, url, name)


@contextmanager
def role(server: Connection, name: str) -> Iterator[str | None]:
    """Give a role that limits hold for, which they do not for a superuser."""
    with server.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() != (True,):
            yield None
            return
        made = sql.Identifier(name)
        create = sql.SQL("CREATE ROLE {} LOGIN PASSWORD %s IN ROLE CURRENT_USER")
        cursor.execute(create.format(made), [PASSWORD])
        try:
            yield name
        finally:
            cursor.execute(sql.SQL("DROP ROLE {}").format(made))


def with_user(url: str, user: str | None) -> str:
    """Give the address of a database for another role."""
    if user is None:
        return url
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{user}:{PASSWORD}@{host}"))
