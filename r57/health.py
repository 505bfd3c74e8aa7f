"""Health probes: is the process alive, can the database be asked, and be written."""

import os
from functools import cache
from pathlib import Path

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse

from policies.common.connections import drop_connections
from policies.common.outages import UNAVAILABLE, outage_of


def live(_request: HttpRequest) -> JsonResponse:
    """Say that the process answers."""
    return JsonResponse({"status": "ok"})


def ready(_request: HttpRequest) -> JsonResponse:
    """Say whether the register can be read and written, only read, or neither."""
    try:
        applied = set(MigrationRecorder.Migration.objects.values_list("app", "name"))
        writable = takes_writes()
    except (DatabaseError, InterfaceError) as error:
        return not_ready(error)
    if needed() - applied:
        return JsonResponse(
            {"status": "not ready", "reason": "migrations_pending"}, status=503
        )
    if not writable:
        drop_connections()  # the next probe may find another server
    return JsonResponse({"status": "ready" if writable else "read-only"})


def not_ready(error: Exception) -> JsonResponse:
    """Say why the database cannot be asked; the next probe connects anew."""
    outage = outage_of(error) or UNAVAILABLE
    drop_connections()
    return JsonResponse(
        {"status": "not ready", "reason": outage.code},
        status=503,
        headers={"Retry-After": str(outage.retry_after)},
    )


@cache
def needed() -> frozenset[tuple[str, str]]:
    """Give the migrations that this version of the project is made with."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def takes_writes() -> bool:
    """Ask whether the database takes writes, without writing and without a lock."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW transaction_read_only")  # also on a standby
            return bool(cursor.fetchone()[0] == "off")
        cursor.execute("SELECT file FROM pragma_database_list WHERE name = 'main'")
        file = cursor.fetchone()[0]
    return not file or all(
        os.access(path, os.W_OK) for path in (file, Path(file).parent)
    )
