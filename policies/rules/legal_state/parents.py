"""What happens to a text that details another one when that one ends.

Until 31 March 2025 it ended with it unless it was kept (Law 80/2015/QH13 article
154.4); from 1 April 2025 on it continues unless it is contrary to the new text or
declared ended (Law 64/2025/QH15 article 57.2). The day on which the parent ends decides
which law that is, whenever either of them was issued.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from policies.common.dates import contains
from policies.rules.legal_state.events import DocumentFacts, EventKind, LegalEvent
from policies.rules.legal_state.states import LegalState, StateInterval

SURVIVING_FROM = date(2025, 4, 1)
ALIVE = frozenset(
    {
        LegalState.IN_FORCE,
        LegalState.PARTLY_ENDED,
        LegalState.SUSPENDED,
        LegalState.UNKNOWN,
    }
)


class Regime(StrEnum):
    """The law that says what becomes of texts when what they detail ends."""

    LAW_80_2015 = "law_80_2015"
    LAW_64_2025 = "law_64_2025"


def regime_on(day: date) -> Regime:
    """Give the law that decides where a parent ends on a day."""
    return Regime.LAW_64_2025 if day >= SURVIVING_FROM else Regime.LAW_80_2015


@dataclass(frozen=True, slots=True)
class Parent:
    """A document that a text details: key of the relation, and its legal states."""

    cause: str
    states: tuple[StateInterval, ...]

    @property
    def ended_on(self) -> date | None:
        """The first day on which it has ended wholly; None while no end is known."""
        for one in self.states:
            if one.state is LegalState.ENDED:
                return one.starts_on
        return None

    def lives_on(self, day: date) -> bool:
        """Tell whether it had begun and has not ended; unknown effect is no end."""
        return any(
            one.state in ALIVE and contains(one.starts_on, one.until, day)
            for one in self.states
        )


def parent_ends(
    facts: DocumentFacts, events: Sequence[LegalEvent], parents: Iterable[Parent]
) -> list[LegalEvent]:
    """Give the events by which a text ends with what it details.

    It does not where another document that it details is still in force then, where an
    act that extends it keeps it beyond that day, or where it was issued only then.
    """
    known = list(parents)
    found = []
    for parent in known:
        day = parent.ended_on
        if day is None or regime_on(day) is not Regime.LAW_80_2015:
            continue
        if facts.issued_on is not None and facts.issued_on >= day:
            continue
        others = (one for one in known if one is not parent)
        if _kept(events, day) or any(one.lives_on(day) for one in others):
            continue
        kind = EventKind.PARENT_ENDED
        found.append(LegalEvent(kind, day, None, parent.cause, whole=True))
    return found


def _kept(events: Iterable[LegalEvent], day: date) -> bool:
    """Tell whether an act of that day or before keeps a text beyond it."""
    return any(
        one.kind is EventKind.EXTENDED
        and one.effective_on is not None
        and one.effective_on <= day
        and (one.until is None or one.until > day)
        for one in events
    )
