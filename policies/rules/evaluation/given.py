"""Reading what was told: every input of a rule, in its kind and unit, or a refusal."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from policies.choices import InputKind
from policies.rules.evaluation.amounts import places_of
from policies.rules.evaluation.facts import Given, GivenValue, Rule, RuleInput

DECIMAL = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,6})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MEMBERS = {
    InputKind.QUANTITY: ("value", "unit"),
    InputKind.DAY: ("day",),
    InputKind.YES_NO: ("answer",),
}


@dataclass(frozen=True)
class GivenFault:
    """What is wrong with what was told.

    Attributes:
        path: where: the name of the input, and its member where one is at fault.
        code: stable: missing, unknown_input, wrong_type, wrong_unit, not_whole,
            negative, too_large, not_a_day.
        detail: in words.
        allowed: what is allowed, where that is a list.

    """

    path: tuple[str, ...]
    code: str
    detail: str
    allowed: tuple[str, ...] = ()


class RefusedInputsError(Exception):
    """At least one input is missing or is not what the rule asks for."""

    def __init__(self, faults: list[GivenFault]) -> None:
        super().__init__(" ".join(one.detail for one in faults))
        self.faults = tuple(faults)


def read_given(rule: Rule, told: Mapping[str, Any]) -> Given:
    """Read the values told for a rule, by the names of its inputs.

    A value is an object: ``{"value": "1000000000", "unit": "vnd"}`` for a quantity,
    ``{"day": "2025-06-01"}`` for a day, ``{"answer": true}`` for a yes or no.

    Raises:
        RefusedInputsError: naming each input that is missing, unknown or wrong.

    """
    names = tuple(rule.given_names)
    faults = [
        GivenFault((name,), "unknown_input", f"«{name}» is no input here.", names)
        for name in told
        if name not in rule.given_names
    ]
    found: Given = {}
    for one in rule.inputs:
        try:
            found[one.name] = read_one(one, told.get(one.name))
        except RefusedInputsError as refusal:
            faults += refusal.faults
    if faults:
        raise RefusedInputsError(faults)
    return found


def read_one(asked: RuleInput, told: Any) -> GivenValue:
    """Read one input.

    Raises:
        RefusedInputsError: it is missing or wrong.

    """
    wanted = MEMBERS[asked.kind]
    if told is None:
        raise refused(asked, "", "missing", f"«{asked.name}» must be told.")
    if not isinstance(told, Mapping):
        words = " and ".join(wanted)
        raise refused(asked, "", "wrong_type", f"Give an object with {words}.")
    for member, value in told.items():
        if member not in wanted and value is not None:
            detail = f"«{asked.name}» takes {' and '.join(wanted)} only."
            raise refused(asked, str(member), "unknown_member", detail, wanted)
    for member in wanted:
        if told.get(member) is None:
            detail = f"«{asked.name}» needs the member «{member}»."
            raise refused(asked, member, "missing", detail)
    return READERS[asked.kind](asked, told)


def refused(
    asked: RuleInput,
    member: str,
    code: str,
    detail: str,
    allowed: tuple[str, ...] = (),
) -> RefusedInputsError:
    """Build the refusal of one input."""
    path = (asked.name, member) if member else (asked.name,)
    return RefusedInputsError([GivenFault(path, code, detail, allowed)])


def _quantity(asked: RuleInput, told: Mapping[str, Any]) -> Decimal:
    text, unit = told["value"], told["unit"]
    expected = str(asked.unit.value) if asked.unit else ""
    if unit != expected:
        detail = f"«{asked.name}» is asked in {expected}."
        raise refused(asked, "unit", "wrong_unit", detail, (expected,))
    if not isinstance(text, str):
        detail = "Give an exact decimal in a string, not a JSON number."
        raise refused(asked, "value", "wrong_type", detail)
    if re.fullmatch(r"-[0-9]+(?:\.[0-9]+)?", text):
        detail = f"«{asked.name}» may not be negative."
        raise refused(asked, "value", "negative", detail)
    if re.fullmatch(r"[0-9]{19,}(?:\.[0-9]+)?", text):
        detail = f"«{asked.name}» has more than 18 digits before the point."
        raise refused(asked, "value", "too_large", detail)
    if not DECIMAL.fullmatch(text) or not text.isascii():
        detail = (
            "Give digits with at most 18 before the point and 6 after it; no exponent, "
            "sign or separator."
        )
        raise refused(asked, "value", "wrong_type", detail)
    value = Decimal(text)
    if asked.unit and places_of(asked.unit) == 0 and value != value.to_integral_value():
        detail = f"«{asked.name}» is counted in whole {expected}."
        raise refused(asked, "value", "not_whole", detail)
    return value


def _day(asked: RuleInput, told: Mapping[str, Any]) -> date:
    text = told["day"]
    if not isinstance(text, str) or not DAY.fullmatch(text):
        raise refused(asked, "day", "wrong_type", "Give a day as YYYY-MM-DD.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        detail = "The calendar has no such day."
        raise refused(asked, "day", "not_a_day", detail) from None


def _yes_no(asked: RuleInput, told: Mapping[str, Any]) -> bool:
    answer = told["answer"]
    if not isinstance(answer, bool):
        raise refused(asked, "answer", "wrong_type", "Give true or false.")
    return answer


READERS: dict[InputKind, Callable[[RuleInput, Mapping[str, Any]], GivenValue]] = {
    InputKind.QUANTITY: _quantity,
    InputKind.DAY: _day,
    InputKind.YES_NO: _yes_no,
}
