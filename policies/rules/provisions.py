"""Provisions of a legal text: their order, their addresses and how they are cited.

Levels and numbering: Law 64/2025/QH15 article 7 and Decree 78/2025/NĐ-CP articles
63-64. Parts and chapters carry Roman numerals, articles and clauses Arabic numbers,
points the letters of the Vietnamese alphabet; what is inserted later carries a suffix
(article 6a, chapter Va, point a1). Section and annex labels, and older parts and
chapters, are written either way, so these four levels take Roman and Arabic numbers.
"""

import re
from collections.abc import Sequence
from enum import StrEnum


class ProvisionLevel(StrEnum):
    """Level of a provision, from the outermost to the innermost; annexes stand last."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    ANNEX = "annex"


class LabelProblem(StrEnum):
    """Why a label cannot belong to a provision of its level; codes are stable."""

    EMPTY = "empty"
    FORM = "form"
    ZERO = "zero"
    LETTER = "letter"
    ROMAN = "roman"


# Vietnamese drafting has no points f, j, w and z, and đ follows d.
LETTERS = "abcdđeghiklmnopqrstuvxy"

_L = ProvisionLevel
_ROMAN_LEVELS = frozenset({_L.PART, _L.CHAPTER, _L.SECTION, _L.ANNEX})
_RANKS = {level: rank for rank, level in enumerate(ProvisionLevel, start=1)}
# Akoma Ntoso Naming Convention 1.0, except "pt", which it spells "point".
_PREFIXES = {
    _L.PART: "part",
    _L.CHAPTER: "chp",
    _L.SECTION: "sec",
    _L.SUBSECTION: "subsec",
    _L.ARTICLE: "art",
    _L.CLAUSE: "cl",
    _L.POINT: "pt",
    _L.ANNEX: "att",
}
_NAMES_VI = {
    _L.PART: "Phần",
    _L.CHAPTER: "Chương",
    _L.SECTION: "Mục",
    _L.SUBSECTION: "Tiểu mục",
    _L.ARTICLE: "Điều",
    _L.CLAUSE: "khoản",
    _L.POINT: "điểm",
    _L.ANNEX: "Phụ lục",
}
_NAMES_EN = {
    _L.PART: "Part",
    _L.CHAPTER: "Chapter",
    _L.SECTION: "Section",
    _L.SUBSECTION: "Subsection",
    _L.ARTICLE: "Article",
    _L.CLAUSE: "clause",
    _L.POINT: "point",
    _L.ANNEX: "Annex",
}

_ARABIC_LABEL = re.compile(r"(?P<number>[0-9]{1,5})(?P<letter>[^\W\d_]?)")
_ROMAN_LABEL = re.compile(r"(?P<number>[A-Z]{1,15})(?P<letter>[^\W\d_A-Z]?)")
_POINT_LABEL = re.compile(r"(?P<letter>[^\W\d_])(?P<number>[0-9]{0,3})")
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def label_problem(level: ProvisionLevel, label: str) -> LabelProblem | None:
    """Return why the label is impossible at this level, or None where it is possible.

    Point ``f`` is ``letter``, article ``0`` is ``zero``, chapter ``IIII`` is ``roman``.
    Only an annex may go without a label: a text's single annex has no number.
    """
    if not label:
        return None if level is _L.ANNEX else LabelProblem.EMPTY
    if level is _L.POINT:
        return _number_problem(_POINT_LABEL.fullmatch(label))
    if level in _ROMAN_LEVELS and (match := _ROMAN_LABEL.fullmatch(label)):
        if not _ROMAN.fullmatch(match["number"]):
            return LabelProblem.ROMAN
        return _letter_problem(match["letter"])
    return _number_problem(_ARABIC_LABEL.fullmatch(label))


def sort_key(level: ProvisionLevel, label: str) -> str:
    """Return the key that puts provisions under one parent in the order of the law.

    Eleven ASCII digits: level, number, inserted letter, inserted number. Plain bytewise
    order then gives 6, 6a, 6b, 7, 10 for articles, V, Va, VI for chapters and
    a, a1, b, c, d, đ, e for points. Keys of a whole path, joined from the outside in,
    put all provisions of a text in order.

    Raises:
        ValueError: the label is impossible at this level.

    """
    number, letter, insertion = _places(level, label)
    return f"{_RANKS[level]}{number:05d}{letter:02d}{insertion:03d}"


def eid(parent_eid: str | None, level: ProvisionLevel, label: str) -> str:
    """Return the Akoma Ntoso eId, such as ``art_5__cl_2__pt_a``; ``đ`` becomes ``dd``.

    Articles are numbered through the whole text, so their eId names no part, chapter or
    section; an annex has articles of its own and stays named: ``att_I__art_5``.

    Raises:
        ValueError: the label is impossible at this level.

    """
    _refuse_problem(level, label)
    own = f"{_PREFIXES[level]}_{label.replace('đ', 'dd')}" if label else "att"
    steps = parent_eid.split("__") if parent_eid else []
    if level is _L.ARTICLE:
        steps = [step for step in steps if step.partition("_")[0] == "att"]
    return "__".join([*steps, own])


def read_eid(address: str) -> list[tuple[ProvisionLevel, str]]:
    """Return the levels and labels that an eId names, from the outside in."""
    levels = {prefix: level for level, prefix in _PREFIXES.items()}
    steps = [step.partition("_") for step in address.split("__")]
    return [
        (levels[prefix], label.replace("dd", "đ"))
        for prefix, _sign, label in steps
        if prefix in levels
    ]


def citation_vi(path: Sequence[tuple[ProvisionLevel, str]]) -> str:
    """Cite a provision in Vietnamese, inside out: ``điểm a khoản 2 Điều 5``.

    ``path`` runs from the outside in. What stands above an article is left out, as in
    the texts themselves, except an annex. An empty path, the whole text, gives "".
    """
    return " ".join(_cited(path, _NAMES_VI))


def citation_en(path: Sequence[tuple[ProvisionLevel, str]]) -> str:
    """Cite a provision in English, inside out: ``point a, clause 2, Article 5``."""
    return ", ".join(_cited(path, _NAMES_EN))


def _cited(
    path: Sequence[tuple[ProvisionLevel, str]], names: dict[ProvisionLevel, str]
) -> list[str]:
    within_article = False
    cited = []
    for level, label in reversed(path):
        if not within_article or level is _L.ANNEX:
            cited.append(f"{names[level]} {label}".rstrip())
        within_article = within_article or level is _L.ARTICLE
    return cited


def _places(level: ProvisionLevel, label: str) -> tuple[int, int, int]:
    """Return a label's number, the place of its letter and the number inserted."""
    _refuse_problem(level, label)
    if not label:
        return 0, 0, 0
    if level is _L.POINT:
        return LETTERS.index(label[0]) + 1, 0, int(label[1:] or 0)
    letter = LETTERS.find(label[-1]) + 1
    number = label[:-1] if letter else label
    return int(number) if number.isdigit() else _roman_value(number), letter, 0


def _refuse_problem(level: ProvisionLevel, label: str) -> None:
    if problem := label_problem(level, label):
        message = f"{label!r} cannot be the label of a {level.value}: {problem.value}."
        raise ValueError(message)


def _number_problem(match: re.Match[str] | None) -> LabelProblem | None:
    if match is None:
        return LabelProblem.FORM
    number = match["number"]
    if number and not number.strip("0"):
        return LabelProblem.ZERO
    if number.startswith("0"):
        return LabelProblem.FORM
    return _letter_problem(match["letter"])


def _letter_problem(letter: str) -> LabelProblem | None:
    return None if letter == "" or letter in LETTERS else LabelProblem.LETTER


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value
        for value, after in zip(values, following, strict=True)
    )
