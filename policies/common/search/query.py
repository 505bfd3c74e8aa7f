"""Queries: what somebody typed into a search, read once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from policies.common.search.words import Word, words_of

LONGEST_QUERY: Final = 200  # characters
QUERY_WORDS: Final = (
    "Words that must all occur, each as the beginning of a word; accents, đ or d, case "
    "and the spelling of numbers make no difference to what is found. Words in "
    '"quotation marks" must stand whole and in this order and, if typed with accents, '
    "with these. What is typed with accents is found with these accents first. "
    "A query without a letter or digit finds nothing."
)
_QUOTED: Final = re.compile(r'["“”„]([^"“”„]*)["“”„]')
_BEFORE_A_NUMBER: Final = frozenset({"so", "no"})  # «số 262», “No. 262” ask for 262


@dataclass(frozen=True)
class Query:
    """What is searched.

    Attributes:
        words: every word in the order typed.
        loose: the words outside quotes, once each; each may go on.
        phrases: the words of each quoted phrase, whole and in this order.

    """

    words: tuple[Word, ...]
    loose: tuple[Word, ...]
    phrases: tuple[tuple[Word, ...], ...]

    @cached_property
    def accented(self) -> bool:
        """Whether it is typed with accents, which are then preferred."""
        return any(word.accented for word in self.words)

    @cached_property
    def number(self) -> tuple[str, ...]:
        """The folded words from the first one that begins with a digit."""
        folded = [word.folded for word in self.words]
        for place, word in enumerate(folded):
            if word[0].isdigit():
                return tuple(folded[place:])
        return ()


def read_query(text: str) -> Query:
    """Read a query: words, and "phrases in quotes".

    A quotation mark that nothing closes parts words like any other sign. «số» and
    “no.” before a number are left out. A query without a letter or digit has no words.
    """
    typed: list[Word] = []
    loose: list[Word] = []
    phrases: list[tuple[Word, ...]] = []
    rest = 0
    for quoted in _QUOTED.finditer(text):
        plain = list(_telling(words_of(text[rest : quoted.start()])))
        phrase = tuple(words_of(quoted[1]))
        rest = quoted.end()
        typed += [*plain, *phrase]
        loose += plain
        if phrase:
            phrases.append(phrase)
    plain = list(_telling(words_of(text[rest:])))
    loose += plain
    once = {(word.folded, word.spelled): word for word in loose}
    return Query((*typed, *plain), tuple(once.values()), tuple(phrases))


def _telling(words: Sequence[Word]) -> Iterator[Word]:
    for place, word in enumerate(words):
        following = words[place + 1 : place + 2]
        numbered = following and following[0].folded[0].isdigit()
        if not (numbered and word.folded in _BEFORE_A_NUMBER):
            yield word
