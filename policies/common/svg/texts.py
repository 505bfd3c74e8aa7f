"""How wide text is about to be, and how it is broken into lines.

The server does not know which font a reader has. Widths are those of Helvetica, which
the fonts named in pictures keep close to, with some room to spare.
"""

import unicodedata
from collections.abc import Sequence

ROOM = 1.06
BOLD = 1.07
MORE = "…"
USUAL, WIDEST = 556, 1000  # thousandths of the font size: a digit; a Han character

_WIDTHS = {
    222: "ijl'|",
    278: "ftI .,:;!/\\[]·",
    333: 'r-()`"',
    500: "ckszJvxy",
    584: "+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUwđĐ",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "@—…→",
}
_WIDTH_OF = {sign: width for width, signs in _WIDTHS.items() for sign in signs}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give about how wide a text is in a size of the font."""
    total = sum(_width(sign) for sign in unicodedata.normalize("NFC", text))
    return total * size / 1000 * ROOM * (BOLD if bold else 1)


def _width(sign: str) -> int:
    base = unicodedata.normalize("NFD", sign)[:1]
    if sign in _WIDTH_OF or base in _WIDTH_OF:
        return _WIDTH_OF.get(sign) or _WIDTH_OF[base]
    return WIDEST if unicodedata.east_asian_width(sign) in "WF" else USUAL


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Cut a text so that it fits a width, with dots where it was cut."""
    if text_width(text, size, bold=bold) <= width:
        return text
    kept = text
    while kept and text_width(kept.rstrip() + MORE, size, bold=bold) > width:
        kept = kept[:-1]
    return kept.rstrip(" ,;:–-") + MORE


def wrapped(
    text: str, width: float, size: float, most: int, *, bold: bool = False
) -> Sequence[str]:
    """Break a text between words into at most so many lines; the rest is cut."""
    lines: list[str] = []
    left = text.split()
    while left and len(lines) < most:
        if len(lines) == most - 1:
            return [*lines, fitted(" ".join(left), width, size, bold=bold)]
        taken = 1
        while (
            taken < len(left)
            and text_width(" ".join(left[: taken + 1]), size, bold=bold) <= width
        ):
            taken += 1
        lines.append(fitted(" ".join(left[:taken]), width, size, bold=bold))
        left = left[taken:]
    return lines
