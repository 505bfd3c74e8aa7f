"""Legal events put in order, and the end of a document as extensions move it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from policies.rules.legal_state.events import EventKind, LegalEvent


@dataclass(frozen=True, slots=True)
class Effect:
    """A legal event whose day is known; fields as in ``LegalEvent``."""

    kind: EventKind
    on: date
    until: date | None
    cause: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One extension: the end it found, the end it set, and the key of its act."""

    found: date | None
    end: date | None
    cause: str


_RANK = {EventKind.REPEALED: 1, EventKind.PARENT_ENDED: 2}


def in_order(events: Iterable[LegalEvent]) -> list[Effect]:
    """Return the events of known day in one order, however they were handed in."""
    effects = [
        Effect(e.kind, e.effective_on, e.until, e.cause, e.whole)
        for e in events
        if e.effective_on is not None
    ]
    return sorted(
        effects, key=lambda e: (e.on, e.until is None, e.until or date.max, e.cause)
    )


def first(effects: Iterable[Effect]) -> Effect | None:
    """Return the earliest effect; on one day a replacement says more than a repeal.

    And an act upon the document itself says more than the end of what it details.
    """
    return min(
        effects,
        key=lambda e: (e.on, _RANK.get(e.kind, 0), e.cause),
        default=None,
    )


def lasting(effects: Iterable[Effect], kind: EventKind, *, whole: bool) -> list[Effect]:
    """Return the effects of one kind and scope, none that is over as it begins."""
    return [
        e
        for e in effects
        if e.kind is kind and e.whole is whole and (e.until is None or e.until > e.on)
    ]


def extensions(
    ends_on: date | None, effects: Sequence[Effect]
) -> tuple[list[Step], list[Step]]:
    """Return the steps by which the end moves: of the whole, then of a part alone."""
    steps = _moved(ends_on, lasting(effects, EventKind.EXTENDED, whole=True))
    end = steps[-1].end if steps else ends_on
    if end is None:
        return steps, []
    return steps, _moved(end, lasting(effects, EventKind.EXTENDED, whole=False))


def _moved(end: date | None, acts: Sequence[Effect]) -> list[Step]:
    """Move an end from extension to extension, only ever later.

    An act that takes effect after the end has come revives nothing; one that takes
    effect on that very day is in time. Where the own end is not on record, the first
    extension says when the document ends.
    """
    steps: list[Step] = []
    for act in acts:
        if end is not None and act.on > end:
            break
        if act.until is None or end is None or act.until > end:
            steps.append(Step(end, act.until, act.cause))
            end = act.until
        if end is None:
            break
    return steps
