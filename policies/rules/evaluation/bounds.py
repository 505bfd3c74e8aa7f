"""Caps and floors of an amount; one whose number is not known is said to be so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from policies.choices import BoundKnown, Comparator, StepKind, TermRole, Unit
from policies.rules.evaluation.amounts import percent_of, rounded
from policies.rules.evaluation.conditions import UnknownValueError
from policies.rules.evaluation.facts import Rule, RuleTerm
from policies.rules.evaluation.results import Amount, Step


def bound(
    rule: Rule, day: date, amount: Amount, base: Decimal | None, steps: list[Step]
) -> Amount:
    """Hold an amount within the caps and floors that are valid on a day."""
    for term in rule.valid_on(day):
        if term.role is TermRole.CAP:
            amount = _capped(amount, term, base, steps)
        elif term.role is TermRole.FLOOR:
            amount = _raised(amount, term, base, steps)
    return amount


def limit_of(term: RuleTerm, base: Decimal | None, unit: Unit) -> Decimal | None:
    """Give the number of a cap or floor: as it stands, or as a part of the base."""
    if term.value is None:
        return None
    if term.percent is None or base is None:
        return term.value
    return rounded(percent_of(term.percent, base), unit)


def _capped(
    amount: Amount, term: RuleTerm, base: Decimal | None, steps: list[Step]
) -> Amount:
    limit = limit_of(term, base, amount.unit)
    if limit is None:
        steps.append(Step(StepKind.CAP_NOT_KNOWN, {"result": amount.value}, term))
        known = BoundKnown.CAP_NOT_KNOWN
        return replace(amount, comparator=Comparator.UP_TO, bound=known)
    value = min(amount.value, limit)
    kind = StepKind.CAPPED if value < amount.value else StepKind.UNDER_CAP
    return _bounded(amount, term, kind, limit, value, steps)


def _raised(
    amount: Amount, term: RuleTerm, base: Decimal | None, steps: list[Step]
) -> Amount:
    limit = limit_of(term, base, amount.unit)
    if limit is None:
        steps.append(Step(StepKind.FLOOR_NOT_KNOWN, {"result": amount.value}, term))
        known = BoundKnown.FLOOR_NOT_KNOWN
        return replace(amount, comparator=Comparator.AT_LEAST, bound=known)
    value = max(amount.value, limit)
    kind = StepKind.RAISED if value > amount.value else StepKind.ABOVE_FLOOR
    return _bounded(amount, term, kind, limit, value, steps)


def _bounded(
    amount: Amount,
    term: RuleTerm,
    kind: StepKind,
    limit: Decimal,
    value: Decimal,
    steps: list[Step],
) -> Amount:
    values = {"bound": limit, "base": amount.value, "result": value}
    steps.append(Step(kind, values, term))
    unknown = amount.bound in {BoundKnown.CAP_NOT_KNOWN, BoundKnown.FLOOR_NOT_KNOWN}
    known = amount.bound if unknown else BoundKnown.KNOWN
    return replace(amount, value=value, bound=known)


def bound_amount(
    term: RuleTerm, base: Decimal | None, unit: Unit, steps: list[Step]
) -> Amount:
    """Say where a cap or floor lies.

    Raises:
        UnknownValueError: its number is not known.

    """
    if term.value is None:
        raise UnknownValueError(term)
    if term.percent is None or base is None:
        steps.append(Step(StepKind.AMOUNT, {"result": term.value}, term))
        return _read_as(term, term.value, unit, term.value)
    exact = percent_of(term.percent, base)
    value = rounded(exact, unit)
    values = {"percent": term.percent, "base": base, "exact": exact, "result": value}
    steps.append(Step(StepKind.BOUND, values, term))
    return _read_as(term, value, unit, exact)


def _read_as(term: RuleTerm, value: Decimal, unit: Unit, exact: Decimal) -> Amount:
    floor = term.role is TermRole.FLOOR
    comparator = Comparator.AT_LEAST if floor else Comparator.AT_MOST
    return Amount(term, comparator, value, unit, exact, BoundKnown.KNOWN)
