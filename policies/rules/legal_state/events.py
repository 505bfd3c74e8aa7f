"""What decides the legal state of a document: its own dates and dated events upon it.

Beginning, suspension and end of effect: Law 64/2025/QH15 articles 53-57, and
Law 80/2015/QH13 article 151 for documents issued under it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FAMILIES = frozenset({"normative", "administrative", "party", "other"})
STAGES = frozenset({"planned", "drafting", "submitted", "adopted"})


class EventKind(StrEnum):
    """What a dated event does to the document it falls upon.

    ``repealed`` and ``replaced`` end the whole document or a part of it; ``suspended``
    interrupts it; ``extended`` moves the end it set itself to ``until``;
    ``part_in_force`` is a part that takes effect on a day of its own (staggered
    effect). ``parent_ended``: what it details has ended, and it with it (``parents``).
    ``amended`` stands in the timeline only: adding an article ends nothing,
    and provisions that an amendment does end are recorded as repealed or replaced in
    part.
    """

    REPEALED = "repealed"
    REPLACED = "replaced"
    AMENDED = "amended"
    SUSPENDED = "suspended"
    PART_IN_FORCE = "part_in_force"
    EXTENDED = "extended"
    PARENT_ENDED = "parent_ended"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself; ``None`` is "not known" or "not stated".

    ``family``: normative, administrative, party or other. ``stage``: planned, drafting,
    submitted or adopted. ``ends_on``: the first day without effect by the document's
    own terms, such as 2027-03-01 for a pilot that runs to 28 February 2027.

    Raises:
        ValueError: ``family`` or ``stage`` is none of these codes. A misspelt "party"
            would otherwise give a Party document legal effect.

    """

    family: str
    stage: str
    issued_on: date | None
    effective_on: date | None
    ends_on: date | None

    def __post_init__(self) -> None:
        """Refuse codes that no rule knows."""
        if self.family not in FAMILIES:
            message = f"{self.family!r} is no family of documents."
            raise ValueError(message)
        if self.stage not in STAGES:
            message = f"{self.stage!r} is no stage of a document."
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class LegalEvent:
    """One event upon a document: the passive side of a relation, or a staggered part.

    ``effective_on``: the day the event takes effect; unknown, it changes nothing.
    ``until``: the first day after it, for a suspension the day of resumption (``None``:
    until further notice), for an extension the new first day without effect (``None``:
    no end stated); other kinds do not read it. ``cause``: the caller's key of the
    relation or provision, handed back with the states it decides. ``whole``: whether
    it falls upon the whole document; ``amended`` and ``part_in_force`` do not read it.
    """

    kind: EventKind
    effective_on: date | None
    until: date | None
    cause: str
    whole: bool
