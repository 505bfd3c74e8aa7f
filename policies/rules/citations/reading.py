"""Reading of a citation: what it names, before anything is looked up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from policies.common.text import fold, is_clean
from policies.rules.citations.dates import StatedDate, take_date
from policies.rules.citations.issuers import UNREAD, issuer_first
from policies.rules.citations.names import (
    name_and_year,
    phrases_of,
    without_connectives,
    words_before,
)
from policies.rules.citations.provisions import StatedProvision, take_provision
from policies.rules.citations.spans import NumberSpan, number_spans, separated
from policies.rules.numbers import DocumentNumber, NumberForm
from policies.rules.numbers.prefix import KINDS_BY_WORD
from policies.rules.numbers.spelling import tidy

LONGEST: Final = 500
"""Longest citation that is read, in characters."""
MOST_NUMBERS: Final = 20
"""Most numbers that are looked at in one citation."""


_LISTED: Final = re.compile(
    r"(?<![\w/.-])[0-9]{1,5}\s*(?:,|;|&|và\b|va\b|and\b)\s*(?:số |so |no\.? )?[0-9]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CitationReading:
    """What a citation says of a document; what it does not say is empty or None."""

    number: DocumentNumber | None = None
    """The number with its symbol; its result says if it is complete and regular."""
    sequence: str = ""
    """The running number, at least two digits."""
    year: int | None = None
    """The year, from the number, the date or the name; never from anywhere else."""
    kinds: frozenset[str] = frozenset()
    """Kinds named by the type word."""
    issuer: str = ""
    """Code of the issuer named in words or by its abbreviation."""
    date: StatedDate | None = None
    provision: StatedProvision | None = None
    name: str = ""
    """Folded words that may be a title; empty where a number says enough."""
    phrases: tuple[str, ...] = ()
    """The folded citation in the ways that an alias may spell it."""
    others: tuple[DocumentNumber, ...] = ()
    """Further numbers in the same citation."""
    issuer_unread: bool = False
    """Whether an issuer is named that is not known."""
    listed: bool = False
    """Whether several numbers stand in a row: "Nghị quyết 57, 59 và 68"."""
    beside: str = ""
    """Folded title that stands before the number: "luat du lieu so"."""
    inside: bool = False
    """Whether the number stands in the description of another document."""

    @property
    def readable(self) -> bool:
        """Whether there is anything that could name a document."""
        return bool(self.number or self.sequence or self.phrases)


NOTHING: Final = CitationReading()


def read_citation(text: str) -> CitationReading:
    """Read what a citation says: number, type, issuer, date, provision, name.

    Never raises: what says nothing gives a reading that is not ``readable``. Nothing
    is added that is not written.
    """
    if len(text) > LONGEST or not is_clean(text):
        return NOTHING
    tidied = tidy(text)
    provision, document = take_provision(tidied)
    date, rest = take_date(document)
    rest = separated(rest)
    reading = _numbered(rest) or _named(rest)
    return replace(
        reading,
        date=date,
        year=reading.year or (date.year if date else None),
        provision=provision,
        phrases=phrases_of((tidied, separated(document), *reading.phrases)),
    )


def _numbered(text: str) -> CitationReading | None:
    """Read a citation by its number, or None if it has none."""
    spans = list(islice(number_spans(text), MOST_NUMBERS))
    chosen = [span for span in spans if not span.bare] or [
        span for span in spans if _adjoins(text, span)
    ][:1]
    if not chosen:
        return None
    first = chosen[0]
    said = words_before(fold(text[: first.start]))
    after = issuer_first(fold(text[first.end :]))
    numbers = [span.number for span in chosen]
    known = [one for one in numbers if one.form is not NumberForm.NONE]
    number = numbers[0] if numbers[0] in known else None
    type_word = said.type_word or ("" if number else fold(first.type_token))
    printed = text[first.start : first.end]
    return CitationReading(
        number=number,
        sequence=_padded(first.sequence),
        year=int(first.year) if first.year else None,
        kinds=KINDS_BY_WORD.get(type_word, frozenset()),
        issuer="" if after == UNREAD else after or said.issuer or first.lone_body,
        issuer_unread=after == UNREAD,
        listed=_LISTED.search(text) is not None,
        beside=said.title,
        name=without_connectives(fold(text)) if said.inside else "",
        phrases=(text, printed, f"{said.type_word} {printed}"),
        inside=said.inside,
        others=_others(known),
    )


def _adjoins(text: str, span: NumberSpan) -> bool:
    """Whether a sequence without a symbol is one: after "Nghị quyết số", or alone."""
    before = fold(text[: span.start])
    return words_before(before).adjoins or not (before or fold(text[span.end :]))


def _others(numbers: Sequence[DocumentNumber]) -> tuple[DocumentNumber, ...]:
    """Give the numbers that differ from the first one, each once."""
    found = {one.key: one for one in numbers[1:] if one.key != numbers[0].key}
    return tuple(found.values())


def _named(text: str) -> CitationReading:
    """Read a citation by its name."""
    words = without_connectives(fold(text))
    name, year = name_and_year(words)
    return CitationReading(year=year, name=name, phrases=(words, name))


def _padded(sequence: str) -> str:
    """Write a sequence with at least two digits, as numbers do."""
    digits = sequence.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    whole, dot, part = digits.partition(".")
    letter = sequence[len(digits) :].upper()
    return f"{whole.lstrip('0').zfill(2)}{dot}{part}{letter}"
