"""Names inside citations: type words, titles, phrases that aliases may spell."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from policies.common.text import fold
from policies.rules.citations.issuers import ANY_ISSUER, ISSUER_CODES
from policies.rules.numbers.prefix import KINDS_BY_WORD

_TYPE: Final = "|".join(sorted(KINDS_BY_WORD, key=len, reverse=True))
_FROM: Final = "(?:cua |do |of the |of |by the |by |from the |the )?"
_MARK: Final = "(?: ?(?:so hieu|so ky hieu|so|no|number))?"
_TAIL: Final = re.compile(
    rf"(?:^|.*? )(?:(?P<first>{ANY_ISSUER})(?: s)? )?"
    rf"(?<!phap )(?P<type>{_TYPE})(?: {_FROM}(?P<last>{ANY_ISSUER})(?: s)?)?{_MARK}"
)
_LEADING: Final = re.compile(
    rf"(?:(?P<first>{ANY_ISSUER})(?: s)? )?(?P<type>{_TYPE})(?= |$)"
)
_MARKED: Final = re.compile("(?:^|.* )(?:so hieu|so ky hieu|so|no|number)")
_MARK_AT_END: Final = re.compile(" (?:so hieu|so ky hieu|so|no|number)$")
_CONNECTING: Final = re.compile(
    "(?:(?:theo|tai|cua|trong|xem|can cu|the|of|in|under|to|see|pursuant) )*"
)
_NUMBER_MARK: Final = re.compile("(?<= )(?:so hieu|so|no|number) (?=[0-9])")
_YEAR_AT_END: Final = re.compile("(?P<name>.*?)(?: nam)? (?P<year>(?:19|20)[0-9]{2})")
_SHORT_TYPES: Final = {
    "nq": "nghi quyet",
    "nd": "nghi dinh",
    "qd": "quyet dinh",
    "ct": "chi thi",
    "tt": "thong tu",
}
_SHORT_WORDS: Final = {
    "khcn": "khoa hoc cong nghe",
    "dmst": "doi moi sang tao",
    "cds": "chuyen doi so",
    "cntt": "cong nghe thong tin",
    "cncns": "cong nghiep cong nghe so",
    "cnc": "cong nghe cao",
    "cgcn": "chuyen giao cong nghe",
    "ttnt": "tri tue nhan tao",
    "ai": "tri tue nhan tao",
    "nsnn": "ngan sach nha nuoc",
    "shtt": "so huu tri tue",
    "vbqppl": "van ban quy pham phap luat",
    "qppl": "quy pham phap luat",
}
# "theo quy định tại ..." only leads to a citation.
_NO_HEADS: Final = frozenset({"quy dinh", "regulation", "regulations"})
FILLING: Final = ("va", "and", "ve", "on")
"""Folded words that a part of a title may have or not."""
ABOUT: Final = ("ve viec", "ve", "on")
"""Folded words for "about" that a title may begin with, in this order."""


class WordsBefore(NamedTuple):
    """What the folded words before a number say."""

    type_word: str = ""
    issuer: str = ""
    adjoins: bool = False
    """Whether a type word or "số" stands right before the number."""
    inside: bool = False
    """Whether they describe another document: "Kế hoạch thực hiện Nghị quyết"."""
    title: str = ""
    """A type word with a title: "luat du lieu" of "Luật Dữ liệu số"."""


def words_before(before: str) -> WordsBefore:
    """Read the folded words before a number.

    The type word right before the number counts ("Nghị quyết của Chính phủ số"), else
    the one the citation begins with ("Luật Trí tuệ nhân tạo số").
    """
    found = _TAIL.fullmatch(before)
    plain = without_connectives(before)
    first = _LEADING.match(plain)
    if found is None:
        marked = _MARKED.fullmatch(before) is not None
        if first is None:
            return WordsBefore(adjoins=marked)
        title = _MARK_AT_END.sub("", plain) if first.end() < len(plain) else ""
        return WordsBefore(first["type"], _issuer(first), marked, title=title)
    between = len(plain) - len(before) + found.start("type")
    inside = (
        first is not None
        and first["type"] not in _NO_HEADS
        and first.end() < between
        and first.start("type") < between
    )
    return WordsBefore(found["type"], _issuer(found), adjoins=True, inside=inside)


def _issuer(found: re.Match[str]) -> str:
    parts = found.groupdict()
    return ISSUER_CODES.get(parts.get("last") or parts["first"] or "", "")


def without_about(words: str) -> str:
    """Give a folded title without the "về" it begins with."""
    for about in ABOUT:
        words = words.removeprefix(f"{about} ")
    return words


def without_connectives(words: str) -> str:
    """Leave out what only leads to a citation: "theo", "tại", "of the"."""
    found = _CONNECTING.match(words)
    return words[found.end() :] if found else words


def name_and_year(words: str) -> tuple[str, int | None]:
    """Part a name from the year at its end: "luat cong nghe cao 2025"."""
    found = _YEAR_AT_END.fullmatch(words)
    return (found["name"], int(found["year"])) if found else (words, None)


def bare_title(words: str) -> tuple[str, frozenset[str]]:
    """Give folded words without their leading type word and "về", and its kinds."""
    found = _LEADING.match(words)
    kinds: frozenset[str] = frozenset()
    if found is not None and not found["first"]:
        kinds = KINDS_BY_WORD[found["type"]]
        words = words[found.end() :].strip()
    return without_about(words), kinds


def spelled_out(words: str) -> str:
    """Write usual abbreviations in full: "luat khcn" -> "luat khoa hoc cong nghe"."""
    return " ".join(_SHORT_WORDS.get(word, word) for word in words.split())


def without_filling(words: str) -> list[str]:
    """Give the words of a folded text, "và" and its like left out."""
    return [word for word in words.split() if word not in FILLING]


def phrases_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the ways in which an alias may spell the same words, each once."""
    found: dict[str, None] = {}
    for text in map(fold, texts):
        plain = without_connectives(text)
        first, _blank, rest = plain.partition(" ")
        full = f"{_SHORT_TYPES[first]} {rest}" if first in _SHORT_TYPES else plain
        bare = _NUMBER_MARK.sub("", full)
        for one in (text, plain, full, bare):
            found[one.strip()] = None
    return tuple(one for one in found if one and not one.isdigit())
