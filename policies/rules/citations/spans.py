"""Document numbers inside running text, however their parts are joined.

"57-NQ/TW", "57 nq tw", "262.2025.ND.CP", "193-2025-QH15". Signs of one kind only
(all hyphens, all slashes, all blanks) say nothing of Party or State, and the number is
read in the regular form of its body. A hyphen and a slash in the order of the other
family (03-NQ/CP, 57/NQ-TW) are what the register calls transposed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from policies.common.text import fold
from policies.rules.numbers import DocumentNumber, parse, tokens

_GLUED: Final = re.compile(
    r"(?<!\w)(nq|nđ|nd|qđ|qd|tt|ct|kl|số|so|no\.?)(?=[0-9])", re.IGNORECASE
)
_ELECTED: Final = re.compile(
    r"(?<![^\W_])(UBTVQH|QH)[\s-]+([0-9]{1,2})(?!\w)", re.IGNORECASE
)
_SEQUENCE: Final = re.compile(
    r"(?<!\w)(?<![0-9][./-])(?P<seq>[0-9]{1,5}(?:\.[0-9]{1,3}(?=[/-]))?[A-Za-z]?)(?!\w)"
)
_NEXT: Final = re.compile(r"(?P<sep>\s*[-/]\s*|\.(?=\w)|\s+)(?P<word>\w+)(?!\w)")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_TERM_BODY: Final = re.compile("(?:QH|UBTVQH)[0-9]{1,2}")


def _folded(token: str) -> str:
    return fold(token).replace(" ", "").upper()


_TYPES: Final = frozenset(
    map(_folded, {*tokens.TYPES, *tokens.JOINT_TYPES, "VBHN", "PL"})
)
_PARTY: Final = frozenset(map(_folded, tokens.PARTY_BODIES))
_BODIES: Final = _PARTY | frozenset(
    map(_folded, {*tokens.STATE_BODIES, *tokens.CIRCULAR_BODIES, "UBND"})
)
# After a bare sequence these words are bodies; "tu" may be the word "từ".
_TELLING: Final = frozenset({"TW", "CP", "TTG", "BKHCN"})


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """The parts of a number where it stands in a text."""

    start: int
    end: int
    sequence: str
    year: str = ""
    type_token: str = ""
    bodies: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    """The sign before each further part: a hyphen, a slash, or "" for a blank."""

    @property
    def bare(self) -> bool:
        """Whether it is a sequence and nothing else."""
        return not (self.year or self.type_token or self.bodies)

    @property
    def lone_body(self) -> str:
        """The body of a number that has no type, such as the CP of 88/CP."""
        first = self.bodies[0] if self.bodies and not self.type_token else ""
        return "" if _TERM_BODY.fullmatch(first) else first

    @property
    def number(self) -> DocumentNumber:
        """The number read as it was meant; its result tells if it is regular."""
        return parse(self._as_written if self._mirrored else self._regular)

    @property
    def _regular(self) -> str:
        first = self.bodies[0].upper() if self.bodies else ""
        body = "-".join(self.bodies)
        if not self.type_token and not _TERM_BODY.fullmatch(first):
            return self._as_written
        if _folded(first) in _PARTY and not self.year:
            return f"{self.sequence}-{self.type_token}/{body}"
        symbol = "-".join(part for part in (self.type_token, body) if part)
        return "/".join(part for part in (self.sequence, self.year, symbol) if part)

    @property
    def _as_written(self) -> str:
        parts = (self.year, self.type_token, *self.bodies)
        rest = zip(self.signs, (part for part in parts if part), strict=True)
        return self.sequence + "".join(f"{sign or '/'}{part}" for sign, part in rest)

    @property
    def _mirrored(self) -> bool:
        if self.year or not self.type_token or not self.bodies:
            return bool(self.year) and bool(self._party)
        expected = ("-", "/") if self._party else ("/", "-")
        written = self.signs[:2]
        return "" not in written and len(set(written)) == 2 and written != expected

    @property
    def _party(self) -> bool:
        return bool(self.bodies) and _folded(self.bodies[0]) in _PARTY


def separated(text: str) -> str:
    """Part words glued to a number, and join a National Assembly with its term."""
    text = _GLUED.sub(r"\1 ", text.replace("_", " "))
    return _ELECTED.sub(r"\1\2", text)


def number_spans(text: str) -> Iterator[NumberSpan]:
    """Give every number of a text, as far as its parts are those of a number."""
    place = 0
    while (found := _SEQUENCE.search(text, place)) is not None:
        span = NumberSpan(found.start(), found.end(), found["seq"])
        while (longer := _longer(text, span)) is not None:
            span = longer
        yield span
        place = span.end


def _longer(text: str, span: NumberSpan) -> NumberSpan | None:
    """Take the next part into a number, or None if there is none."""
    found = _NEXT.match(text, span.end)
    if found is None:
        return None
    sign = found["sep"].strip().replace(".", "")
    word, known = found["word"], found["word"].upper()
    grown = replace(span, end=found.end(), signs=(*span.signs, sign))
    if _YEAR.fullmatch(word) and span.bare:
        return replace(grown, year=word)
    if known in _TYPES | {"NĐ", "QĐ", "CĐ", "ĐA", "QĐI", "QYĐ"} and not (
        span.type_token or span.bodies
    ):
        return replace(grown, type_token=known)
    if _is_body(span, sign, known):
        return replace(grown, bodies=(*span.bodies, known))
    return None


def _is_body(span: NumberSpan, sign: str, known: str) -> bool:
    if _TERM_BODY.fullmatch(known):
        return not span.bodies
    if sign:
        return not known[0].isdigit()
    if span.bodies or _folded(known) not in _BODIES:
        return False
    unaccented = known == _folded(known) or known.replace("Đ", "D") == _folded(known)
    return unaccented and bool(span.type_token or known in _TELLING)
