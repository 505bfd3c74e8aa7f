"""Agreement of a document number with what else is known of the document."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from policies.common.text import ascii_key
from policies.rules.numbers.document_number import DocumentNumber
from policies.rules.numbers.forms import NumberForm, NumberResult

# The year entered the numbers of decrees and circulars in 1997.
_FIRST_FULL_YEAR: Final = 1998

_PARTY_CENTRE: Final = ("BCT-TW", "BBT-TW", "BCHTW")
_ALIASES: Final = {"TW": frozenset(map(ascii_key, ("TW", *_PARTY_CENTRE)))}
# Bodies of every province: the number does not say whose, so codes say more.
_LOCAL: Final = frozenset({"HĐND", "UBND"})


class Disagreement(NamedTuple):
    """A field of a document that its number contradicts.

    ``field`` is a field of the document (number, kind, issuers, issued_on,
    family); ``code`` is stable and for the caller to word; ``expected`` is what
    the number says, ``actual`` what the field says, several values joined by
    ", ".
    """

    field: str
    code: str
    expected: str
    actual: str


def disagreements(
    number: DocumentNumber,
    *,
    kind: str,
    issuer_codes: Sequence[str],
    issued_year: int | None,
    family: str,
) -> list[Disagreement]:
    """List what a document's number and its other fields disagree on.

    Codes: ``kind_mismatch``, ``issuer_mismatch``, ``year_mismatch``,
    ``family_mismatch``; and for the number itself ``year_missing`` and
    ``transposed``, except for State documents from before 1998, when such
    numbers were regular. An empty or unknown field contradicts nothing, nor
    does a number that says nothing of it.
    """
    if number.form is NumberForm.NONE:
        return []
    found = _in_number(number, issued_year)
    if kind and kind not in number.kinds:
        kinds = _listed(sorted(number.kinds))
        found.append(Disagreement("kind", "kind_mismatch", kinds, kind))
    if issuer_codes and number.issuers and not _issued_by(number, issuer_codes):
        said, codes = _listed(number.issuers), _listed(issuer_codes)
        found.append(Disagreement("issuers", "issuer_mismatch", said, codes))
    if number.year and issued_year and number.year != issued_year:
        years = str(number.year), str(issued_year)
        found.append(Disagreement("issued_on", "year_mismatch", *years))
    if family and number.family and family != number.family:
        found.append(Disagreement("family", "family_mismatch", number.family, family))
    return found


def _in_number(number: DocumentNumber, issued_year: int | None) -> list[Disagreement]:
    """List what is wrong with the number itself, given the year of issue."""
    old = issued_year is not None and issued_year < _FIRST_FULL_YEAR
    if number.result is NumberResult.INCOMPLETE and not old:
        year = str(issued_year or "")
        return [Disagreement("number", "year_missing", year, number.normalised)]
    mirrored_party = number.form is NumberForm.PARTY
    if number.result is NumberResult.TRANSPOSED and (mirrored_party or not old):
        expected = number.suggestion or ""
        return [Disagreement("number", "transposed", expected, number.normalised)]
    return []


def _issued_by(number: DocumentNumber, issuer_codes: Sequence[str]) -> bool:
    """Whether the issuers in a number are these agencies.

    Every agency must be in the number and the first issuer in the number among
    the agencies; what follows may be a unit of that issuer, except in a joint
    document, where all must be there.
    """
    required = number.issuers if number.form is NumberForm.JOINT else number.issuers[:1]
    return all(
        any(_names(issuer, code) for code in issuer_codes) for issuer in required
    ) and all(
        any(_names(issuer, code) for issuer in number.issuers) for code in issuer_codes
    )


def _names(issuer: str, code: str) -> bool:
    """Whether an issuer printed in a number stands for the agency of this code."""
    key = ascii_key(code)
    if issuer in _LOCAL:
        return any(word.endswith(ascii_key(issuer)) for word in key.split("-"))
    return key in _ALIASES.get(issuer, {ascii_key(issuer)})


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)
