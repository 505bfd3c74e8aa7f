"""Legal states, the reasons for them, and the days they hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LegalState(StrEnum):
    """Whether a document has legal effect on a day; ``in_force`` in whole or in part.

    A document is ``in_force`` from the first day on which any part of it has effect,
    and ``partly_ended`` from the first day on which a part of it has lost it.
    """

    DRAFT = "draft"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    PARTLY_ENDED = "partly_ended"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Reason(StrEnum):
    """What decides a legal state; codes are stable.

    ``extended``: in force past the end it set itself, because a later act moved it;
    ``extension_ended``: the moved end has come; ``part_extended``: only a part was
    carried past the end; ``parent_ended``: it ended with what it details.
    """

    PARTY_DOCUMENT = "party_document"
    DRAFTING = "drafting"
    NO_EFFECTIVE_DATE = "no_effective_date"
    BEFORE_ISSUE = "before_issue"
    BEFORE_EFFECT = "before_effect"
    OWN_EFFECTIVE_DATE = "own_effective_date"
    PART_IN_FORCE = "part_in_force"
    RESUMED = "resumed"
    EXTENDED = "extended"
    PART_REPEALED = "part_repealed"
    PART_REPLACED = "part_replaced"
    PART_EXTENDED = "part_extended"
    SUSPENDED = "suspended"
    OWN_END_DATE = "own_end_date"
    EXTENSION_ENDED = "extension_ended"
    REPEALED = "repealed"
    REPLACED = "replaced"
    PARENT_ENDED = "parent_ended"


@dataclass(frozen=True, slots=True)
class StateInterval:
    """A legal state, the days it holds, and the event that decides it.

    ``starts_on``: first day (``None``: it has always held). ``until``: first day after
    it (``None``: no end known). ``cause``: key of the deciding event, "" where the
    document itself decides.
    """

    state: LegalState
    starts_on: date | None
    until: date | None
    decided_by: Reason
    cause: str
