"""The straight line from a baseline to a goal, in exact fractions."""

from calendar import isleap
from datetime import date
from decimal import Decimal
from fractions import Fraction

from policies.rules.progress.facts import Goal, Observed, Way

PLACES = 6


def required_on(goal: Goal, baseline: Observed, day: date) -> Fraction:
    """Give the value that lies on the line to the goal on a day.

    The line runs from the baseline, on the last day of its period, to the goal on the
    last day of the due period, evenly by days; before and after it is level. A baseline
    that is better than the goal asks for no more than the goal.
    """
    target, start = Fraction(goal.value), Fraction(baseline.value)
    if goal.way is Way.UP:
        start = min(start, target)
    elif goal.way is Way.DOWN:
        start = max(start, target)
    length = (goal.due_by - baseline.counts_from).days
    if length <= 0 or day >= goal.due_by:
        return target
    gone = max((day - baseline.counts_from).days, 0)
    return start + (target - start) * Fraction(gone, length)


def is_on_course(goal: Goal, value: Decimal, required: Fraction) -> bool:
    """Tell whether a value has come as far as the line."""
    return missing(goal, value) <= _distance(goal, required)


def missing(goal: Goal, value: Decimal | Fraction) -> Fraction:
    """Give how much a value still lacks of the goal; less than 0 if it is better."""
    return _distance(goal, Fraction(value))


def _distance(goal: Goal, value: Fraction) -> Fraction:
    target = Fraction(goal.value)
    if goal.way is Way.EXACT:
        return abs(target - value)
    return target - value if goal.way is Way.UP else value - target


def pace(goal: Goal, start: Observed) -> Fraction | None:
    """Give the change a year that leads from a value to the goal; None past the due.

    Below 0 where the value must fall.
    """
    years = years_between(start.counts_from, goal.due_by)
    if years <= 0:
        return None
    return (Fraction(goal.value) - Fraction(start.value)) / years


def years_between(start: date, end: date) -> Fraction:
    """Count calendar years: whole ones, and the rest as a share of the year it is in.

    From 31 December 2024 to 31 December 2030 it is 6, leap years or not.
    """
    if end <= start:
        return Fraction(0)
    whole = end.year - start.year
    if _later(start, whole) > end:
        whole -= 1
    rest = (end - _later(start, whole)).days
    leap = isleap(_later(start, whole).year + (start.month > 2))
    return whole + Fraction(rest, 366 if leap else 365)


def _later(day: date, years: int) -> date:
    """Give the same day of a later year; for 29 February the 28th where there is none.

    The rest of a year is then counted from it.
    """
    if day.month == 2 and day.day == 29 and not isleap(day.year + years):
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)


def to_decimal(value: Fraction) -> Decimal:
    """Round to six places, halves to the even digit: the only rounding there is."""
    return Decimal(round(value * 10**PLACES)).scaleb(-PLACES)
