"""Filters of persons, posts."""

from policies.common.fields import DatePrecision
from policies.common.filters import (
    Day,
    Given,
    OpenCode,
    RegisterFilterSet,
    Related,
    Slug,
)


class PersonFilterSet(RegisterFilterSet):
    """Filters of persons."""

    name_en = Given(label="name in English")
    note = Given(label="note")


class PostFilterSet(RegisterFilterSet):
    """Filters of posts."""

    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    person = Slug("person__slug", label="person")
    agency = Related("agency__slug", label="agency")
    title_en = Given(label="title in English")
    starts_on = Day(label="starts day")
    starts_precision = OpenCode(DatePrecision, label="starts precision")
    ends_on = Day(label="ends day")
    ends_precision = OpenCode(DatePrecision, label="ends precision")
    attested_on = Day(label="attested day")
    attested_precision = OpenCode(DatePrecision, label="attested precision")
