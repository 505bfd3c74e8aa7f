"""Public ids of rows that give none: harmless to repeat, since a twin keeps its own."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import serializers

from policies.common.models import Record
from policies.services.saving import changed_members, rules_of, stored_row
from policies.services.slugs import describe, suggest_slug
from policies.writing.record import Shape, apply


def name_row(shape: Shape, data: Mapping[str, Any], context: Any) -> str:
    """Give the public id of the record that says just the same, else a free one.

    Raises:
        serializers.ValidationError: the row does not even name what it is about.

    """
    bound = shape(data=data, context=context)
    bound.fields.pop("slug")
    bound.validators = []  # of unique rows; a twin is no fault here
    bound.is_valid(raise_exception=True)
    model: Any = bound.Meta.model
    record, _lists = apply(bound, model())
    try:
        rules_of(record).prepare(record)
    except ValidationError as error:
        detail = serializers.as_serializer_error(error)
        raise serializers.ValidationError(detail) from error
    for other in alike(record):
        if same(other, data, context, shape):
            return other.slug
    return suggest_slug(record)


def alike(record: Record) -> list[Record]:
    """Give the records whose public ids begin as that of a new record would."""
    base = describe(record)
    model: Any = type(record)
    found = model._default_manager.filter(slug__startswith=base) if base else ()
    return list(found)


def same(other: Record, data: Mapping[str, Any], context: Any, shape: Shape) -> bool:
    """Tell whether writing a row over a record would change nothing."""
    bound = shape(other, data={**data, "slug": other.slug}, context=context)
    if not bound.is_valid():
        return False
    record, lists = apply(bound, other)
    return not changed_members(stored_row(record), record, lists)
