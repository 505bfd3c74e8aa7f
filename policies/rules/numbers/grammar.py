"""Reading of document numbers."""

import re
from dataclasses import replace
from typing import Final

from policies.common.text import is_clean
from policies.rules.numbers.document_number import DocumentNumber
from policies.rules.numbers.forms import NumberForm, NumberResult
from policies.rules.numbers.patterns import PATTERNS, NumberPattern
from policies.rules.numbers.prefix import split_prefix
from policies.rules.numbers.spelling import canonical, tidy

MAX_LENGTH: Final = 80
"""Longest number that is read; real ones stay under 50 characters."""
_MAX_TEXT: Final = 200
_NOTHING: Final = DocumentNumber(NumberResult.NONE, NumberForm.NONE)


def parse(text: str) -> DocumentNumber:
    """Read a document number, with or without its type word and "số" before it.

    Takes Vietnamese and English type words and spellings without accents, in
    any case and with loose blanks: "Decree No. 262/2025/ND-CP". Never raises;
    what cannot be read has the result none. Reading ``normalised`` again gives
    the same number.
    """
    if len(text) > _MAX_TEXT or not is_clean(text):
        return _NOTHING
    prefix = split_prefix(tidy(text))
    if prefix is None:
        return _NOTHING
    spelled = canonical(prefix.rest)
    for pattern in PATTERNS:
        found = pattern.regex.fullmatch(spelled)
        if found is not None:
            number = _read(pattern, found)
            if len(number.normalised) > MAX_LENGTH:
                return _NOTHING
            return replace(number, stated_kinds=prefix.stated_kinds)
    return _NOTHING


def _read(pattern: NumberPattern, found: re.Match[str]) -> DocumentNumber:
    """Parts of a number that a pattern has recognised."""
    parts = found.groupdict()
    if pattern.form is NumberForm.LEGACY:
        return DocumentNumber(
            pattern.result,
            pattern.form,
            sequence=parts["seq"],
            normalised=found.string,
        )
    sequence = _padded(parts["seq"])
    normalised = sequence + found.string[found.end("seq") :]
    if pattern.form is NumberForm.JOINT:
        normalised = normalised.replace(" ", "-")
    type_token = parts.get("type") or ""
    issuers, term = _issuers(parts["issuer"])
    suggestion = None
    if pattern.result is NumberResult.TRANSPOSED:
        first, second = "-/" if pattern.form is NumberForm.PARTY else "/-"
        suggestion = f"{sequence}{first}{type_token}{second}{parts['issuer']}"
    return DocumentNumber(
        pattern.result,
        pattern.form,
        sequence=sequence,
        year=_integer(parts.get("year")),
        term=_integer(parts.get("term")) or term,
        type_token=type_token,
        issuers=issuers,
        normalised=normalised,
        suggestion=suggestion,
    )


def _padded(sequence: str) -> str:
    """Sequence of at least two digits (Decree 34/2016/NĐ-CP article 58)."""
    digits = re.match("[0-9]+", sequence)
    whole = digits.group() if digits else ""
    return whole.lstrip("0").zfill(2) + sequence[len(whole) :]


def _issuers(printed: str) -> tuple[tuple[str, ...], int | None]:
    """Issuers without the term that QH and UBTVQH carry, and that term."""
    issuers = []
    term = None
    for issuer in re.split("[-./ ]", printed):
        elected = re.fullmatch("(QH|UBTVQH)([0-9]{1,2})", issuer)
        if elected:
            term = int(elected[2])
        issuers.append(elected[1] if elected else issuer)
    return tuple(issuers), term


def _integer(digits: str | None) -> int | None:
    return int(digits) if digits else None
