"""What a row stores to be found by: its words in streams that ``LIKE`` can tell apart.

Each stream has its own sign between words, which no word holds. So one substring says
which words, in which order, in which part of the record, with or without accents::

    " 93 2025 qh15  luat khoa hoc "      every word, folded
    "##93#2025#qh15##"                   the number or code, folded
    "==luat=khoa=hoc=="                  each title, folded
    "^^.luât^khoa^.hoc^^"                each title, with accents
    "||93|2025|qh15||"                   everything else, with accents

Texts are framed by two signs, so that a text's beginning and end are told as well
and no phrase reaches from one text into the next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from policies.common.search.words import words_of

EVERYTHING: Final = " "
NUMBER: Final = "#"
TITLE: Final = "="
TITLE_SPELLED: Final = "^"
REST_SPELLED: Final = "|"

Section = Literal["number", "title", "rest"]


@dataclass(frozen=True)
class Source:
    """One text of a row: the member it comes from and the section it stands in."""

    name: str
    section: Section
    text: str


def needle(sign: str, words: Iterable[str], *, begins: bool, ends: bool) -> str:
    """Substring of a stream that holds words in their order.

    The first word is whole at its beginning, the last one may go on. ``begins`` and
    ``ends`` ask that the text begins or ends there.
    """
    frame = sign * (2 if begins else 1)
    return f"{frame}{sign.join(words)}{sign * 2 if ends else ''}"


def folded(sources: Iterable[Source]) -> str:
    """Write the streams of a row."""
    everything: list[str] = []
    others: list[str] = []
    for source in sources:
        words = words_of(source.text)
        if not words:
            continue
        plain = [word.folded for word in words]
        everything.append(f" {' '.join(plain)} ")
        others.extend(_streams(source.section, plain, [one.spelled for one in words]))
    return "".join(everything) + "".join(others)


def _streams(section: Section, plain: list[str], spelled: list[str]) -> Iterator[str]:
    if section == "number":
        yield _framed(NUMBER, plain)
    if section == "title":
        yield _framed(TITLE, plain)
        yield _framed(TITLE_SPELLED, spelled)
    else:
        yield _framed(REST_SPELLED, spelled)


def _framed(sign: str, words: list[str]) -> str:
    return needle(sign, words, begins=True, ends=True)
