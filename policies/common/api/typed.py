"""The JSON types of a body, as the OpenAPI document says them: nothing is converted.

A shape alone reads ``1`` as the text "1" and "yes" as true, which suits tables of
text; a body of JSON says what it means.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from rest_framework import serializers

from policies.common.api.errors import Fault
from policies.common.api.serializers import RefShape
from policies.common.text import unclean_reason

Shape = type[serializers.BaseSerializer[Any]]
Field = serializers.Field[Any, Any, Any, Any]

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DECIMAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,6})?")
UNCLEAN = "Control or broken characters are not allowed."
WORDS = {
    "text": "Give a string.",
    "whole": "Give an integer.",
    "flag": "Give true or false.",
    "list": "Give an array.",
    "day": "Give a day as YYYY-MM-DD, in a string.",
    "decimal": (
        "Give an exact decimal in a string, with at most 18 digits before the point "
        "and 6 after it."
    ),
}


def wrong_types(shape: Shape, data: Any) -> Iterator[Fault]:
    """Name each member whose JSON type is not that of the shape.

    What is unknown, and related records, are left to the shape itself.
    """
    if not isinstance(data, Mapping):
        return
    for name, kind, nullable in written(shape):  # type: ignore[arg-type] # a class
        if name not in data or (data[name] is None and nullable):
            continue
        if data[name] is None:
            yield Fault("null", "This may not be null.", pointer=f"/{name}")
        elif not fits(kind, data[name]):
            yield Fault("wrong_type", WORDS[kind], pointer=f"/{name}")
        elif kind == "text" and unclean_reason(data[name]):
            yield Fault("unclean", UNCLEAN, pointer=f"/{name}")


@cache
def written(shape: Shape) -> tuple[tuple[str, str, bool], ...]:
    """Give what a body may write: the name, the kind of value, if it may be null."""
    fields: Mapping[str, Field] = shape().fields  # type: ignore[attr-defined]
    return tuple(
        (name, kind, field.allow_null)
        for name, field in fields.items()
        if not field.read_only and (kind := kind_of(field))
    )


def kind_of(field: Field) -> str:
    """Name the kind of value that a member takes; "" if the shape says it itself."""
    kinds: tuple[tuple[type[Any], str], ...] = (
        (serializers.ListSerializer, "list"),
        (serializers.ListField, "list"),
        (RefShape, ""),
        (serializers.BooleanField, "flag"),
        (serializers.IntegerField, "whole"),
        (serializers.DecimalField, "decimal"),
        (serializers.DateField, "day"),
    )
    return next((kind for one, kind in kinds if isinstance(field, one)), "text")


def fits(kind: str, value: Any) -> bool:
    """Tell whether a value of JSON is of a kind."""
    match kind:
        case "flag":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, list)
        case "whole":
            whole = isinstance(value, float) and value.is_integer()
            return whole or (isinstance(value, int) and not isinstance(value, bool))
        case "day":
            return isinstance(value, str) and DAY.fullmatch(value) is not None
        case "decimal":
            return isinstance(value, str) and DECIMAL.fullmatch(value) is not None
        case _:
            return isinstance(value, str)
