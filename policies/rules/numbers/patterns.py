"""Patterns of document numbers, in the order in which they are tried.

They read numbers in their canonical spelling. Groups: ``seq``, ``year``, ``type``,
``issuer`` (one or several with their separators) and ``term``.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from policies.rules.numbers import tokens
from policies.rules.numbers.forms import NumberForm, NumberResult

_CAPITALS: Final = (
    "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)
_ORG: Final = f"(?:TTg|[{_CAPITALS}][{_CAPITALS}0-9]*)"
_NOT_ZERO: Final = "(?!0+[^0-9])"
_SEQ: Final = rf"(?P<seq>{_NOT_ZERO}[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?[A-Z]?)"
_YEAR: Final = "(?P<year>(?:19|20)[0-9]{2})"
_TERM: Final = "(?P<term>[0-9]{1,2})"
# Since the 10th National Assembly (16/1999/PL-UBTVQH10) numbers carry the year.
_TERM_WITH_YEAR: Final = "(?P<term>[1-9][0-9])"
_NOT_STATE: Final = "(?!/[^/]*-)"
_UNIT: Final = r"(?:\([A-Z0-9]+\))?"


def _any(alternatives: Iterable[str]) -> str:
    return "(?:" + "|".join(alternatives) + ")"


_NORMATIVE_TYPE: Final = _any(tokens.NORMATIVE_TYPES)
_JOINT_TYPE: Final = _any(tokens.JOINT_TYPES)
_INDIVIDUAL_TYPE: Final = _any(tokens.INDIVIDUAL_TYPES)
_PARTY_TYPE: Final = _any(tokens.PARTY_TYPES)
_CIRCULAR_BODY: Final = _any(sorted(tokens.CIRCULAR_BODIES))
_STATE_BODY: Final = _any(tokens.STATE_BODIES)
_PARTY_BODY: Final = _any(tokens.PARTY_BODIES)
_PARTY_ONLY_BODY: Final = _any(tokens.PARTY_ONLY_BODIES)


class NumberPattern(NamedTuple):
    """One way to write a number, and what it makes of it."""

    form: NumberForm
    result: NumberResult
    regex: re.Pattern[str]


def _row(
    form: NumberForm, regex: str, result: NumberResult = NumberResult.OK
) -> NumberPattern:
    return NumberPattern(form, result, re.compile(regex))


_F = NumberForm
_R = NumberResult

PATTERNS: Final = (
    _row(_F.NA, f"{_SEQ}/{_YEAR}/(?P<issuer>QH){_TERM}"),
    _row(_F.NA, f"{_SEQ}/(?P<issuer>QH){_TERM_WITH_YEAR}", _R.INCOMPLETE),
    _row(_F.NASC, f"{_SEQ}/{_YEAR}/(?:(?P<type>PL|NQ)-)?(?P<issuer>UBTVQH){_TERM}"),
    _row(_F.NASC_INDIVIDUAL, f"{_SEQ}/(?P<type>NQ|PL)-(?P<issuer>UBTVQH){_TERM}"),
    _row(_F.PARTY, f"{_SEQ}-(?P<type>{_PARTY_TYPE})/(?P<issuer>{_PARTY_BODY})"),
    _row(
        _F.PARTY,
        f"{_SEQ}(?:/{_YEAR})?[-/](?P<type>{_PARTY_TYPE})[-/]"
        f"(?P<issuer>{_PARTY_ONLY_BODY})",
        _R.TRANSPOSED,
    ),
    _row(
        _F.NORMATIVE,
        f"{_SEQ}/{_YEAR}/(?P<type>{_NORMATIVE_TYPE})-"
        f"(?P<issuer>{_ORG}(?:[-/]{_ORG})*){_UNIT}",
    ),
    _row(
        _F.JOINT,
        f"{_SEQ}/{_YEAR}/(?P<type>{_JOINT_TYPE})[-/](?P<issuer>{_ORG}(?:[-/ ]{_ORG})+)",
    ),
    _row(_F.CONSOLIDATED, f"{_SEQ}/(?:{_YEAR}/)?(?P<type>VBHN)-(?P<issuer>{_ORG})"),
    _row(
        _F.INDIVIDUAL,
        f"{_SEQ}/(?P<type>{_INDIVIDUAL_TYPE})-"
        f"(?P<issuer>{_ORG}(?:[-./ ]{_ORG})*){_UNIT}",
    ),
    _row(_F.NORMATIVE, f"{_SEQ}/(?P<type>NĐ)-(?P<issuer>CP)", _R.INCOMPLETE),
    _row(
        _F.NORMATIVE,
        f"{_SEQ}/(?P<type>TT)-(?P<issuer>{_CIRCULAR_BODY})",
        _R.INCOMPLETE,
    ),
    _row(
        _F.JOINT,
        f"{_SEQ}/(?P<type>{_JOINT_TYPE})[-/]"
        f"(?P<issuer>{_CIRCULAR_BODY}(?:[-/]{_CIRCULAR_BODY})+)",
        _R.INCOMPLETE,
    ),
    _row(
        _F.INDIVIDUAL,
        f"{_SEQ}{_NOT_STATE}[-/](?P<type>{_INDIVIDUAL_TYPE})[-/]"
        f"(?P<issuer>{_STATE_BODY})",
        _R.TRANSPOSED,
    ),
    _row(
        _F.NORMATIVE,
        f"{_SEQ}{_NOT_STATE}[-/](?P<type>NĐ|TT)[-/](?P<issuer>{_STATE_BODY})",
        _R.TRANSPOSED,
    ),
    # A blank may part the tokens only where a slash or a hyphen does as well.
    _row(
        _F.LEGACY,
        f"(?=[^-/]*[-/])(?P<seq>{_NOT_ZERO}[0-9]{{1,5}}[A-Z]?)[-/ ]"
        f"{_ORG}(?:[-/ ]{_ORG})*{_UNIT}",
        _R.LEGACY,
    ),
)
