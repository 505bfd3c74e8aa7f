"""Kinds and families of document that a number can belong to.

Kinds are the codes of the register's document kinds; families likewise.
"""

from typing import Final

from policies.rules.numbers.forms import NumberForm

NORMATIVE: Final = "normative"
ADMINISTRATIVE: Final = "administrative"
PARTY: Final = "party"
OTHER: Final = "other"

NA_KINDS: Final = frozenset({"law", "code", "na_resolution"})

_STATE_TYPES: Final = {
    "NĐ": {"decree"},
    "QĐ": {"decision"},
    "CT": {"directive"},
    "TT": {"circular"},
    "L": {"order"},
    "KH": {"plan"},
    "PA": {"plan", "scheme"},
    "CTr": {"programme"},
    "ĐA": {"scheme"},
    "TB": {"notice"},
    "HD": {"guideline"},
    "CĐ": {"official_telegram"},
    "TTr": {"submission"},
    "BC": {"report"},
    "QC": {"regulation"},
    "QyĐ": {"regulation"},
    "TTLT": {"joint_circular"},
    "TTLN": {"joint_circular"},
    "TTL": {"joint_circular"},
    "NQLT": {"joint_resolution"},
    "VBHN": {"consolidated"},
}
_STATE_RESOLUTION_TYPES: Final = frozenset({"NQ"})
_STATE_RESOLUTIONS: Final = {
    "CP": {"gov_resolution"},
    "QH": {"na_resolution"},
    "UBTVQH": {"nasc_resolution"},
    "HĐND": {"council_resolution"},
    "HĐTP": {"judges_resolution"},
}
_PARTY_TYPES: Final = {
    "NQ": {"party_resolution"},
    "QĐ": {"decision", "regulation"},
    "QĐi": {"regulation"},
    "QC": {"regulation"},
    "CT": {"directive"},
    "KL": {"conclusion"},
    "TB": {"notice"},
    "HD": {"guideline"},
    "KH": {"plan"},
    "CTr": {"programme"},
    "TTr": {"submission"},
    "BC": {"report"},
    "CV": {"dispatch"},
}
_STANDING_COMMITTEE_TYPES: Final = {
    "PL": {"ordinance"},
    "NQ": {"nasc_resolution"},
}

_ALL_PARTY: Final = frozenset[str]().union(*_PARTY_TYPES.values(), {"scheme"})
_ALL_STATE_RESOLUTIONS: Final = frozenset[str]().union(*_STATE_RESOLUTIONS.values())
_ALL_STANDING_COMMITTEE: Final = frozenset({"ordinance", "nasc_resolution"})
ALL_KINDS: Final = frozenset(
    {"constitution", "treaty", *NA_KINDS, *_ALL_PARTY, *_ALL_STATE_RESOLUTIONS}
).union(*_STATE_TYPES.values(), _ALL_STANDING_COMMITTEE)


def kinds_of(
    form: NumberForm, type_token: str, issuers: tuple[str, ...]
) -> frozenset[str]:
    """Kinds of document whose numbers look so; every kind if the number is silent.

    Legacy forms are silent: ``88/CP`` is a resolution, ``63-CP`` a decree and
    ``82-CP`` a decision.
    """
    if form in {NumberForm.LEGACY, NumberForm.NONE}:
        return ALL_KINDS
    if form is NumberForm.NA:
        return NA_KINDS
    if form in {NumberForm.NASC, NumberForm.NASC_INDIVIDUAL}:
        found = _STANDING_COMMITTEE_TYPES.get(type_token, _ALL_STANDING_COMMITTEE)
    elif form is NumberForm.PARTY:
        found = _PARTY_TYPES.get(type_token, _ALL_PARTY)
    elif type_token in _STATE_RESOLUTION_TYPES:
        found = _STATE_RESOLUTIONS.get(issuers[0], _ALL_STATE_RESOLUTIONS)
    else:
        found = _STATE_TYPES[type_token]
    return frozenset(found)


def family_of(form: NumberForm, type_token: str) -> str | None:
    """Family of documents whose numbers look so, or None if the number is silent.

    The year decides for the State: resolutions of the Government and decisions
    are normative with it, administrative without (Law 64/2025/QH15 articles 4
    and 7). Numbers of the National Assembly are silent: its resolutions carry the
    year in either case.
    """
    if form in {NumberForm.NASC, NumberForm.NORMATIVE, NumberForm.JOINT}:
        return NORMATIVE
    if form is NumberForm.NASC_INDIVIDUAL:
        return ADMINISTRATIVE if type_token in _STATE_RESOLUTION_TYPES else NORMATIVE
    return {
        NumberForm.INDIVIDUAL: ADMINISTRATIVE,
        NumberForm.PARTY: PARTY,
        NumberForm.CONSOLIDATED: OTHER,
    }.get(form)
