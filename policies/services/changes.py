"""Writing the change log: what the public can see of a write, in the same turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from policies.choices import ChangeKind
from policies.common.clocks import register_time
from policies.common.collections import Collection
from policies.common.models import Record, RecordState
from policies.common.registry import registered
from policies.common.turns import in_turn, this_turn
from policies.models import Change, RegisterVersion

LEAVING = frozenset({ChangeKind.WITHDRAW, ChangeKind.MERGE, ChangeKind.DELETE})
BEGAN_AFTER = "last sequence before the turn"


@dataclass(frozen=True)
class LogPosition:
    """Where the log stands.

    Attributes:
        log: the id of this installation's log.
        last: its last sequence; 0 while it is empty.

    """

    log: str
    last: int


def touch() -> None:
    """Note that this turn writes: the register's version moves once, at its end."""
    this_turn().at_end(move_version)


def move_version() -> None:
    """Count one more write of the register."""
    if not RegisterVersion.objects.update(version=F("version") + 1):
        RegisterVersion.objects.create(version=1, logged_day=timezone.localdate())


def logged_day() -> date:
    """Give the day of the law up to which the log tells legal states."""
    day = RegisterVersion.objects.values_list("logged_day", flat=True).first()
    return day or timezone.localdate()


def log_position() -> LogPosition:
    """Give the id of the log and its last sequence, in one query."""
    last = Change.objects.order_by("-sequence").values("sequence")[:1]
    held = RegisterVersion.objects.values_list("log_id", Coalesce(Subquery(last), 0))
    found = held.first()
    if found is None:
        with in_turn():
            RegisterVersion.objects.get_or_create(
                defaults={"logged_day": timezone.localdate()}
            )
        found = held.get()
    return LogPosition(*found)


@cache
def collection_of(model: type[models.Model]) -> Collection:
    """Give the collection whose table a model has; documents of all kinds share one."""
    table = model._meta.concrete_model or model
    return next(one for one in registered() if one.model is table)


def last_sequence() -> int:
    """Give the last sequence of the log; 0 while it is empty."""
    last: int | None = Change.objects.aggregate(last=models.Max("sequence"))["last"]
    return last or 0


def log(kind: ChangeKind, record: Record, **told: Any) -> Change:
    """Add one entry to the log, about what just happened to a record.

    ``told`` are further columns of the entry: ``reason``, ``fields``, ``into``, or
    ``day`` with ``old_state`` and ``new_state``.
    """
    touch()
    last = last_sequence()
    this_turn().notes.setdefault(BEGAN_AFTER, last)
    return Change.objects.create(
        sequence=last + 1,
        at=register_time(),
        kind=kind,
        collection=collection_of(type(record)).name,
        slug=record.slug,
        **told,
    )


def log_save(
    record: Record, *, before: str | None, changed: Sequence[str], reason: str
) -> None:
    """Log what the public can see of a save, if it can see anything.

    Args:
        record: the record as it now stands.
        before: its editorial state before; None if it is new.
        changed: names of the columns and lists that changed.
        reason: why, as the writer said.

    """
    touch()
    was, now = before == RecordState.PUBLISHED, record.state == RecordState.PUBLISHED
    if was and now:
        members = map(str, collection_of(type(record)).serializer().fields)
        seen = ",".join(name for name in members if name in changed)
        log(ChangeKind.UPDATE, record, reason=reason, fields=seen)
    elif now:
        kind = ChangeKind.CREATE if before is None else ChangeKind.PUBLISH
        log(kind, record, reason=reason)
    elif was:
        log(ChangeKind.WITHDRAW, record, reason=reason)


def entries_of(record: Record) -> "models.QuerySet[Change, Change]":
    """Give the entries of the log about a public id of a record's collection."""
    name = collection_of(type(record)).name
    return Change.objects.filter(collection=name, slug=record.slug)


def was_public(record: Record) -> bool:
    """Tell whether the public sees a record, or saw one of this public id before."""
    return entries_of(record).exists()


def public_before(record: Record) -> bool:
    """Tell whether the public saw a record as this turn began."""
    began = this_turn().notes.setdefault(BEGAN_AFTER, last_sequence())
    last = entries_of(record).filter(sequence__lte=began).order_by("sequence").last()
    return last is not None and last.kind not in LEAVING
