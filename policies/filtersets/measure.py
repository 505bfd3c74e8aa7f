"""Filters of measures, terms of measures."""

from functools import partial

from policies.choices import (
    Comparator,
    Instrument,
    RuleKind,
    StipInstrument,
    TermRole,
    Unit,
)
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    OnDay,
    OpenCode,
    Quantity,
    RegisterFilterSet,
    Related,
    Slug,
)
from policies.querysets import covering


class MeasureFilterSet(RegisterFilterSet):
    """Filters of measures."""

    in_force_on = OnDay(
        partial(covering, start="effective_on", until="until"),
        label="measures that apply on this day as far as their days are known",
    )
    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    title_en = Given(label="title in English")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
    instrument = Code(Instrument, label="instrument")
    stip_instrument = OpenCode(StipInstrument, label="stip instrument")
    rule_kind = OpenCode(RuleKind, label="rule kind")
    document = Related("document__slug", label="document")
    provision = Related("provision__slug", label="provision")
    effective_on = Day(label="effective day")
    until = Day(label="until")
    target_groups = Among("target_groups__slug", label="target groups")
    agencies = Among("agencies__slug", label="agencies")
    subjects = Among("subjects__slug", label="subjects")


class TermFilterSet(RegisterFilterSet):
    """Filters of terms of measures."""

    in_force_on = OnDay(
        partial(covering, start="valid_from", until="valid_until"),
        label="terms that are valid on this day as far as their days are known",
    )
    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    measure = Slug("measure__slug", label="measure")
    role = Code(TermRole, label="role")
    base = Given(label="base")
    base_en = Given(label="base in English")
    beneficiary = Related("beneficiary__slug", label="beneficiary")
    comparator = Code(Comparator, label="comparator")
    value = Quantity(label="value")
    unit = Code(Unit, label="unit")
    valid_from = Day(label="valid from")
    valid_until = Day(label="valid until")
    provision = Related("provision__slug", label="provision")
    note = Given(label="note")
    note_en = Given(label="note in English")
