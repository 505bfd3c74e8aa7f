"""Filters of persons, posts."""

from datetime import date

from django.db.models import Q

from policies.common.fields import DatePrecision
from policies.common.filters import (
    Day,
    Given,
    OnDay,
    OpenCode,
    RegisterFilterSet,
    Related,
    Slug,
)
from policies.querysets import begun_by


class PersonFilterSet(RegisterFilterSet):
    """Filters of persons."""

    name_en = Given(label="name in English")
    note = Given(label="note")


def held_on(day: date) -> Q:
    """Condition that a post is held on a day as far as its days are known."""
    attested = Q(starts_on__isnull=True) & begun_by(day, "attested")
    open_end = Q(ends_on__isnull=True) | Q(ends_on__gt=day)
    return (begun_by(day, "starts") | attested) & open_end


class PostFilterSet(RegisterFilterSet):
    """Filters of posts."""

    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    person = Slug("person__slug", label="person")
    agency = Related("agency__slug", label="agency")
    title_en = Given(label="title in English")
    held_on = OnDay(
        held_on,
        label="posts surely begun by this day, or attested by it where the beginning "
        "is unknown, and not known to have ended by it",
    )
    starts_on = Day(label="starts day")
    starts_precision = OpenCode(DatePrecision, label="starts precision")
    ends_on = Day(label="ends day")
    ends_precision = OpenCode(DatePrecision, label="ends precision")
    attested_on = Day(label="attested day")
    attested_precision = OpenCode(DatePrecision, label="attested precision")
