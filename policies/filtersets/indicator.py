"""Filters of indicators, targets, observations."""

from functools import partial

from policies.choices import Ambition, Comparator, Direction, Unit
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    InPeriod,
    KnownDay,
    OpenCode,
    Quantity,
    RegisterFilterSet,
    Related,
    Slug,
)
from policies.filtersets.chain import Under
from policies.filtersets.periods import DUE_IN
from policies.filtersets.progress import StatusOnDay
from policies.querysets import within


class IndicatorFilterSet(RegisterFilterSet):
    """Filters of indicators."""

    name_en = Given(label="name in English")
    unit = Code(Unit, label="unit")
    direction = Code(Direction, label="direction")
    definition = Given(label="definition")
    definition_en = Given(label="definition in English")
    subjects = Among("subjects__slug", label="subjects")


class TargetFilterSet(RegisterFilterSet):
    """Filters of targets."""

    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    title_en = Given(label="title in English")
    kind = Code(Ambition, label="kind")
    indicator = Related("indicator__slug", label="indicator")
    comparator = OpenCode(Comparator, label="comparator")
    value = Quantity(label="value")
    due_on = Day(label="due day")
    due_precision = OpenCode(DatePrecision, label="due precision")
    status = StatusOnDay()
    scope = Given(label="scope")
    scope_en = Given(label="scope in English")
    document = Related("document__slug", label="document")
    under = Under("document_id", label="targets set by")
    due_in = InPeriod(partial(within, prefix="due"), label=DUE_IN)
    provision = Related("provision__slug", label="provision")


class ObservationFilterSet(RegisterFilterSet):
    """Filters of observations."""

    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    indicator = Slug("indicator__slug", label="indicator")
    period_in = InPeriod(
        partial(within, prefix="period"),
        label="observations whose own period lies within this one",
    )
    period_on = KnownDay(label="period day")
    period_precision = Code(DatePrecision, label="period precision")
    comparator = Code(Comparator, label="comparator")
    value = Quantity(label="value")
    method = Given(label="method")
    method_en = Given(label="method in English")
    agency = Related("agency__slug", label="agency")
    note = Given(label="note")
    note_en = Given(label="note in English")
