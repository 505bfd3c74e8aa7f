"""Cells of a CSV file: harmless in a spreadsheet, and read back exactly.

A spreadsheet takes a cell that begins with ``=`` or its like for a formula. Such a
cell is written with an apostrophe before it, and so is one that begins with
apostrophes and then such a sign; so the apostrophe can always be taken off again.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from rest_framework import serializers

from policies.common.api.plain import kept_members
from policies.common.api.rows import Shape

BLANKS = r"\s\u200b-\u200f\u2060\ufeff"
SIGNS = r"=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # the last four are the wide forms
FORMULA = re.compile(f"'*[{BLANKS}]*[{SIGNS}]")
FLAGS = {"true": True, "false": False}

Read = Callable[[str], Any]


def guarded(text: str) -> str:
    """Write a text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Read a text as it was before it was guarded."""
    is_guarded = cell.startswith("'") and FORMULA.match(cell, 1)
    return cell[1:] if is_guarded else cell


def written(value: Any) -> str:
    """Write one member of a plain record as a cell; null is an empty one."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@cache
def readers(shape: Shape) -> dict[str, Read]:
    """Give the function that reads the cell of each member of a shape."""
    return {name: _reader(field) for name, field, _path in kept_members(shape)}


def _reader(field: serializers.Field[Any, Any, Any, Any]) -> Read:
    if isinstance(field, serializers.ListSerializer):
        return str.split
    if isinstance(field, serializers.BooleanField):
        return _flag
    return _whole if isinstance(field, serializers.IntegerField) else _text


def _text(cell: str) -> str | None:
    return unguarded(cell) or None


def _flag(cell: str) -> bool | str | None:
    """Read true or false, also in capitals, as spreadsheets write them."""
    return FLAGS.get(cell.lower(), _text(cell))


def _whole(cell: str) -> int | str | None:
    """Read a whole number; what is none stays as it is, for the shape to refuse."""
    return int(cell) if re.fullmatch(r"\d{1,18}", cell, re.ASCII) else _text(cell)
