"""The rules of legal state, each as a layer over time that covers those before it.

From the bottom: in force, extended, partly ended, suspended, not yet in force, ended.
So an end outdoes everything, and nothing happens to a document before its effect has
begun except that it ends.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from policies.rules.legal_state.effects import (
    Effect,
    Step,
    extensions,
    first,
    in_order,
    lasting,
)
from policies.rules.legal_state.events import DocumentFacts, EventKind, LegalEvent
from policies.rules.legal_state.states import LegalState, Reason, StateInterval

_WHOLE_ENDS = {
    EventKind.REPLACED: Reason.REPLACED,
    EventKind.REPEALED: Reason.REPEALED,
    EventKind.PARENT_ENDED: Reason.PARENT_ENDED,
}
_PART_ENDS = {
    EventKind.REPLACED: Reason.PART_REPLACED,
    EventKind.REPEALED: Reason.PART_REPEALED,
}


def layers(
    facts: DocumentFacts, events: Iterable[LegalEvent]
) -> tuple[StateInterval, ...]:
    """Return the layers of an adopted State document, the deciding ones last."""
    effects = in_order(events)
    part = first(e for e in effects if e.kind is EventKind.PART_IN_FORCE)
    steps, part_steps = extensions(facts.ends_on, effects)
    return (
        StateInterval(LegalState.IN_FORCE, None, None, Reason.OWN_EFFECTIVE_DATE, ""),
        *_staggered(facts.effective_on, part),
        *_resumed(facts.effective_on, effects),
        *_carried(steps, LegalState.IN_FORCE, Reason.EXTENDED),
        *_partly_ended(effects),
        *_carried(part_steps, LegalState.PARTLY_ENDED, Reason.PART_EXTENDED),
        *_suspended(effects),
        *_before_effect(facts, part),
        *_ended(facts.ends_on, [*steps, *part_steps], effects),
    )


def _staggered(effective_on: date | None, part: Effect | None) -> list[StateInterval]:
    """Put the document in force from its earliest part on.

    Law 93/2025/QH15 has effect from 2025-10-01, some of its articles from 2025-07-01:
    in between it is in force, and the answer names the part.
    """
    if part is None or (effective_on is not None and effective_on <= part.on):
        return []
    return [
        StateInterval(
            LegalState.IN_FORCE, part.on, effective_on, Reason.PART_IN_FORCE, part.cause
        )
    ]


def _resumed(
    effective_on: date | None, effects: Sequence[Effect]
) -> list[StateInterval]:
    """Put the document in force again after a suspension that interrupted its effect.

    One that was over by the effective date interrupted nothing.
    """
    if effective_on is None:
        return []
    resumptions = sorted(
        (e.until, e.cause)
        for e in lasting(effects, EventKind.SUSPENDED, whole=True)
        if e.until is not None and e.until > effective_on
    )
    return [
        StateInterval(LegalState.IN_FORCE, day, None, Reason.RESUMED, cause)
        for day, cause in resumptions
    ]


def _carried(
    steps: Sequence[Step], state: LegalState, reason: Reason
) -> list[StateInterval]:
    """Keep the document, or a part of it, alive past the end each extension found."""
    return [
        StateInterval(state, step.found, step.end, reason, step.cause)
        for step in steps
        if step.found is not None
    ]


def _partly_ended(effects: Sequence[Effect]) -> list[StateInterval]:
    """Count the document as partly ended from its first ended part on."""
    part = first(e for e in effects if e.kind in _PART_ENDS and not e.whole)
    if part is None:
        return []
    reason = _PART_ENDS[part.kind]
    return [StateInterval(LegalState.PARTLY_ENDED, part.on, None, reason, part.cause)]


def _suspended(effects: Sequence[Effect]) -> list[StateInterval]:
    """Suspend the whole; where suspensions overlap, the one that began first decides.

    A suspended part changes no state: the rest has effect, and no state says both.
    """
    return [
        StateInterval(LegalState.SUSPENDED, e.on, e.until, Reason.SUSPENDED, e.cause)
        for e in reversed(lasting(effects, EventKind.SUSPENDED, whole=True))
    ]


def _before_effect(facts: DocumentFacts, part: Effect | None) -> list[StateInterval]:
    """Hold back every effect until it has begun, or for good where no day is known.

    Effect may precede the issue: Decree 149/2025/NĐ-CP was issued on 2025-06-12 with
    effect from 2025-01-01. Then it counts from the effective date.
    """
    not_yet = LegalState.NOT_YET_IN_FORCE
    parts = [part.on] if part else []
    if facts.effective_on is not None:
        begin = min([facts.effective_on, *parts])
        return [StateInterval(not_yet, None, begin, Reason.BEFORE_EFFECT, "")]
    unknown = StateInterval(
        LegalState.UNKNOWN,
        None,
        min(parts, default=None),
        Reason.NO_EFFECTIVE_DATE,
        "",
    )
    if facts.issued_on is None:
        return [unknown]
    issue = min([facts.issued_on, *parts])
    return [unknown, StateInterval(not_yet, None, issue, Reason.BEFORE_ISSUE, "")]


def _ended(
    ends_on: date | None, steps: Sequence[Step], effects: Sequence[Effect]
) -> list[StateInterval]:
    """End the document for good: by a later act or by its own terms, the earlier first.

    On the same day the act is named, since it would stand without the own end.
    """
    act = first(e for e in effects if e.kind in _WHOLE_ENDS and e.whole)
    end = steps[-1].end if steps else ends_on
    ended = LegalState.ENDED
    if act is not None and (end is None or act.on <= end):
        reason = _WHOLE_ENDS[act.kind]
        return [StateInterval(ended, act.on, None, reason, act.cause)]
    if end is None:
        return []
    if steps:
        cause = steps[-1].cause
        return [StateInterval(ended, end, None, Reason.EXTENSION_ENDED, cause)]
    return [StateInterval(ended, end, None, Reason.OWN_END_DATE, "")]
