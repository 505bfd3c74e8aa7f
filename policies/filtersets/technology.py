"""Filters of technologies, platforms."""

from policies.choices import PlatformKind, PlatformStatus, TechnologyKind
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Code,
    Day,
    Given,
    OpenCode,
    RegisterFilterSet,
    Related,
    Whole,
)


class TechnologyFilterSet(RegisterFilterSet):
    """Filters of technologies."""

    name_en = Given(label="name in English")
    kind = Code(TechnologyKind, label="kind")
    group = Related("group__slug", label="group")
    document = Related("document__slug", label="document")
    priority_on = Day(label="priority day")
    priority_precision = OpenCode(DatePrecision, label="priority precision")
    order = Whole(label="order")
    note = Given(label="note")
    note_en = Given(label="note in English")


class PlatformFilterSet(RegisterFilterSet):
    """Filters of platforms."""

    name_en = Given(label="name in English")
    kind = Code(PlatformKind, label="kind")
    operator = Related("operator__slug", label="operator")
    document = Related("document__slug", label="document")
    url = Given(label="url")
    address = Given(label="address")
    launched_on = Day(label="launched day")
    launched_precision = OpenCode(DatePrecision, label="launched precision")
    status = Code(PlatformStatus, label="status")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
