"""Words of a text: as searched without accents, as spelled with them, and where."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from policies.common.text import D_STROKES, WORD_BREAK

_CHUNK: Final = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")  # letters, digits, not ASCII
_TONES: Final = {  # as in VIQR, which writes them on any keyboard
    "\u0300": "`",
    "\u0301": "'",
    "\u0309": "?",
    "\u0303": "~",
    "\u0323": ".",
}


class Word(NamedTuple):
    """One word of a text.

    Attributes:
        folded: without accents, as ``fold`` gives it.
        spelled: with accents, the tone first: ``"hòa"`` and ``"hoà"`` are ``"`hoa"``.
        starts: where each folded character comes from, counted from ``offset``.
        end: where the word ends, its accents included, counted from ``offset``.
        offset: where in the text to count from.

    """

    folded: str
    spelled: str
    starts: tuple[int, ...]
    end: int
    offset: int = 0

    @property
    def accented(self) -> bool:
        """Whether the word is written with accents or đ."""
        return self.spelled != self.folded

    @property
    def start(self) -> int:
        """Where the word begins in the text."""
        return self.offset + self.starts[0]

    def stop(self, length: int) -> int:
        """Where its first folded characters end in the text, with their accents."""
        last = self.starts[length - 1]
        following = (start for start in self.starts[length:] if start > last)
        return self.offset + next(following, self.end)


def words_of(text: str) -> list[Word]:
    """Words of a text in order; their folded forms are those of ``text.words``."""
    return [
        Word(word.folded, word.spelled, word.starts, word.end, chunk.start())
        for chunk in _CHUNK.finditer(text)
        for word in _words_of_chunk(chunk[0])
    ]


@cache
def _parts(char: str) -> str:
    """Letters, digits and accents that a character stands for; a blank parts words."""
    whole = unicodedata.normalize("NFKD", char).casefold()
    parts = []
    for part in unicodedata.normalize("NFKD", whole):
        category = unicodedata.category(part)
        if category == "Cf" and part != WORD_BREAK:
            continue
        if part in D_STROKES:
            parts.append("đ")
        else:
            kept = category.startswith("M") or part.isalnum()
            parts.append(part if kept else " ")
    return "".join(parts)


@lru_cache(maxsize=20_000)
def _words_of_chunk(chunk: str) -> tuple[Word, ...]:
    return tuple(_split(chunk))


def _split(chunk: str) -> Iterator[Word]:
    letters: list[str] = []
    spelled: list[str] = []
    starts: list[int] = []
    end = 0
    for index, char in enumerate(f"{chunk} "):
        for part in _parts(char):
            if part == " ":
                if letters:
                    yield Word("".join(letters), _spelling(spelled), tuple(starts), end)
                letters, spelled, starts = [], [], []
            elif part.isalnum():
                letters.append("d" if part == "đ" else part)
                starts.append(index)
                spelled.append(part)
                end = index + 1
            elif letters:
                spelled.append(part)
                end = index + 1


def _spelling(parts: list[str]) -> str:
    """Put the tone before the word, so that its place within makes no difference."""
    plain = unicodedata.normalize("NFD", "".join(parts))
    tones = "".join(_TONES.get(part, "") for part in plain)
    rest = "".join(part for part in plain if part not in _TONES)
    return tones + unicodedata.normalize("NFC", rest)
