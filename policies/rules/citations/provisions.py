"""Provisions inside citations, in both languages and in any order.

"điểm a khoản 2 Điều 5", "Điều 5 khoản 2 điểm a", "Điều 5.2.a", "Article 5(2)(a)",
"point a, clause 2, Article 5": Law 64/2025/QH15 article 7, and how people write it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from policies.rules.provisions import ProvisionLevel, eid, label_problem

_L = ProvisionLevel
_CLAUSE: Final = "[0-9]{1,3}[a-zđ]?"
_POINT: Final = "[a-zđ][0-9]{0,3}"
_ROMAN: Final = "[ivxlc]{1,8}[a-zđ]?|[0-9]{1,3}[a-zđ]?"
_COMPACT: Final = (
    rf"(?:\s?\((?P<cl>{_CLAUSE})\)|\.\s?(?P<dot>{_CLAUSE})(?![0-9]))"
    rf"(?:\s?\((?P<pt>{_POINT})\)|\.\s?(?P<dotpt>{_POINT}))?"
)
_WORDS: Final = {
    _L.POINT: (
        r"điểm|diem|points?|items?|pt\.?",
        rf"[\"“(]?(?P<label>{_POINT})[\")”]?",
    ),
    _L.CLAUSE: (
        r"khoản|khoan|clauses?|paragraphs?|para\.?",
        rf"(?P<label>{_CLAUSE})(?:\s?\((?P<pt>{_POINT})\))?",
    ),
    _L.ARTICLE: (
        r"điều|dieu|articles?|art\.?|đ\.?",
        rf"(?P<label>[0-9]{{1,4}}[a-zđ]?)(?:{_COMPACT})?",
    ),
    _L.SUBSECTION: (r"tiểu mục|tieu muc|subsection", rf"(?P<label>{_ROMAN})"),
    _L.SECTION: (r"(?<!danh )(?:mục|muc)|section", rf"(?P<label>{_ROMAN})"),
    _L.CHAPTER: (r"chương|chuong|chapter", rf"(?P<label>{_ROMAN})"),
    _L.PART: (r"phần|phan|part", rf"(?P<label>{_ROMAN})"),
    _L.ANNEX: (r"phụ lục|phu luc|annex|appendix", rf"(?P<label>{_ROMAN})"),
}
_STEPS: Final = {
    level: re.compile(
        rf"(?<!\w)(?:{word})\s*(?:số\s*|no\.?\s*)?{label}(?!\w)", re.IGNORECASE
    )
    for level, (word, label) in _WORDS.items()
}
_MORE: Final = re.compile(
    rf"\s*(?:,|và|va|and|or|hoặc|hoac|đến|den|to|-|–)\s*(?:{_CLAUSE}|{_POINT})"
    r"(?=\s*(?:$|[,;)]|và\b|va\b|and\b|khoản|khoan|điều|dieu|luật|luat|of\b|của|cua))",
    re.IGNORECASE,
)
_OUTSIDE_IN: Final = (
    *(_L.ANNEX, _L.PART, _L.CHAPTER, _L.SECTION, _L.SUBSECTION),
    *(_L.ARTICLE, _L.CLAUSE, _L.POINT),
)
_INNER: Final = frozenset({_L.CLAUSE, _L.POINT})


class ProvisionProblem(StrEnum):
    """Why the provision of a citation has no address; codes are stable."""

    INCOMPLETE = "incomplete"
    """A clause or a point without its article."""
    SEVERAL = "several"
    """More than one provision is named."""
    IMPOSSIBLE = "impossible"
    """A label that the level cannot have, such as point f."""


@dataclass(frozen=True, slots=True)
class StatedProvision:
    """The provision that a citation names, or why it cannot be addressed."""

    path: tuple[tuple[ProvisionLevel, str], ...] = ()
    problem: ProvisionProblem | None = None
    d_or_dd: bool = False
    """Whether "d", written without accents, may stand for đ."""

    @property
    def eid(self) -> str:
        """The Akoma Ntoso eId; empty where there is a problem."""
        address: str | None = None
        if self.problem is None:
            for level, label in self.path:
                address = eid(address, level, label)
        return address or ""


def take_provision(text: str) -> tuple[StatedProvision | None, str]:
    """Give the provision that a text names and the text without it."""
    steps: list[tuple[ProvisionLevel, str]] = []
    several = False
    unaccented = False
    rest = text
    for level, pattern in _STEPS.items():
        found = list(pattern.finditer(rest))
        for match in reversed(found):
            more = _MORE.match(rest, match.end())
            several = several or more is not None
            end = more.end() if more else match.end()
            steps += _steps(level, match)
            unaccented = unaccented or match[0].casefold().startswith("diem")
            rest = f"{rest[: match.start()]} , {rest[end:]}"
    if not steps:
        return None, text
    return _provision(steps, several=several, unaccented=unaccented), rest


def _steps(
    level: ProvisionLevel, match: re.Match[str]
) -> list[tuple[ProvisionLevel, str]]:
    parts = match.groupdict()
    label = parts["label"].lower()
    if level not in {_L.ARTICLE, _L.CLAUSE, _L.POINT}:
        label = _roman(parts["label"])
    steps = [(level, label)]
    clause = parts.get("cl") or parts.get("dot")
    point = parts.get("pt") or parts.get("dotpt")
    if clause:
        steps.append((_L.CLAUSE, clause.lower()))
    if point:
        steps.append((_L.POINT, point.lower()))
    return steps


def _roman(label: str) -> str:
    """Write a Roman label in capitals; a letter inserted later stays small."""
    whole = label.upper()
    if whole[0].isdigit() or label_problem(_L.CHAPTER, whole) is None:
        return whole if not whole[0].isdigit() else label.lower()
    return whole[:-1] + label[-1].lower()


def _provision(
    steps: list[tuple[ProvisionLevel, str]], *, several: bool, unaccented: bool
) -> StatedProvision:
    levels = [level for level, _label in steps]
    path = tuple(sorted(set(steps), key=lambda step: _OUTSIDE_IN.index(step[0])))
    problem = None
    if several or len(path) > len(set(levels)):
        problem = ProvisionProblem.SEVERAL
    elif any(label_problem(level, label) for level, label in path):
        problem = ProvisionProblem.IMPOSSIBLE
    elif _INNER & set(levels) and _L.ARTICLE not in levels:
        problem = ProvisionProblem.INCOMPLETE
    d_or_dd = unaccented and any(
        level is _L.POINT and label.startswith("d") for level, label in path
    )
    return StatedProvision(path, problem, d_or_dd)
