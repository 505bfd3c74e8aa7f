"""Filters of events."""

from functools import partial

from policies.choices import EventKind
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    InPeriod,
    KnownDay,
    RegisterFilterSet,
)
from policies.querysets import within


class EventFilterSet(RegisterFilterSet):
    """Filters of events."""

    name_en = Given(label="name in English")
    kind = Code(EventKind, label="kind")
    starts_in = InPeriod(
        partial(within, prefix="starts"), label="beginning surely within this period"
    )
    starts_on = KnownDay(label="starts day")
    starts_precision = Code(DatePrecision, label="starts precision")
    ends_on = Day(label="ends day")
    place = Given(label="place")
    place_en = Given(label="place in English")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
    documents = Among("documents__slug", label="documents")
    agencies = Among("agencies__slug", label="agencies")
    people = Among("people__slug", label="people")
