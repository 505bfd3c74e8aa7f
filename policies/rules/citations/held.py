"""What judging works on: a document and an alias as held, and what it finds."""

from dataclasses import dataclass
from datetime import date

from policies.common.text import fold
from policies.rules.citations.outcomes import Outcome, Reason, Remark
from policies.rules.numbers import DocumentNumber, parse


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """What of a document of the register matters to a citation."""

    slug: str
    number: str
    number_key: str
    sequence: str
    year: int | None
    kind: str
    issuer: str
    issued_on: date | None
    title: str
    title_en: str

    @property
    def parsed(self) -> DocumentNumber:
        """The number, read."""
        return parse(self.number)

    @property
    def known_year(self) -> int | None:
        """The year in the number, else the year of issue."""
        return self.year or (self.issued_on.year if self.issued_on else None)

    @property
    def titles(self) -> tuple[str, ...]:
        """Both titles, folded, as far as they are given."""
        return tuple(filter(None, (fold(self.title), fold(self.title_en))))


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a document; a misprint is no name."""

    words: str
    document: HeldDocument
    misprint: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be meant, and why it is not simply the answer."""

    document: HeldDocument
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome, the document if it is certain, candidates if it is not."""

    outcome: Outcome
    document: HeldDocument | None = None
    candidates: tuple[Candidate, ...] = ()
    remarks: tuple[Remark, ...] = ()
