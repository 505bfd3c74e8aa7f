"""Dates with a precision, and half-open intervals of days.

A text that promises something "in the first quarter of 2025" names a period, not a
day. Such a date is kept as the period's first day together with its precision.
"""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum

_PARTIAL = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-Q(?P<quarter>[0-9])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)


class Precision(StrEnum):
    """How exactly a date is known: to the day, month, quarter or year."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def first_day(day: date, precision: Precision) -> date:
    """Return the first day of the period of this precision that holds the day."""
    match precision:
        case Precision.DAY:
            return day
        case Precision.MONTH:
            return day.replace(day=1)
        case Precision.QUARTER:
            return date(day.year, 3 * _quarter(day) - 2, 1)
        case Precision.YEAR:
            return date(day.year, 1, 1)


def last_day(day: date, precision: Precision) -> date:
    """Return the last day of the period of this precision that holds the day."""
    match precision:
        case Precision.DAY:
            return day
        case Precision.MONTH:
            return _month_end(day.year, day.month)
        case Precision.QUARTER:
            return _month_end(day.year, 3 * _quarter(day))
        case Precision.YEAR:
            return date(day.year, 12, 31)


def aligned(day: date, precision: Precision) -> bool:
    """Tell whether a stored day is the first of its period, as it must be."""
    return day == first_day(day, precision)


def parse_partial(text: str) -> tuple[date, Precision]:
    """Read a written date: ``2025``, ``2025-Q1``, ``2025-06`` or ``2025-06-12``.

    Returns the first day of the period and the precision it is known with.

    Raises:
        ValueError: the text has another form, or names no day of the calendar.

    """
    match = _PARTIAL.fullmatch(text)
    if match is None:
        message = f"{text!r} is not a date: write YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD."
        raise ValueError(message)
    year = int(match["year"])
    try:
        if match["quarter"]:
            return date(year, 3 * int(match["quarter"]) - 2, 1), Precision.QUARTER
        if match["day"]:
            return date(year, int(match["month"]), int(match["day"])), Precision.DAY
        if match["month"]:
            return date(year, int(match["month"]), 1), Precision.MONTH
        return date(year, 1, 1), Precision.YEAR
    except ValueError as error:
        message = f"{text!r} is not a date: no such year, quarter, month or day."
        raise ValueError(message) from error


def format_partial(day: date, precision: Precision) -> str:
    """Write a date no more exactly than it is known: ``2025-Q1``, ``2025-06``."""
    match precision:
        case Precision.DAY:
            return day.isoformat()
        case Precision.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Precision.QUARTER:
            return f"{day.year:04d}-Q{_quarter(day)}"
        case Precision.YEAR:
            return f"{day.year:04d}"


def is_overdue(due: date, precision: Precision, on: date) -> bool:
    """Tell whether something due is late: only once its whole period has passed.

    What is due in ``2025-Q1`` is on time on 31 March 2025 and late on 1 April 2025.
    """
    return on > last_day(due, precision)


def contains(start: date | None, until: date | None, day: date) -> bool:
    """Tell whether a half-open interval of days holds the day.

    ``start`` belongs to the interval (``None``: it has always run); ``until`` is the
    first day after it (``None``: it has no end).
    """
    return (start is None or start <= day) and (until is None or day < until)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
