"""Filters of delegations and their citations."""

from datetime import date
from functools import partial

from django.db.models import Q

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
from policies.querysets import over_before, within


def overdue_on(day: date) -> Q:
    """Condition that a delegation is late on a day.

    Law 64/2025/QH15 article 53: the detailing text takes effect together with the
    provision that delegates; so without a due date of its own a delegation is due
    when the delegating document takes effect.
    """
    due = over_before(day, "due") | Q(
        due_on__isnull=True, document__effective_on__lte=day
    )
    return due & (Q(fulfilled_by__isnull=True) | Q(fulfilled_by__issued_on__gt=day))


class DelegationFilterSet(RegisterFilterSet):
    """Filters of delegations."""

    document = Slug("document__slug", label="document")
    provision = Related("provision__slug", label="provision")
    matter_en = Given(label="matter in English")
    under = Under("document_id", label="delegations by")
    due_in = InPeriod(partial(within, prefix="due"), label=DUE_IN)
    overdue_on = OnDay(
        overdue_on,
        label="delegations not fulfilled by a document issued by this day, although "
        "their whole due period is over before it or, where no due date is set, the "
        "delegating document has taken effect by it",
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
