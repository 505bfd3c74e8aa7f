"""The version of the register, as its answers to conditional requests need it."""

from functools import cache

from django.db import connection

from policies.models import Change, RegisterVersion


@cache
def _statement() -> str:
    quote = connection.ops.quote_name
    versions = quote(RegisterVersion._meta.db_table)
    changes = quote(Change._meta.db_table)
    return (
        f"SELECT (SELECT version FROM {versions}), "  # noqa: S608
        f'(SELECT "at" FROM {changes} ORDER BY sequence DESC LIMIT 1)'
    )


def read_version() -> str:
    """Read how many turns have written, and when the public last saw a change.

    The number alone would return after a restored backup or a fresh load, with other
    records behind it; the time does not.
    """
    with connection.cursor() as cursor:
        cursor.execute(_statement())
        version, at = cursor.fetchone()
    return f"{version} {at}"
