"""One record from data of outside: through its shape, then through the one service."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from rest_framework import serializers

from policies.common.models import Record
from policies.common.turns import in_turn
from policies.services import Outcome, save_record
from policies.services.saving import Actor

Shape = type[serializers.ModelSerializer[Any]]
Lists = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """What writing did, and the record as it now stands."""

    outcome: Outcome
    record: Record


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
    model: Any = shape.Meta.model
    bound = shape(stored, data=data, partial=partial)
    bound.is_valid(raise_exception=True)
    record, lists = apply(bound, stored or model(), partial=partial)
    try:
        with in_turn():
            outcome = save_record(record, lists=lists, actor=actor, reason=reason)
    except ValidationError as error:
        detail = serializers.as_serializer_error(error)
        raise serializers.ValidationError(detail) from error
    return Written(outcome, record)


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
