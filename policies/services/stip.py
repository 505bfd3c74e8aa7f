"""Measures in the flat layout of the EC-OECD STIP survey.

One row a measure and instrument type, as STIP Compass publishes initiatives. What the
register does not record stays empty; nothing is guessed.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from policies.choices.stip import STIP_THEMES, STIP_TYPES, StipTargetGroup
from policies.common.models import RecordState
from policies.common.wording import wording
from policies.models import Measure

CHUNK = 500
BETWEEN_TAGS = "¬"
COUNTRY, CODE = "Viet Nam", "VNM"
SET, UNSET = "1", "0"

OWN: Mapping[str, str] = {
    "InitiativeID": "Address of the measure, which never changes",
    "CountryLabel": "Country",
    "CountryCode": "Country, ISO 3166-1 alpha-3",
    "SurveyYear": "Year of the survey; empty: this is no answer to one",
    "NameEnglish": "Name of the measure in English",
    "Acronym": "Acronym; not recorded",
    "StartDateYear": "Year from which the measure applies",
    "EndDateYear": "Year of the last day on which it applies",
    "ShortDescription": "Summary in English",
    "Background": "Background; not recorded",
    "Objectives1": "Objectives; not recorded",
    "NameResponsibleOrganisation": "Responsible agencies in English",
    "YearlyBudgetRange": "Yearly budget; not recorded",
    "YearlyBudgetLocalCurrency": "Yearly budget in local currency; not recorded",
    "HasBeenEvaluated": "Whether it was evaluated; not recorded",
    "IsStructuralReform": "Whether it is a structural reform; not recorded",
    "Tags": "Subjects in English",
}
INSTRUMENT: Mapping[str, str] = {
    "InstrumentID": "Address of the measure whose instrument it is",
    "InstrumentTypeCode": "Code of the instrument type, where the survey has it",
    "InstrumentTypeLabel": "Instrument type",
}


def columns() -> dict[str, str]:
    """Give the columns in their order, each with its description."""
    groups = {one.value: wording(one).en for one in StipTargetGroup}
    return {**OWN, **STIP_THEMES, **groups, **INSTRUMENT}


def stip_rows(address: Callable[[str], str]) -> Iterator[list[str]]:
    """Give a row for each published measure that is held, by public id.

    Args:
        address: gives the address of a measure by its public id.

    """
    names = list(columns())
    last = ""
    while chunk := _some(last):
        for measure in chunk:
            row = _row(measure, address(measure.slug))
            yield [row.get(name, "") for name in names]
        last = chunk[-1].slug


def _some(after: str) -> list[Measure]:
    """Read so many measures with what belongs to them, by the same four queries."""
    held = Measure.objects.filter(
        state=RecordState.PUBLISHED, held_instead__isnull=True, slug__gt=after
    )
    lists = held.prefetch_related("target_groups", "agencies", "subjects")
    return list(lists.order_by("slug")[:CHUNK])


def _row(measure: Measure, address: str) -> dict[str, str]:
    """Write one measure; of the survey's columns those that are known."""
    groups = {one.stip_group for one in measure.target_groups.all()}
    named = {
        one.value: SET if one.value in groups else UNSET for one in StipTargetGroup
    }
    starts, until = measure.effective_on, measure.until
    return {
        **named,
        **_instrument(measure.stip_instrument, address),
        "InitiativeID": address,
        "CountryLabel": COUNTRY,
        "CountryCode": CODE,
        "NameEnglish": measure.title_en,
        "StartDateYear": str(starts.year) if starts else "",
        "EndDateYear": str((until - timedelta(days=1)).year) if until else "",
        "ShortDescription": measure.summary_en,
        "NameResponsibleOrganisation": _english(measure.agencies, "; "),
        "Tags": _english(measure.subjects, BETWEEN_TAGS),
    }


def _instrument(code: str, address: str) -> dict[str, str]:
    """Name the instrument type; a measure that fits none has none."""
    if not code:
        return {}
    known, label = STIP_TYPES.get(code, ("", code.replace("_", " ")))
    return {
        "InstrumentID": address,
        "InstrumentTypeCode": known,
        "InstrumentTypeLabel": label,
    }


def _english(records: Any, between: str) -> str:
    names = sorted(one.name_en for one in records.all() if one.name_en)
    return between.join(names)
