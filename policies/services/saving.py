"""The one way a record is written: by officers, by commands, later by partners.

It derives what is derived, checks every rule, moves times only when content changes,
keeps history and tells the change log, all in one turn.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models

from policies.common.clocks import one_moment, register_time
from policies.common.history import is_derived
from policies.common.models import Record, history_by_hand, write_history
from policies.common.turns import in_turn
from policies.services.changes import log_save
from policies.services.ids import check_slug, refuse_withdrawn
from policies.services.references import check_circles, check_public, check_taken_back

Lists = Mapping[str, Sequence[Record]]
Actor = AbstractBaseUser | AnonymousUser | None
NOT_CONTENT = frozenset({"id", "created_at", "modified_at"})


class Outcome(StrEnum):
    """What a save did."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


def _nothing(_record: Any) -> None:
    return None


def _nothing_of_lists(_record: Any, _lists: Lists) -> None:
    return None


@dataclass(frozen=True)
class Rules:
    """The rules of one kind of record around its saving.

    Attributes:
        prepare: derives columns and refuses what does not fit, before validation.
        check: refuses what does not fit the members of the record's lists.
        after: keeps other tables in step, in the same transaction.
        removed: the same once a record is gone; it still knows its own ``pk``.

    """

    prepare: Callable[[Any], None] = _nothing
    check: Callable[[Any, Lists], None] = _nothing_of_lists
    after: Callable[[Any], None] = _nothing
    removed: Callable[[Any], None] = _nothing


_rules: dict[type[models.Model], Rules] = {}


def add_rules(model: type[Record], rules: Rules) -> None:
    """Say the rules of a kind of record; once, where the kind's services stand."""
    _rules[model] = rules


def rules_of(record: Record) -> Rules:
    """Give the rules of a record's kind, for a form that asks before it saves."""
    return _rules.get(concrete(record), Rules())


def concrete(record: models.Model) -> type[models.Model]:
    """Give the model with the table: Document for a Decree."""
    model: type[models.Model] = type(record)._meta.concrete_model or type(record)
    return model


@one_moment()
@in_turn()
def save_record(
    record: Record,
    *,
    lists: Lists | None = None,
    actor: Actor = None,
    reason: str = "",
    follows: bool = False,
) -> Outcome:
    """Save a record with its many-to-many lists; write nothing if nothing changed.

    Args:
        record: a new record, or one read from the database and then changed.
        lists: members of many-to-many fields by name; fields left out stay.
        actor: who writes, for the history.
        reason: why, for the history.
        follows: whether it only follows a change of another record, as one that
            was withdrawn does too.

    Raises:
        ValidationError: a rule is broken; the fields are named.

    """
    rules = rules_of(record)
    named = {name: list(dict.fromkeys(those)) for name, those in (lists or {}).items()}
    rules.prepare(record)
    created = record.pk is None
    stored = None if created else stored_row(record)
    changed = () if stored is None else changed_members(stored, record, named)
    if stored is not None and not changed:
        return Outcome.UNCHANGED
    check_references(record, named, stored, follows=follows)
    record.full_clean()
    store(record, named)
    write_history(record, created=created, actor=actor, reason=reason)
    before = None if stored is None else stored.state
    log_save(record, before=before, changed=changed, reason=reason)
    rules.after(record)
    return Outcome.CREATED if created else Outcome.UPDATED


def store(record: Record, lists: Lists) -> None:
    """Write a row with its lists, dated with the moment of the change."""
    record.modified_at = register_time()
    if record.pk is None:
        record.created_at = record.modified_at
    with history_by_hand(record):
        record.save()
        set_lists(record, lists)


def stored_row(record: Record) -> Any:
    """Read the row of a record as the database holds it."""
    return concrete(record)._default_manager.get(pk=record.pk)


def changed_members(stored: Any, record: Record, lists: Lists) -> tuple[str, ...]:
    """Name the columns and lists in which a record differs from its stored row."""
    columns = (
        field.name
        for field in record._meta.concrete_fields
        if field.name not in NOT_CONTENT
        and not is_derived(field)
        and getattr(stored, field.attname)
        != field.to_python(getattr(record, field.attname))
    )
    members = (
        name
        for name, those in lists.items()
        if list(
            getattr(record, name)
            .values_list("pk", flat=True)
            .order_by(*places(record, name))
        )
        != sorted_members(record, name, those)
    )
    return (*columns, *members)


def places(record: Record, name: str) -> tuple[str, ...]:
    """Give the order of a list: as printed where it has one, else by id."""
    through = through_of(record, name)
    if "order" not in {field.name for field in through._meta.fields}:
        return ("pk",)
    return (f"{through._meta.model_name}__order", "pk")


def sorted_members(record: Record, name: str, members: Sequence[Record]) -> list[int]:
    """Give the ids of members in the order in which the database lists them."""
    ids = [member.pk for member in members]
    return sorted(ids) if places(record, name) == ("pk",) else ids


def through_of(record: Record, name: str) -> type[models.Model]:
    """Give the table of a many-to-many field."""
    through: type[models.Model] = getattr(type(record), name).through
    return through


def set_lists(record: Record, lists: Lists) -> None:
    """Write the members of many-to-many fields, ordered where order counts."""
    for name, members in lists.items():
        manager = getattr(record, name)
        if places(record, name) == ("pk",):
            manager.set(members)
            continue
        manager.clear()
        for place, member in enumerate(members, start=1):
            manager.add(member, through_defaults={"order": place})


def check_references(
    record: Record, lists: Lists, stored: Record | None, *, follows: bool = False
) -> None:
    """Refuse what does not fit the register: ids, what refers and is referred to.

    Args:
        record: a record whose columns were derived.
        lists: members of its lists by name, where they are to change.
        stored: the record as the database holds it; None for a new one.
        follows: whether the change only follows that of another record.

    Raises:
        ValidationError: naming each field at fault.

    """
    check_slug(record, stored)
    if not follows and stored is not None and changed_members(stored, record, lists):
        refuse_withdrawn(record, stored)
    check_circles(record)
    check_taken_back(record)
    check_public(record, lists)
    rules_of(record).check(record, lists)
