"""The legal states of a document through all time, and the one that holds on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from policies.common.dates import contains
from policies.rules.legal_state.events import DocumentFacts, LegalEvent
from policies.rules.legal_state.layers import layers
from policies.rules.legal_state.states import LegalState, Reason, StateInterval


def intervals(
    facts: DocumentFacts, events: Iterable[LegalEvent]
) -> tuple[StateInterval, ...]:
    """Return the states of a document in order of time, without gap or overlap.

    Neighbours differ in state, reason or cause. The order of the events does not
    matter, and without an event all it did is gone. Party documents have no legal
    effect of their own (Law 64/2025/QH15 article 4 does not list them), and what is not
    adopted is a draft, whatever dates are on record.
    """
    if facts.family == "party":
        return (_always(LegalState.NOT_APPLICABLE, Reason.PARTY_DOCUMENT),)
    if facts.stage != "adopted":
        return (_always(LegalState.DRAFT, Reason.DRAFTING),)
    return _flattened(layers(facts, events))


def state_on(states: Sequence[StateInterval], day: date) -> StateInterval:
    """Return the interval that holds the day.

    Raises:
        LookupError: the intervals leave the day out.

    """
    for interval in states:
        if contains(interval.starts_on, interval.until, day):
            return interval
    message = f"No legal state covers {day.isoformat()}."
    raise LookupError(message)


def _always(state: LegalState, reason: Reason) -> StateInterval:
    return StateInterval(state, None, None, reason, "")


def _flattened(stack: Sequence[StateInterval]) -> tuple[StateInterval, ...]:
    """Look down upon a stack of layers: on each day the topmost one shows."""
    days = {day for layer in stack for day in (layer.starts_on, layer.until)}
    turns = sorted(day for day in days if day is not None)
    flat: list[StateInterval] = []
    for start, until in zip([None, *turns], [*turns, None], strict=True):
        top = _topmost(stack, start or date.min)
        if flat and _same_answer(flat[-1], top):
            flat[-1] = replace(flat[-1], until=until)
        else:
            flat.append(replace(top, starts_on=start, until=until))
    return tuple(flat)


def _topmost(stack: Sequence[StateInterval], day: date) -> StateInterval:
    return next(
        layer
        for layer in reversed(stack)
        if contains(layer.starts_on, layer.until, day)
    )


def _same_answer(one: StateInterval, other: StateInterval) -> bool:
    return (one.state, one.decided_by, one.cause) == (
        other.state,
        other.decided_by,
        other.cause,
    )
