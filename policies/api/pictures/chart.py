"""A chart of values through time: its scales, its grid, labels that do not collide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import hypot

from policies.common.svg import Picture, line, text_width, words

Point = tuple[float, float]
Box = tuple[float, float, float, float]
SIZE = 11.5
YEAR = 46  # the room that a year below the chart needs


@dataclass
class Chart:
    """The room of a chart on a picture, and what its sides stand for.

    Attributes:
        left: where it begins, and so ``top``, ``right`` and ``bottom``.
        first: the day at the left, ``last`` at the right.
        low: the value at the bottom, ``high`` at the top.
        taken: the places where something stands already.

    """

    left: float
    top: float
    right: float
    bottom: float
    first: date
    last: date
    low: Decimal
    high: Decimal
    taken: list[Box] = field(default_factory=list)

    def at(self, day: date, value: Decimal) -> Point:
        """Give the place of a value on a day."""
        days = max((self.last - self.first).days, 1)
        across = (day - self.first).days / days
        up = float((value - self.low) / (self.high - self.low))
        return (
            self.left + across * (self.right - self.left),
            self.bottom - up * (self.bottom - self.top),
        )

    def years(self) -> Iterator[date]:
        """Give the ends of years that fit below the chart."""
        newest = self.last.year
        if date(newest, 12, 31) > self.last:
            newest -= 1
        most = max(2, int((self.right - self.left) // YEAR))
        step = max(1, -(-(newest - self.first.year + 1) // most))
        for year in range(newest, self.first.year - 1, -step):
            yield date(year, 12, 31)

    def take(self, at: Point, room: float = 7) -> None:
        """Keep labels off a point."""
        x, y = at
        self.taken.append((x - room, y - room, x + room, y + room))

    def draw(self, picture: Picture, points: Sequence[Point], kind: str) -> None:
        """Draw a line through points, and keep labels off it."""
        picture.add(line(points, kind))
        for (x, y), (to_x, to_y) in pairwise(points):
            parts = max(1, int(hypot(to_x - x, to_y - y) // 8))
            for part in range(parts + 1):
                share = part / parts
                self.take((x + (to_x - x) * share, y + (to_y - y) * share), 2)

    def label(self, picture: Picture, text: str, at: Point, kind: str) -> None:
        """Write beside a point where there is room; not at all where there is none."""
        width, (x, y) = text_width(text, SIZE, bold=True), at
        for left, base in (
            (x - width / 2, y - 11),
            (x - width / 2, y + 20),
            (x + 11, y + 4),
            (x - 11 - width, y + 4),
            (x - width, y - 13),
            (x, y - 13),
            (x - width, y + 23),
        ):
            box = (left - 1, base - SIZE, left + width + 1, base + 3)
            across = self.left - 4 <= box[0] and box[2] <= self.right + 20
            inside = across and self.top - 26 <= box[1] and box[3] <= self.bottom
            if inside and not any(_meet(box, other) for other in self.taken):
                self.taken.append(box)
                picture.add(words(text, left, base, kind))
                return

    def grid(self, picture: Picture, steps: list[tuple[Decimal, str]]) -> None:
        """Draw the lines of values and of years, each with its label."""
        for value, text in steps:
            _x, y = self.at(self.first, value)
            picture.add(line([(self.left, y), (self.right, y)], "g"))
            picture.add(words(text, self.left - 8, y + 4, "quiet s", "end"))
        for day in self.years():
            x, _y = self.at(day, self.low)
            picture.add(line([(x, self.bottom), (x, self.bottom + 5)]))
            picture.add(words(str(day.year), x, self.bottom + 19, "quiet s", "middle"))
        picture.add(line([(self.left, self.bottom), (self.right, self.bottom)]))


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2]
        and other[0] < one[2]
        and one[1] < other[3]
        and other[1] < one[3]
    )


def round_steps(high: Decimal, most: int = 5) -> list[Decimal]:
    """Give round values from zero to at least ``high``."""
    if high <= 0:
        return [Decimal(0), Decimal(1)]
    rough = high / most
    size = Decimal(1).scaleb(rough.adjusted())
    step = next(size * by for by in (1, 2, 5, 10) if size * by >= rough)
    count = int(-(-high // step))
    return [step * one for one in range(count + 1)]
