"""The lines of a file from outside: counted, bounded, and faults instead of errors."""

import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Self, TypeVar

from policies.common.api.errors import Fault

LONGEST_LINE = 4_194_304  # bytes; many times what the longest record needs

T = TypeVar("T")


class UnreadableLineError(ValueError):
    """A line that is no text."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.fault = Fault(code, detail)


class Lines:
    """The lines of a file as text, each with its line break.

    Attributes:
        number: how many have been read.
        ended: whether the last one read ended with a line break.

    """

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.number = 0
        self.ended = True

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self.stream.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self.ended = line.endswith(b"\n")
        if not self.ended and len(line) == LONGEST_LINE:
            self._skip()
            detail = f"The line has more than {LONGEST_LINE} bytes."
            raise UnreadableLineError("line_too_long", detail)
        if b"\0" in line:
            raise UnreadableLineError("nul", "The line has a NUL byte.")
        try:
            return line.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            detail = f"The line is not UTF-8 from its byte {error.start + 1} on."
            raise UnreadableLineError("not_utf8", detail) from error

    def _skip(self) -> None:
        """Pass over the rest of a line that is too long."""
        while not self.ended:
            rest = self.stream.readline(LONGEST_LINE)
            self.ended = not rest or rest.endswith(b"\n")


def numbered(rows: Iterable[T], lines: Lines) -> Iterator[tuple[int, T | Fault]]:
    """Give rows with the line each begins at; an unreadable one is a fault."""
    following = iter(rows)
    while True:
        begins = lines.number + 1
        try:
            row = next(following)
        except StopIteration:
            return
        except UnreadableLineError as error:
            yield begins, error.fault
        except csv.Error as error:
            yield begins, Fault("malformed_row", f"The row is not CSV: {error}.")
        else:
            yield begins, row
