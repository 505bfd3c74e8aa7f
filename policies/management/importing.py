"""Files of an import: read row by row, each with the place that messages name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from policies.common.api.errors import Fault
from policies.common.collections import Collection
from policies.common.exports.reading import Form, rows_of
from policies.common.registry import registered
from policies.writing.row import Row, RowFault

WHOLE = frozenset({"header"})  # faults after which nothing else of a file is read


class UnusableFileError(Exception):
    """A file of which no row can be read, with the reason in words."""


@dataclass
class Files:
    """What was read of files.

    Attributes:
        rows: the rows that could be read.
        faults: what could not, one line each.
        whole: whether every file could be read to its end, so that rows can be tried.

    """

    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    whole: bool = True


def read_files(paths: Sequence[Path], collection: str | None = None) -> Files:
    """Read files in the form of the exports; all rows are held in memory.

    Args:
        paths: the files, in any order.
        collection: of which collection they are; else their names say so.

    """
    found = Files()
    for path in paths:
        try:
            read_file(path, collection, found)
        except UnusableFileError as error:
            found.faults.append(f"{path}: {error}")
            found.whole = False
    return found


def read_file(path: Path, collection: str | None, found: Files) -> None:
    """Read the rows of one file.

    Raises:
        UnusableFileError: it cannot be opened, or nobody can tell what it holds.

    """
    form, kind = form_of(path), named(collection or path.stem)
    before = len(found.rows), len(found.faults)
    with opened(path) as stream:
        for line, row in rows_of(stream, form, kind.serializer):
            where = f"{path}:{line}"
            if isinstance(row, Fault):
                found.faults.append(f"{where}: {row.detail}{allowed(row)}")
                found.whole &= row.code not in WHOLE
            else:
                found.rows.append(Row(where, kind, row))
        if stream.tell() == 0 and before == (len(found.rows), len(found.faults)):
            raise UnusableFileError("The file is empty.")


def form_of(path: Path) -> Form:
    """Tell the form of a file by the ending of its name.

    Raises:
        UnusableFileError: it is neither of the forms of an export.

    """
    ending = path.suffix.removeprefix(".")
    if ending not in set(Form):
        raise UnusableFileError("The name of a file ends in .jsonl or .csv.")
    return Form(ending)


def named(name: str) -> Collection:
    """Give the collection of a name.

    Raises:
        UnusableFileError: there is none.

    """
    collections = {one.name: one for one in registered()}
    if name not in collections:
        raise UnusableFileError(
            f"There is no collection «{name}»; say which one with --collection: "
            f"{', '.join(collections)}."
        )
    return collections[name]


def opened(path: Path) -> BinaryIO:
    """Open a file.

    Raises:
        UnusableFileError: it is not there, is a folder, or may not be read.

    """
    try:
        return path.open("rb")
    except OSError as error:
        raise UnusableFileError(f"{error.strerror}.") from error


def lines_of(faults: Sequence[RowFault]) -> Iterator[str]:
    """Write the faults of rows: file, line, member and what is wrong."""
    for one in faults:
        place = f"{one.row.where}: {one.member}" if one.member else one.row.where
        yield f"{place}: {one.fault.detail}{allowed(one.fault)}"


def allowed(fault: Fault) -> str:
    """Write what would be allowed instead, where a fault says so."""
    return f" Allowed: {', '.join(fault.allowed)}." if fault.allowed else ""
