"""Filters of delegations and their citations."""

from functools import partial

from decrees.querysets import fulfilled_on, overdue_on
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Day,
    Flag,
    Given,
    InPeriod,
    OnDay,
    OpenCode,
    RegisterFilterSet,
    Related,
    Slug,
    Word,
)
from policies.filtersets.chain import Under
from policies.filtersets.periods import DUE_IN
from policies.querysets import within


class DelegationFilterSet(RegisterFilterSet):
    """Filters of delegations."""

    document = Slug("document__slug", label="document")
    provision = Related("provision__slug", label="provision")
    matter_en = Given(label="matter in English")
    under = Under("document_id", label="delegations by")
    due_in = InPeriod(partial(within, prefix="due"), label=DUE_IN)
    overdue_on = OnDay(
        overdue_on,
        label="delegations in force but not detailed on this day: no text that details "
        "them has effect, although their whole due period is over before it or, where "
        "no due date is set, the delegating document and provision are in force; not "
        "those whose text is issued and of unknown effect, nor those whose delegating "
        "document or provision has ended",
    )
    fulfilled_on = OnDay(
        fulfilled_on,
        label="delegations that a text details which has effect, in whole or part, on "
        "this day",
    )
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
