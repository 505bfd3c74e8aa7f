"""The closed set of rule kinds: how each computes its amounts, in decimals only.

Money and counts are rounded half up to whole units, once. In a split the largest
share takes what the rounding of the others left, so that the parts add up exactly.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from policies.choices import Comparator, InputRole, RuleKind, StepKind, TermRole, Unit
from policies.rules.evaluation.amounts import percent_of, places_of, rounded, total
from policies.rules.evaluation.bounds import bound, bound_amount
from policies.rules.evaluation.conditions import UnknownValueError
from policies.rules.evaluation.facts import Given, Rule, RuleTerm
from policies.rules.evaluation.results import Amount, Calculation, Step
from policies.rules.shares import split as split_exactly


def with_role(rule: Rule, day: date, role: TermRole) -> list[RuleTerm]:
    """Give the quantities of a role that are valid on a day; each has a value.

    Raises:
        UnknownValueError: the value of one is not known.

    """
    found = [one for one in rule.valid_on(day) if one.role is role]
    for one in found:
        if one.value is None:
            raise UnknownValueError(one)
    return found


def base_of(rule: Rule, given: Given) -> tuple[Decimal, Unit]:
    """Give the value that a rule computes from, and its unit."""
    asked: Any = rule.input_for(InputRole.BASE)
    value: Any = given[asked.name]
    return value, asked.unit


def needed(found: Sequence[RuleTerm], rule: Rule, role: TermRole) -> Sequence[RuleTerm]:
    """Give what was found.

    Raises:
        UnknownValueError: nothing of the role is valid on the day.

    """
    if not found:
        raise UnknownValueError(next(one for one in rule.terms if one.role is role))
    return found


def split(rule: Rule, given: Given, day: date) -> Calculation:
    """Split an amount by shares that total 100 percent; the parts add up exactly."""
    base, unit = base_of(rule, given)
    found = needed(with_role(rule, day, TermRole.SHARE), rule, TermRole.SHARE)
    shares = sorted(found, key=lambda one: (one.percent or 0, one.slug))
    percents = [one.percent or Decimal(0) for one in shares]
    parts = split_exactly(base, percents, scale=places_of(unit))
    done = Calculation()
    for share, percent, part in zip(shares, percents, parts, strict=True):
        last = share is shares[-1]
        exact = percent_of(percent, base)
        amount = Amount(
            share, share.comparator, part, unit, exact, takes_remainder=last
        )
        done.amounts.append(amount)
        values = {"percent": percent, "base": base, "exact": exact, "result": part}
        kind = StepKind.REMAINDER if last else StepKind.SHARE
        done.steps.append(Step(kind, values, share))
    return done


def conditional_rate(rule: Rule, given: Given, day: date) -> Calculation:
    """Apply a rate to a base, within a cap and a floor where there are such."""
    base, unit = base_of(rule, given)
    found = needed(with_role(rule, day, TermRole.RATE), rule, TermRole.RATE)
    done = Calculation()
    for rate in found:
        percent = rate.percent or Decimal(0)
        exact = percent_of(percent, base)
        value = rounded(exact, unit)
        values = {"percent": percent, "base": base, "exact": exact, "result": value}
        done.steps.append(Step(StepKind.RATE, values, rate))
        amount = Amount(rate, rate.comparator, value, unit, exact)
        done.amounts.append(bound(rule, day, amount, base, done.steps))
    return done


def fixed_amount(rule: Rule, given: Given, day: date) -> Calculation:
    """Give each amount as the text states it."""
    del given
    found = needed(with_role(rule, day, TermRole.AMOUNT), rule, TermRole.AMOUNT)
    done = Calculation()
    for one in found:
        value = one.value or Decimal(0)
        done.amounts.append(Amount(one, one.comparator, value, one.unit, value))
        done.steps.append(Step(StepKind.AMOUNT, {"result": value}, one))
    return done


def bracket_scale(rule: Rule, given: Given, day: date) -> Calculation:
    """Apply to each part of a base the rate of its bracket, and add them up."""
    base, unit = base_of(rule, given)
    found = needed(with_role(rule, day, TermRole.RATE), rule, TermRole.RATE)
    scale = sorted(found, key=lambda one: one.lower_bound or Decimal(0))
    uppers = [one.lower_bound or Decimal(0) for one in scale[1:]]
    done = Calculation()
    for one, upper in zip(scale, [*uppers, None], strict=True):
        lower, percent = one.lower_bound or Decimal(0), one.percent or Decimal(0)
        reached = base if upper is None else min(base, upper)
        within = max(reached - lower, Decimal(0))
        values = {
            "lower": lower,
            "percent": percent,
            "base": within,
            "exact": percent_of(percent, within),
        }
        done.steps.append(Step(StepKind.BRACKET, values, one))
    exact = total(one.values["exact"] for one in done.steps)
    value = rounded(exact, unit)
    done.steps.append(Step(StepKind.TOTAL, {"exact": exact, "result": value}))
    amount = Amount(None, Comparator.EQUAL, value, unit, exact)
    done.amounts.append(bound(rule, day, amount, base, done.steps))
    return done


def cap_floor(rule: Rule, given: Given, day: date) -> Calculation:
    """Keep an amount between a floor and a cap, or say where they lie."""
    asked = rule.input_for(InputRole.BASE)
    base: Any = given[asked.name] if asked else None
    bounded = rule.input_for(InputRole.BOUNDED)
    done = Calculation()
    if bounded is not None and bounded.unit is not None:
        value: Any = given[bounded.name]
        amount = Amount(None, Comparator.EQUAL, value, bounded.unit, value)
        done.amounts.append(bound(rule, day, amount, base, done.steps))
        return done
    for one in rule.valid_on(day):
        if one.role in {TermRole.CAP, TermRole.FLOOR}:
            is_part = asked is not None and one.percent is not None
            unit = asked.unit if asked and asked.unit and is_part else one.unit
            done.amounts.append(bound_amount(one, base, unit, done.steps))
    return done


def target_check(rule: Rule, given: Given, day: date) -> Calculation:
    """Say what a share of a base that is to be reached amounts to."""
    done = Calculation()
    for condition in rule.conditions:
        term, whole = condition.term, rule.given_names.get(condition.of_input)
        if term is None or whole is None or whole.unit is None:
            continue
        valid = [
            one
            for one in rule.valid_on(day)
            if one.series == term.series and one.value is not None
        ]
        base: Any = given[whole.name]
        for one in valid:
            percent = one.percent or Decimal(0)
            exact = percent_of(percent, base)
            value = rounded(exact, whole.unit)
            comparator = condition.comparator or one.comparator
            done.amounts.append(Amount(one, comparator, value, whole.unit, exact))
            values = {"percent": percent, "base": base, "exact": exact, "result": value}
            done.steps.append(Step(StepKind.REQUIRED, values, one))
    return done


def eligibility(rule: Rule, given: Given, day: date) -> Calculation:
    """Give no amount: the conditions alone decide."""
    del rule, given, day
    return Calculation()


CALCULATE: dict[RuleKind, Callable[[Rule, Given, date], Calculation]] = {
    RuleKind.SPLIT: split,
    RuleKind.CONDITIONAL_RATE: conditional_rate,
    RuleKind.FIXED_AMOUNT: fixed_amount,
    RuleKind.BRACKET_SCALE: bracket_scale,
    RuleKind.CAP_FLOOR: cap_floor,
    RuleKind.TARGET_CHECK: target_check,
    RuleKind.ELIGIBILITY: eligibility,
}
