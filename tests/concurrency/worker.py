"""One process that writes or follows the change log while others do the same.

A task and its arguments, on the database of ``DATABASE_URL``; it prints JSON.
"""

import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone

from policies.api.changes import entries
from policies.common.turns import in_turn
from policies.models import Change, RegisterVersion, Subject
from policies.services import save_record
from policies.services.changes import last_sequence, log_position
from policies.services.emitting import emit_due
from tests.factories import make_law

LATE = 20  # days that the log has not told yet
SLOW = 0.02  # seconds that a slow transaction stays open
PAUSE = 0.005  # seconds between two polls
SHARED = "shared"  # the subject that every writer edits
LOST = "lost"  # begins the public id of what is rolled back
PAGE = 50


class UndoneError(Exception):
    """Undoes a transaction on purpose."""


def add(slug: str) -> None:
    """Write a new public record."""
    save_record(Subject(slug=slug, name=slug, state="published"))


def plain(slug: str) -> int:
    """Write one record."""
    add(slug)
    return 1


def edit(slug: str) -> int:
    """Change the record that everybody changes."""
    with in_turn():
        shared = Subject.objects.get(slug=SHARED)
        shared.name = slug
        save_record(shared)
    return 1


def slow(slug: str) -> int:
    """Write three records, and take one's time before the commit."""
    with in_turn():
        for part in "abc":
            add(f"{slug}-{part}")
            time.sleep(SLOW / 3)
    return 3


def undone(slug: str) -> int:
    """Write two records, and undo all."""
    with suppress(UndoneError), in_turn():
        add(f"{LOST}-{slug}-a")
        add(f"{LOST}-{slug}-b")
        time.sleep(SLOW)
        raise UndoneError
    return 0


def partly_undone(slug: str) -> int:
    """Write three records, and undo the second alone."""
    with in_turn():
        add(f"{slug}-a")
        with suppress(UndoneError), transaction.atomic():
            add(f"{LOST}-{slug}")
            raise UndoneError
        add(f"{slug}-c")
    return 2


def draft(slug: str) -> int:
    """Write a record that the public does not see."""
    save_record(Subject(slug=f"{LOST}-{slug}", name=slug, state="draft"))
    return 0


WAYS: tuple[Callable[[str], int], ...] = (
    *(plain, plain, plain, edit, edit, edit),
    *(slow, undone, partly_undone, draft),
)


def prepare() -> Any:
    """Make what the writers share, and laws whose days the log has not told yet."""
    add(SHARED)
    logged = timezone.localdate() - timedelta(days=LATE)
    RegisterVersion.objects.update(logged_day=logged)
    days = [logged + timedelta(days=n) for n in range(1, LATE)]
    laws = [make_law(effective_on=day).slug for day in days]
    return {"last": last_sequence(), "laws": laws}


def write(name: str, wanted: str) -> Any:
    """Commit so many entries, in every way there is."""
    choose = random.Random(name)  # noqa: S311 - no secret
    committed = number = 0
    while committed < int(wanted):
        number += 1
        committed += choose.choice(WAYS)(f"{name}-{number}")
    return committed


def follow(after: str, stop: str) -> Any:
    """Poll the log, as the API does, until told to stop and nothing is left."""
    seen: list[tuple[int, str]] = []
    position, polls = int(after), 0
    while True:
        ending = Path(stop).exists()
        asked = {"after": position, "collection": (), "kind": ()}
        found = entries(asked, log_position().last)[:PAGE]
        new = [(one.sequence, one.slug) for one in found]
        seen += new
        polls += 1
        position = new[-1][0] if new else position
        time.sleep(PAUSE)
        if ending and not new:
            return {"seen": seen, "polls": polls}


def dump() -> Any:
    """Give the whole log as it stands."""
    return list(
        Change.objects.order_by("sequence").values_list("sequence", "slug", "kind")
    )


TASKS: dict[str, Callable[..., Any]] = {
    "prepare": prepare,
    "write": write,
    "follow": follow,
    "emit": emit_due,
    "dump": dump,
}


def main(task: str, *arguments: str) -> None:
    """Do one task and print what came of it."""
    sys.stdout.write(orjson.dumps(TASKS[task](*arguments)).decode())
