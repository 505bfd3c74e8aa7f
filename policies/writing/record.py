"""One record from data of outside: through its shape, then through the one service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from rest_framework import serializers

from policies.common.models import Record
from policies.common.turns import in_turn
from policies.services import Outcome, save_record
from policies.services.saving import Actor, rules_of
from policies.services.saving import Lists as Members
from policies.services.slugs import suggest_slug

Shape = type[serializers.ModelSerializer[Any]]
Lists = dict[str, Any]
Permit = Callable[[Record, Members], None]


@dataclass(frozen=True)
class Written:
    """What writing did, and the record as it now stands."""

    outcome: Outcome
    record: Record


def anything(_record: Record, _lists: Members) -> None:
    """Permit every write, as commands of the operator do."""


def write_record(
    shape: Shape,
    data: Mapping[str, Any],
    *,
    stored: Record | None = None,
    actor: Actor = None,
    reason: str = "",
    partial: bool = False,
) -> Written:
    """Write one record, or nothing.

    Args:
        shape: the shape of the record's collection.
        data: its members as JSON has them; a related record by its public id.
        stored: the record that is replaced; None makes a new one.
        actor: who writes, for the history.
        reason: why, for the history and the change log.
        partial: whether members left out stay as they are; else they become unknown.

    Raises:
        serializers.ValidationError: with the name of each member at fault.

    """
    bound = shape(stored, data=data, partial=partial)
    return write_bound(bound, actor=actor, reason=reason)


def write_bound(
    bound: serializers.ModelSerializer[Any],
    *,
    actor: Actor = None,
    reason: str = "",
    permit: Permit = anything,
) -> Written:
    """Write what a shape was given, as ``write_record`` does.

    A new record without a public id is given one. ``permit`` refuses what the writer
    may not write, or makes a draft of it.

    Raises:
        serializers.ValidationError: with the name of each member at fault.
        PermissionDenied: the writer may not write this.

    """
    model: Any = bound.Meta.model
    bound.is_valid(raise_exception=True)
    record, lists = apply(bound, bound.instance or model(), partial=bound.partial)
    try:
        with in_turn():
            if not record.slug:
                name(record)
            permit(record, lists)
            outcome = save_record(record, lists=lists, actor=actor, reason=reason)
    except ValidationError as error:
        detail = serializers.as_serializer_error(error)
        raise serializers.ValidationError(detail) from error
    return Written(outcome, record)


def name(record: Record) -> None:
    """Give a new record the public id that its content suggests."""
    rules_of(record).prepare(record)
    record.slug = suggest_slug(record)


def apply(
    bound: serializers.ModelSerializer[Any], record: Any, *, partial: bool = False
) -> tuple[Any, Lists]:
    """Put validated values into a record; what a whole row leaves out is unknown."""
    values = dict(bound.validated_data)
    lists: Lists = {}
    for name, shaped in bound.fields.items():
        if isinstance(shaped, serializers.ListSerializer):
            if name in values or not partial:
                lists[name] = values.pop(name, [])
        elif not shaped.read_only and name not in values and not partial:
            column: models.Field[Any, Any] = record._meta.get_field(name)
            values[name] = column.get_default()
    for name, value in values.items():
        setattr(record, name, value)
    return record, lists
