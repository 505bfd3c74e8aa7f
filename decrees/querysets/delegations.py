"""What has become of delegations by a day, as conditions that the database computes."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, CharField, Exists, OuterRef, Q, Value, When

from policies.choices import DelegationStatus, LegalStateCode
from policies.models import LegalInterval
from policies.querysets import HAVING_EFFECT, covering, over_before


def having(state_of: str, states: Iterable[LegalStateCode], day: date) -> Exists:
    """Condition that the document in a column has one of some legal states on a day."""
    holding = LegalInterval.objects.filter(
        covering(day, start="starts_on", until="until"),
        document=OuterRef(state_of),
        state__in=list(states),
    )
    return Exists(holding)


def fulfilled_on(day: date) -> Q:
    """Condition that a text which details the matter is in force on a day."""
    return Q(
        having("fulfilled_by", HAVING_EFFECT, day), fulfilled_by__state="published"
    )


def unclear_on(day: date) -> Q:
    """Condition that such a text is issued, but nobody knows whether it has effect."""
    return Q(
        having("fulfilled_by", [LegalStateCode.UNKNOWN], day),
        fulfilled_by__state="published",
    )


def lapsed_on(day: date) -> Q:
    """Condition that what delegates has ended: the document or the provision."""
    ended = Q(having("document", [LegalStateCode.ENDED], day))
    return ended | Q(provision__ends_on__lte=day)


def binding_on(day: date) -> Q:
    """Condition that what delegates is in force: the document, and the provision.

    Law 64/2025/QH15 article 53: the detailing text takes effect together with the
    provision that delegates, which may have a day of its own.
    """
    begun = Q(provision__effective_on__lte=day) | Q(
        provision__effective_on__isnull=True, document__effective_on__lte=day
    )
    return Q(having("document", HAVING_EFFECT, day)) & begun & ~lapsed_on(day)


def due_on(day: date) -> Q:
    """Condition that a delegation is due: its deadline is over.

    Where it has none of its own: what delegates is in force.
    """
    return over_before(day, "due") | (Q(due_on__isnull=True) & binding_on(day))


def owed_on(day: date) -> Q:
    """Condition that a delegation is still owed on a day: no text is there for it.

    A text of which nobody knows whether it has effect is not held against who issued
    it.
    """
    return ~(fulfilled_on(day) | unclear_on(day) | lapsed_on(day))


def overdue_on(day: date) -> Q:
    """Condition that a delegation is in force but not detailed on a day.

    With a deadline of its own it is overdue only once that is over.
    """
    return due_on(day) & owed_on(day)


def status_on(day: date) -> Case:
    """Tell what has become of a delegation by a day."""
    return Case(
        When(fulfilled_on(day), then=Value(DelegationStatus.FULFILLED.value)),
        When(unclear_on(day), then=Value(DelegationStatus.UNCLEAR.value)),
        When(lapsed_on(day), then=Value(DelegationStatus.LAPSED.value)),
        When(due_on(day), then=Value(DelegationStatus.OVERDUE.value)),
        default=Value(DelegationStatus.PENDING.value),
        output_field=CharField(),
    )
