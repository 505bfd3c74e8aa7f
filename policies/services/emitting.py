"""Telling the log which legal states change: because a day came, or by an edit.

``RegisterVersion.logged_day`` is the day up to which the log tells states: whoever
read it all knows what holds on that day. An edit that changes what holds on it is
told at once; what holds from a later day on is told when that day is reached. So
each change is told by exactly one of the two.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from policies.choices import ChangeKind
from policies.common.clocks import one_moment
from policies.common.models import Record, RecordState
from policies.common.turns import in_turn, this_turn
from policies.models import Document, LegalInterval, Measure, RegisterVersion
from policies.querysets.days import covering
from policies.querysets.standing import of_measure
from policies.services.changes import log, logged_day, public_before, touch

ONE_DAY = timedelta(days=1)
STATES_BEFORE = "legal states before the turn"

Told = tuple[Record, str, str]


def remember_told(document: Document) -> None:
    """Note the state told of a document whose intervals are about to change."""
    holds = covering(logged_day(), start="starts_on", until="until")
    told = document.legal_intervals.filter(holds).values_list("state", flat=True)
    for state in told:
        remember(Document, document.pk, state)


def remember_told_before(measure: Measure) -> None:
    """Note the state told of a measure that was just saved: that of its days before."""
    past = measure.history.order_by("-history_id").annotate(
        told=of_measure(logged_day())
    )
    for state in past.values_list("told", flat=True)[1:2]:
        remember(Measure, measure.pk, state)


def remember(model: type[Record], pk: int, state: str) -> None:
    """Compare a state with what holds when the turn ends, and tell it if it differs.

    The first one noted counts: nobody sees what is written to and fro within a turn.
    """
    turn = this_turn()
    turn.notes.setdefault(STATES_BEFORE, {}).setdefault((model, pk), state)
    turn.at_end(tell_edited)


def tell_edited() -> None:
    """Tell the states on the logged day that the edits of this turn changed."""
    day = logged_day()
    for (model, pk), before in this_turn().notes[STATES_BEFORE].items():
        public = model.objects.filter(pk=pk, state=RecordState.PUBLISHED)
        record = public.annotate(state_now=STATE_ON[model](day)).first()
        if record and record.state_now != before and public_before(record):
            tell(record, day, before, record.state_now)


def tell(record: Record, day: date, old: str, new: str) -> None:
    """Log that a record has another legal state from a day on."""
    log(ChangeKind.STATE_CHANGED, record, day=day, old_state=old, new_state=new)


def emit_due(until: date | None = None) -> int:
    """Tell every change of a legal state that a day brought; give how many.

    Each day is a turn of its own, so it is told whole or not at all, and once however
    many do this at a time.

    Args:
        until: the last day to tell, today unless said otherwise; never later.

    """
    last = min(until or timezone.localdate(), timezone.localdate())
    told = 0
    while logged_day() < last:
        told += emit_next(last)
    return told


@in_turn()
@one_moment()
def emit_next(last: date) -> int:
    """Tell the changes of the first day not told yet, if it is not after the last."""
    day = logged_day() + ONE_DAY
    if day > last:
        return 0
    touch()
    told = 0
    for record, old, new in changing_on(day):
        tell(record, day, old, new)
        told += 1
    RegisterVersion.objects.update(logged_day=day)
    return told


def changing_on(day: date) -> Iterable[Told]:
    """Give the public records whose legal state a day changes: from what, to what."""
    yield from documents_changing_on(day)
    yield from measures_changing_on(day)


def documents_changing_on(day: date) -> Iterable[Told]:
    """Give the public documents that have another legal state from a day on."""
    changing = Document.objects.filter(
        state=RecordState.PUBLISHED, legal_intervals__starts_on=day
    ).annotate(old=document_state(day - ONE_DAY), new=F("legal_intervals__state"))
    for document in changing.exclude(old=F("new")).order_by("slug"):
        yield document, document.old, document.new


def measures_changing_on(day: date) -> Iterable[Told]:
    """Give the public measures that stand otherwise from a day on."""
    changing = Measure.objects.filter(
        Q(effective_on=day) | Q(until=day), state=RecordState.PUBLISHED
    ).annotate(old=of_measure(day - ONE_DAY), new=of_measure(day))
    for measure in changing.exclude(old=F("new")).order_by("slug"):
        yield measure, measure.old, measure.new


def document_state(day: date) -> Subquery:
    """Give the legal state of a document on a day, as its intervals have it."""
    holds = covering(day, start="starts_on", until="until")
    intervals = LegalInterval.objects.filter(holds, document=OuterRef("pk"))
    return Subquery(intervals.values("state")[:1])


STATE_ON: dict[Any, Any] = {Document: document_state, Measure: of_measure}
"""How the state of each kind of record on a day is read from its table."""
