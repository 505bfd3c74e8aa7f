"""What decides the progress of a target: its goal, and values that were observed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from policies.common.dates import Precision, last_day

VALUES = frozenset({"eq", "about"})


class ProgressStatus(StrEnum):
    """How far a target has come on a day, the least favourable first.

    ``missed`` and ``reached`` are findings; ``behind`` and ``on_course`` compare the
    latest value with the line to the goal; ``no_data``: nothing tells.
    """

    MISSED = "missed"
    BEHIND = "behind"
    ON_COURSE = "on_course"
    REACHED = "reached"
    NO_DATA = "no_data"


class Way(StrEnum):
    """Which way a value must go to meet a goal."""

    UP = "up"
    DOWN = "down"
    EXACT = "exact"


def way_of(comparator: str, direction: str) -> Way:
    """Tell which way meets a goal: its comparator says so, else its indicator.

    "At least 30%" is met from below, "among the first 3" (``at_most``) from above. An
    exact value, and "up to", leave it to the direction in which the indicator is meant
    to move: research spending that "reaches 2%" has done so at 2.3% too. Where it has
    none, "up to" is a bound and an exact value must be met exactly.
    """
    if comparator in {"at_least", "more_than"}:
        return Way.UP
    if comparator in {"at_most", "less_than"}:
        return Way.DOWN
    if direction in {"up", "down"}:
        return Way(direction)
    return Way.DOWN if comparator == "up_to" else Way.EXACT


@dataclass(frozen=True, slots=True)
class Goal:
    """The value of a target and the period in which it is due.

    ``strict``: "over 55%" is not met at 55%.
    """

    way: Way
    value: Decimal
    strict: bool
    due_from: date
    due_by: date

    @classmethod
    def of(
        cls, comparator: str, direction: str, value: Decimal, due: date, precision: str
    ) -> "Goal":
        """Read a goal from the columns of a target and its indicator."""
        return cls(
            way=way_of(comparator, direction),
            value=value,
            strict=comparator in {"more_than", "less_than"},
            due_from=due,
            due_by=last_day(due, Precision(precision)),
        )


@dataclass(frozen=True, slots=True)
class Observed:
    """A value of an indicator that a source gives for a period.

    It counts from the last day of the period on: what is said of 2025 is not known to
    hold before the year is over. ``key`` is the caller's, handed back with what the
    value decides. ``method`` and ``agency`` are "" where no source names them.
    """

    key: str
    value: Decimal
    starts_on: date
    counts_from: date
    method: str
    agency: str

    @property
    def order(self) -> tuple[date, date, str]:
        """Sort by time; of two periods with one end the shorter says more."""
        return self.counts_from, self.starts_on, self.key


@dataclass(frozen=True, slots=True)
class Series:
    """Values found by one method, in order of time.

    ``comparable``: whether they are known to be found in the same way, by their
    method, or by the agency that publishes them where no method is named.
    """

    name: str
    comparable: bool
    observed: tuple[Observed, ...]

    @property
    def baseline(self) -> Observed | None:
        """The first value of the series, from which the line to the goal starts.

        Sources name no baseline of the targets; so it is the earliest value by the
        same method, and None where values cannot be compared.
        """
        return self.observed[0] if self.comparable and self.observed else None


def series_of(observed: Iterable[Observed]) -> list[Series]:
    """Part values by method; those of different methods are never compared.

    Values without a method are one series for each agency that publishes them. Those
    of which neither is known stand together too, but no line is drawn between them.
    """
    parted: dict[str, list[Observed]] = {}
    for one in observed:
        name = f"method:{one.method}" if one.method else ""
        if not name and one.agency:
            name = f"agency:{one.agency}"
        parted.setdefault(name, []).append(one)
    return [
        Series(name, bool(name), tuple(sorted(those, key=lambda one: one.order)))
        for name, those in sorted(parted.items())
    ]


def meets(goal: Goal, value: Decimal) -> bool:
    """Tell whether a value is what a target asks for."""
    if goal.way is Way.EXACT or value == goal.value:
        return value == goal.value and not goal.strict
    return (value > goal.value) is (goal.way is Way.UP)
