"""Words before a document number: the type of document and "số" (number)."""

import re
from typing import Final, NamedTuple

from policies.common.text import fold
from policies.rules.numbers.kinds import ALL_KINDS

_RESOLUTIONS: Final = frozenset(kind for kind in ALL_KINDS if "resolution" in kind)
_TYPE_WORDS: Final[dict[frozenset[str], str]] = {
    frozenset({"constitution"}): "hien phap|constitution",
    frozenset({"code"}): "bo luat|code",
    frozenset({"law", "code"}): "luat|law|act",
    frozenset({"ordinance"}): "phap lenh|ordinance",
    frozenset({"order"}): "lenh|order",
    _RESOLUTIONS: "nghi quyet|nq|resolution",
    frozenset({"joint_resolution"}): "nghi quyet lien tich|nqlt|joint resolution",
    frozenset({"party_resolution"}): "party resolution|politburo resolution",
    frozenset({"decree"}): "nghi dinh|nd|decree",
    frozenset({"decision"}): "quyet dinh|qd|decision",
    frozenset({"directive"}): "chi thi|ct|directive",
    frozenset({"circular"}): "thong tu|tt|circular",
    frozenset({"joint_circular"}): "thong tu lien tich|ttlt|joint circular",
    frozenset({"plan"}): "ke hoach|kh|plan",
    frozenset({"programme"}): "chuong trinh|ctr|programme|program",
    frozenset({"scheme"}): "de an|scheme",
    frozenset({"notice"}): "thong bao|tb|notice",
    frozenset({"official_telegram"}): "cong dien|official telegram",
    frozenset({"dispatch"}): "cong van|dispatch|official dispatch|official letter",
    frozenset({"regulation"}): "quy che|quy dinh|regulation|regulations",
    frozenset({"report"}): "bao cao|report",
    frozenset({"submission"}): "to trinh|submission",
    frozenset({"conclusion"}): "ket luan|kl|conclusion",
    frozenset({"guideline"}): "huong dan|guideline|guidelines|guidance",
    frozenset({"consolidated"}): (
        "van ban hop nhat|vbhn|consolidated text|consolidated document"
    ),
    frozenset({"treaty"}): "dieu uoc|dieu uoc quoc te|treaty",
}
KINDS_BY_WORD: Final = {
    word: kinds
    for kinds, alternatives in _TYPE_WORDS.items()
    for word in alternatives.split("|")
}
"""Kinds of document by the folded words that name them, Vietnamese and English."""
_TYPE: Final = "(?:(?P<type>" + "|".join(KINDS_BY_WORD) + ")(?: (?P=type))*)?"
_PREFIX: Final = re.compile(rf"{_TYPE} ?(?:so|so hieu|so ky hieu|no|number)?")
_UNNUMBERED: Final = re.compile(rf"{_TYPE} ?(?:khong so|khongso|n a)")


class Prefix(NamedTuple):
    """Text split where its number begins."""

    stated_kinds: frozenset[str]
    """Kinds that the word before the number names; empty without such a word."""
    rest: str
    """The number and all that follows it."""


def split_prefix(text: str) -> Prefix | None:
    """Split "Nghị định số 262/2025/NĐ-CP" before its number.

    Vietnamese with or without accents and English are read, also a type word
    printed twice. None if there is no digit, or if anything else than a type
    word and "số" stands before the first digit.
    """
    digit = re.search("[0-9]", text)
    if digit is None:
        return None
    before = text[: digit.start()]
    if re.search(r"[^\w\s.:,]", before):
        return None
    words = _PREFIX.fullmatch(fold(before))
    if words is None:
        return None
    kinds = KINDS_BY_WORD.get(words["type"] or "", frozenset())
    return Prefix(kinds, text[digit.start() :])


def is_unnumbered(text: str) -> bool:
    """Whether a text says that a document has no number.

    Blank, "Không số", "N/A", also after a type word ("Pháp lệnh Không số"). It
    tells these apart from a text that cannot be read, where ``parse`` gives the
    result none as well.
    """
    return not text.strip() or _UNNUMBERED.fullmatch(fold(text)) is not None
