"""Legal state of a document on a day, computed from dated events, never stored by hand.

``events`` holds what goes in (the document's own dates, the events upon it),
``parents`` what becomes of a text when what it details ends,
``timeline`` what comes out (states with their reasons, tiling all time).
"""

from policies.rules.legal_state.events import DocumentFacts, EventKind, LegalEvent
from policies.rules.legal_state.parents import (
    Parent,
    Regime,
    parent_ends,
    regime_on,
)
from policies.rules.legal_state.states import LegalState, Reason, StateInterval
from policies.rules.legal_state.timeline import intervals, state_on

__all__ = [
    "DocumentFacts",
    "EventKind",
    "LegalEvent",
    "LegalState",
    "Parent",
    "Reason",
    "Regime",
    "StateInterval",
    "intervals",
    "parent_ends",
    "regime_on",
    "state_on",
]
