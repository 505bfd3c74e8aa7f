"""Filters of statements."""

from functools import partial

from policies.choices import StatementKind
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    InPeriod,
    OpenCode,
    RegisterFilterSet,
    Related,
)
from policies.querysets import within


class StatementFilterSet(RegisterFilterSet):
    """Filters of statements."""

    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    kind = Code(StatementKind, label="kind")
    text_en = Given(label="text in English")
    person = Related("person__slug", label="person")
    agency = Related("agency__slug", label="agency")
    said_in = InPeriod(
        partial(within, prefix="said"), label="said surely within this period"
    )
    said_on = Day(label="said day")
    said_precision = OpenCode(DatePrecision, label="said precision")
    document = Related("document__slug", label="document")
    event = Related("event__slug", label="event")
    subjects = Among("subjects__slug", label="subjects")
