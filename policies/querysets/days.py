"""Conditions on days: intervals that hold one, periods that lie before or within.

A date of lower precision is stored as the first day of its period, so its last day
follows from the precision beside it.
"""

from datetime import date, timedelta

from django.db.models import Q

from policies.common.dates import Precision, first_day


def covering(day: date, prefix: str = "", start: str = "", until: str = "") -> Q:
    """Condition that a half-open interval of two nullable columns holds a day."""
    start, until = prefix + start, prefix + until
    return (Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": day})) & (
        Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": day})
    )


def over_before(day: date, prefix: str) -> Q:
    """Condition that the whole period of a date, say ``due``, is over before a day."""
    condition = Q()
    for each in Precision:
        condition |= Q(
            **{
                f"{prefix}_precision": each.value,
                f"{prefix}_on__lt": first_day(day, each),
            }
        )
    return condition


def within(start: date, until: date, prefix: str) -> Q:
    """Condition that the whole period of a date lies in a half-open interval.

    What is due "in 2025" lies in 2025, but not surely in its fourth quarter.
    """
    return Q(**{f"{prefix}_on__gte": start}) & over_before(until, prefix)


def begun_by(day: date, prefix: str) -> Q:
    """Condition that a date is surely reached on a day, also if it is "in 2025"."""
    following = day + timedelta(days=1) if day < date.max else day
    return over_before(following, prefix)
