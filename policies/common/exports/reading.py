"""Reading files in the form of the exports: row by row, in constant memory.

Whatever the file holds, each row is given with the line it begins at: as a plain
record, or as the fault that makes it unreadable. Nothing is raised.
"""

import csv
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import BinaryIO

import orjson

from policies.common.api.errors import Fault
from policies.common.api.parsers import each_once
from policies.common.api.rows import JSONRecord, Shape
from policies.common.exports.cells import readers
from policies.common.exports.lines import Lines, numbered

NUL_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")

Row = tuple[int, JSONRecord | Fault]


class Form(StrEnum):
    """The forms of an export, by the ending of the file's name."""

    JSONL = "jsonl"
    CSV = "csv"


def rows_of(stream: BinaryIO, form: Form | str, shape: Shape) -> Iterator[Row]:
    """Give the rows of a file of one collection, each with its line.

    Args:
        stream: the bytes of the file.
        form: ``jsonl`` or ``csv``.
        shape: the shape of the collection's records, which says what cells mean.

    """
    if Form(form) == Form.CSV:
        return read_csv(stream, shape)
    return read_jsonl(stream)


def read_jsonl(stream: BinaryIO) -> Iterator[Row]:
    """Give the records of JSON Lines: one object a line, blank lines aside."""
    lines = Lines(stream)
    for number, line in numbered(lines, lines):
        if isinstance(line, Fault):
            yield number, line
        elif line.strip():
            yield number, _record(line)


def read_csv(stream: BinaryIO, shape: Shape) -> Iterator[Row]:
    """Give the records of a CSV file whose first row names members of a shape.

    Members may stand in any order, and may be left out as in JSON. After a first row
    that cannot be understood nothing else is read.
    """
    lines = Lines(stream)
    rows = numbered(csv.reader(lines, strict=True), lines)
    first, names = next(rows, (1, []))
    if not isinstance(names, Fault):
        names = _header(names, shape, lines) or names
    if isinstance(names, Fault):
        yield first, names
        return
    known = readers(shape)
    for number, cells in rows:
        if isinstance(cells, Fault):
            yield number, cells
        elif cells:
            fault = _misfit(cells, names, lines)
            pairs = zip(names, cells, strict=False)
            yield number, fault or {name: known[name](cell) for name, cell in pairs}


def _record(line: str) -> JSONRecord | Fault:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return Fault("malformed_row", f"The line is not JSON: {error}.")
    if not isinstance(record, dict):
        return Fault("malformed_row", "The line is JSON, but no object.")
    if NUL_ESCAPE.search(line):
        return Fault("nul", "The line has an escaped NUL.")
    try:
        json.loads(line, object_pairs_hook=each_once)
    except (ValueError, RecursionError) as error:
        return Fault("malformed_row", f"The line is no record: {error}.")
    return record


def _header(names: list[str], shape: Shape, lines: Lines) -> Fault | None:
    """Say why a first row is no header of this collection."""
    known = readers(shape)
    allowed = [*known]
    if not names or not lines.ended:
        return Fault("header", "The file ends before its header.", allowed=allowed)
    if unknown := [name for name in names if name not in known]:
        detail = f"The header names what is no member: {_listed(unknown)}."
        return Fault("header", detail, allowed=allowed)
    if twice := sorted({name for name in names if names.count(name) > 1}):
        return Fault("header", f"The header names twice: {_listed(twice)}.")
    return None


def _listed(names: list[str]) -> str:
    return ", ".join(f"«{name[:80]}»" for name in names[:10])


def _misfit(cells: list[str], names: list[str], lines: Lines) -> Fault | None:
    """Say why a row does not fit its header, or may be half of one."""
    if len(cells) != len(names):
        detail = f"The row has {len(cells)} cells, the header {len(names)}."
        return Fault("cells", detail)
    if not lines.ended:
        detail = "The last row has no line break after it: the file may be cut short."
        return Fault("cut_short", detail)
    return None
