"""Vietnamese text in its search, address and look-up forms.

Pure functions on strings. None of them raises on odd input, except
``slugify`` on a limit that leaves no room for a character.
"""

import re
import unicodedata
from typing import Final

D_STROKES: Final = frozenset("đðɖ")
WORD_BREAK: Final = "\u200b"

_PLANE_ENDS: Final = "".join(
    chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
_UNCLEAN: Final = re.compile(
    "(?P<nul>\x00)"
    "|(?P<control>[\x01-\x08\x0b\x0c\x0e-\x1f])"
    "|(?P<surrogate>[\ud800-\udfff])"
    f"|(?P<noncharacter>[\ufdd0-\ufdef{_PLANE_ENDS}])"
)


def _fold_character(char: str) -> str:
    """Return what one character becomes in the search form; may be empty."""
    folded = []
    for part in unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKD", char).casefold()
    ):
        category = unicodedata.category(part)
        if category.startswith("M"):
            continue
        if category == "Cf" and part != WORD_BREAK:
            continue
        if part in D_STROKES:
            folded.append("d")
        else:
            folded.append(part if part.isalnum() else " ")
    return "".join(folded)


class _FoldTable(dict[int, str]):
    """Translation table for ``str.translate`` that fills itself as it is used."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLD_TABLE: Final = _FoldTable()


def fold(text: str) -> str:
    """Search form of a text: ``"Đột phá, 57-NQ/TW"`` -> ``"dot pha 57 nq tw"``.

    Accents and tone marks are dropped, đ and its look-alikes (Đ, Ð, ð, Ɖ)
    become d, case is folded, and every run of anything that is not a letter or
    a digit becomes one blank. Invisible characters that do not part words
    (soft hyphen, byte order mark) vanish. Composed and decomposed input give
    the same, and folding twice changes nothing.
    """
    return " ".join(text.translate(_FOLD_TABLE).split())


def words(text: str) -> list[str]:
    """Words of a text in their search form, in order."""
    return fold(text).split()


def slugify(text: str, limit: int = 100) -> str:
    """Public address of a text: lower-case ASCII words joined by hyphens.

    At most ``limit`` characters, cut between words unless the first word alone
    is longer. Characters without an ASCII form are left out, so the answer may
    be empty. Raises ``ValueError`` for a limit below 1.
    """
    if limit < 1:
        raise ValueError("A slug needs room for at least one character.")
    ascii_words = ("".join(filter(str.isascii, word)) for word in words(text))
    slug = "-".join(filter(None, ascii_words))
    if len(slug) <= limit:
        return slug
    head, hyphen, _ = slug[: limit + 1].rpartition("-")
    return head if hyphen else slug[:limit]


def ascii_key(number: str) -> str:
    """Look-up key of a document number: ``"193/2025/QH15"`` -> ``"193-2025-qh15"``.

    Slashes, hyphens, blanks and the dot of a sub-number all become one hyphen
    (``"66.14/2026/NQ-CP"`` -> ``"66-14-2026-nq-cp"``). So spellings of one
    number meet, but so do mirror images such as 03/NQ-CP and 03-NQ/CP: the key
    finds candidates, it identifies nothing.
    """
    return "-".join(words(number))


def unclean_reason(text: str) -> str | None:
    """Why a text cannot be stored: the code of its first bad character, or None.

    ``"nul"``; ``"control"``: another C0 control than tab, line feed or carriage
    return; ``"surrogate"``: half of a surrogate pair; ``"noncharacter"``: a code
    point that Unicode reserves for no character.
    """
    found = _UNCLEAN.search(text)
    return found.lastgroup if found else None


def is_clean(text: str) -> bool:
    """Whether both databases and every export can hold the text."""
    return unclean_reason(text) is None
