"""Writing a collection as files: in constant memory, from one snapshot."""

import csv
import hashlib
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson
from django.db import connection, models
from django.db.models import F
from django.db.models.functions import Collate

from policies.common.api.plain import plain_plan
from policies.common.api.rows import JSONRecord
from policies.common.collections import Collection
from policies.common.exports.cells import written
from policies.common.exports.reading import Form

CHUNK = 1000
BOM = b"\xef\xbb\xbf"  # without it spreadsheets do not take a file for UTF-8


@dataclass(frozen=True)
class ExportFile:
    """One file of an export.

    Attributes:
        collection: whose records it holds.
        format: in which form, ``jsonl`` or ``csv``.
        rows: how many records.
        bytes: its length.
        sha256: the digest of its bytes, in hexadecimal.

    """

    collection: str
    format: str
    rows: int
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.collection}.{self.format}"

    def described(self) -> dict[str, Any]:
        """Give what the manifest says of it."""
        return {"name": self.name, **asdict(self)}


class Sink:
    """A file that is being written, counted and digested as it grows."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("xb")
        self.digest = hashlib.sha256()
        self.bytes = 0

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self.file.write(data)
        self.digest.update(data)
        self.bytes += len(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Leave nothing in memory that the disk does not have."""
        with self.file:
            self.file.flush()
            os.fsync(self.file.fileno())


def plain_rows(collection: Collection) -> "models.QuerySet[Any, Any]":
    """Choose the published rows of a collection by public id, for its plain plan."""
    columns = plain_plan(collection.serializer).columns
    return collection.published().order_by(in_order_of_bytes()).values_list(*columns)


def plain_records(collection: Collection) -> Iterator[list[JSONRecord]]:
    """Give all published records of a collection by public id, some at a time.

    The rows come from a cursor that the server keeps, also where Django is told to
    use none: inside of a transaction every pooler allows it.
    """
    plan = plain_plan(collection.serializer)
    compiler = plain_rows(collection).query.get_compiler(connection=connection)
    found = iter(
        compiler.results_iter(tuple_expected=True, chunked_fetch=True, chunk_size=CHUNK)
    )
    while chunk := list(islice(found, CHUNK)):
        yield plan.build(chunk)


def in_order_of_bytes() -> F | Collate:
    """Order public ids alike on every engine, whatever its collation."""
    by_slug = F("slug")
    return Collate(by_slug, "C") if connection.vendor == "postgresql" else by_slug


def write_collection(collection: Collection, folder: Path) -> list[ExportFile]:
    """Write the files of a collection into a folder, all forms in one pass."""
    names = plain_plan(collection.serializer).names
    rows = 0
    paths = {form: folder / f"{collection.name}.{form}" for form in Form}
    with Sink(paths[Form.JSONL]) as lines, Sink(paths[Form.CSV]) as table:
        table.write(BOM + csv_rows([names]))
        for records in plain_records(collection):
            rows += len(records)
            lines.write(json_lines(records))
            table.write(csv_rows(map(written, one.values()) for one in records))
    sinks = {Form.JSONL: lines, Form.CSV: table}
    return [
        ExportFile(collection.name, form, rows, sink.bytes, sink.digest.hexdigest())
        for form, sink in sinks.items()
    ]


def json_lines(records: Sequence[JSONRecord]) -> bytes:
    """Write records as JSON Lines."""
    return b"".join(
        orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE) for one in records
    )


def csv_rows(rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows of cells as RFC 4180 says."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
