"""How every record of the tests is made: valid defaults, saved by the one service."""

from collections.abc import Mapping
from itertools import count
from typing import Any, TypeVar

from policies.common.models import Record, RecordState
from policies.services import save_record

R = TypeVar("R", bound=Record)

_numbers = count(9001)


def next_number() -> int:
    """Give a number no record of this run has had; no real document goes so high."""
    return next(_numbers)


def saved(model: type[R], over: Mapping[str, Any], **defaults: Any) -> R:
    """Save a published record of defaults, with what a test says otherwise.

    A default that can be called makes a related record, and only if it is needed.
    Many-to-many fields take a list.
    """
    values: dict[str, Any] = {
        "slug": f"{model._meta.model_name}-{next_number()}",
        "state": RecordState.PUBLISHED,
    }
    values |= {
        name: default() if callable(default) else default
        for name, default in defaults.items()
        if name not in over
    }
    values |= over
    lists = {
        field.name: values.pop(field.name)
        for field in model._meta.many_to_many
        if field.name in values
    }
    record = model(**values)
    save_record(record, lists=lists)
    record.refresh_from_db()
    return record
