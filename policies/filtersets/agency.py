"""Filters of agencies, successions of agencies."""

from functools import partial

from policies.choices import AgencyKind, SuccessionKind
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Code,
    Day,
    Given,
    OnDay,
    OpenCode,
    RegisterFilterSet,
    Related,
    Slug,
    Word,
)
from policies.querysets import covering


class AgencyFilterSet(RegisterFilterSet):
    """Filters of agencies."""

    existing_on = OnDay(
        partial(covering, start="established_on", until="dissolved_on"),
        label="agencies that exist on this day as far as their days are known",
    )
    code = Word(label="code")
    name_en = Given(label="name in English")
    short_name = Given(label="short name")
    kind = Code(AgencyKind, label="kind")
    parent = Related("parent__slug", label="parent")
    established_on = Day(label="established day")
    established_precision = OpenCode(DatePrecision, label="established precision")
    dissolved_on = Day(label="dissolved day")
    dissolved_precision = OpenCode(DatePrecision, label="dissolved precision")
    url = Given(label="url")
    note = Given(label="note")


class AgencySuccessionFilterSet(RegisterFilterSet):
    """Filters of successions of agencies."""

    predecessor = Slug("predecessor__slug", label="predecessor")
    successor = Slug("successor__slug", label="successor")
    kind = Code(SuccessionKind, label="kind")
    effective_on = Day(label="effective day")
    effective_precision = OpenCode(DatePrecision, label="effective precision")
    legal_basis = Related("legal_basis__slug", label="legal basis")
    note = Given(label="note")
