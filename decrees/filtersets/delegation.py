"""Filters of delegations and their citations."""

from policies.common.fields import DatePrecision
from policies.common.filters import (
    Day,
    Flag,
    Given,
    OpenCode,
    RegisterFilterSet,
    Related,
    Slug,
    Word,
)


class DelegationFilterSet(RegisterFilterSet):
    """Filters of delegations."""

    document = Slug("document__slug", label="document")
    provision = Related("provision__slug", label="provision")
    matter_en = Given(label="matter in English")
    agency = Related("agency__slug", label="agency")
    due_on = Day(label="due day")
    due_precision = OpenCode(DatePrecision, label="due precision")
    fulfilled_by = Related("fulfilled_by__slug", label="fulfilled by")
    note = Given(label="note")


class DelegationCitationFilterSet(RegisterFilterSet):
    """Filters of citations of delegations."""

    source = Slug("source__slug", label="source")
    locator = Word(label="locator")
    field = Word(label="field")
    agrees = Flag(label="agrees")
    claimed_value = Given(label="claimed value")
    reason = Given(label="reason")
    note = Given(label="note")
    delegation = Slug("delegation__slug", label="delegation")
