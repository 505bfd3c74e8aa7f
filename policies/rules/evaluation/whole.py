"""Whether the quantities, inputs and conditions of a measure make a whole rule."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from policies.choices import (
    ConditionKind,
    InputRole,
    RuleKind,
    TermRole,
)
from policies.common.dates import contains
from policies.rules.evaluation.facts import PARTS, Rule, RuleCondition, RuleTerm
from policies.rules.evaluation.problem import RuleProblem
from policies.rules.shares import WHOLE, exact_total

ALWAYS = date.min


def problems(rule: Rule) -> list[RuleProblem]:
    """Give what keeps a measure from being a whole rule, each once; none if it is."""
    found = [*OF_KIND[rule.kind](rule), *_of_conditions(rule)]
    return list(dict.fromkeys(found))


def moments(terms: Sequence[RuleTerm]) -> list[date]:
    """Give a day of each stretch of time in which the same quantities are valid."""
    starts = {one.valid_from or ALWAYS for one in terms}
    ends = {one.valid_until for one in terms if one.valid_until}
    return sorted(starts | ends)


def at_each_moment(rule: Rule, role: TermRole) -> Iterator[list[RuleTerm]]:
    """Give the quantities of a role valid together, for each stretch with any."""
    terms = [one for one in rule.terms if one.role is role]
    for day in moments(terms):
        held = [one for one in terms if contains(one.valid_from, one.valid_until, day)]
        if held:
            yield held


def _base(rule: Rule) -> Iterator[RuleProblem]:
    if sum(one.role is InputRole.BASE for one in rule.inputs) != 1:
        yield RuleProblem.NO_BASE


def _split(rule: Rule) -> Iterator[RuleProblem]:
    yield from _base(rule)
    moments_of_shares = list(at_each_moment(rule, TermRole.SHARE))
    if not moments_of_shares or any(len(held) < 2 for held in moments_of_shares):
        yield RuleProblem.NO_SHARES
        return
    for held in moments_of_shares:
        percents = [one.percent for one in held]
        known = [one for one in percents if one is not None]
        if len(known) == len(percents) and exact_total(known) != WHOLE:
            yield RuleProblem.NOT_100


def _rate(rule: Rule) -> Iterator[RuleProblem]:
    yield from _base(rule)
    rates = list(at_each_moment(rule, TermRole.RATE))
    if not rates or any(one.unit not in PARTS for held in rates for one in held):
        yield RuleProblem.NO_RATE
    if any(len(held) > 1 for held in rates):
        yield RuleProblem.SEVERAL_RATES
    yield from _bounds_in_unit_of_base(rule)


def _bounds_in_unit_of_base(rule: Rule) -> Iterator[RuleProblem]:
    """Compare the units of absolute caps and floors with that of the amount."""
    amount = rule.input_for(InputRole.BOUNDED) or rule.input_for(InputRole.BASE)
    if amount is None:
        return
    for one in rule.terms:
        is_bound = one.role in {TermRole.CAP, TermRole.FLOOR}
        if is_bound and one.unit not in PARTS and one.unit is not amount.unit:
            yield RuleProblem.UNITS_DIFFER


def _amount(rule: Rule) -> Iterator[RuleProblem]:
    if not any(one.role is TermRole.AMOUNT for one in rule.terms):
        yield RuleProblem.NO_AMOUNT


def _brackets(rule: Rule) -> Iterator[RuleProblem]:
    yield from _base(rule)
    scales = list(at_each_moment(rule, TermRole.RATE))
    rates = [one for held in scales for one in held]
    if not rates or any(
        one.lower_bound is None or one.unit not in PARTS for one in rates
    ):
        yield RuleProblem.NO_BRACKETS
    for held in scales:
        lowers = [one.lower_bound for one in held]
        if len(set(lowers)) < len(lowers):
            yield RuleProblem.BRACKETS_OVERLAP
    yield from _bounds_in_unit_of_base(rule)


def _bounds(rule: Rule) -> Iterator[RuleProblem]:
    bounds = [one for one in rule.terms if one.role in {TermRole.CAP, TermRole.FLOOR}]
    if not bounds:
        yield RuleProblem.NO_BOUND
    if any(one.unit in PARTS for one in bounds):
        yield from _base(rule)
    yield from _bounds_in_unit_of_base(rule)


def _check(rule: Rule) -> Iterator[RuleProblem]:
    if not any(one.term for one in rule.conditions):
        yield RuleProblem.NO_CHECK


def _conditions(rule: Rule) -> Iterator[RuleProblem]:
    if not rule.conditions:
        yield RuleProblem.NO_CONDITION


OF_KIND: dict[RuleKind, Callable[[Rule], Iterator[RuleProblem]]] = {
    RuleKind.SPLIT: _split,
    RuleKind.CONDITIONAL_RATE: _rate,
    RuleKind.FIXED_AMOUNT: _amount,
    RuleKind.BRACKET_SCALE: _brackets,
    RuleKind.CAP_FLOOR: _bounds,
    RuleKind.TARGET_CHECK: _check,
    RuleKind.ELIGIBILITY: _conditions,
}


def _of_conditions(rule: Rule) -> Iterator[RuleProblem]:
    slugs = {None, *(one.slug for one in rule.conditions)}
    for one in rule.conditions:
        if one.group not in slugs or _asks_for_what_is_not_there(rule, one):
            yield RuleProblem.PART_MISSING
        elif one.kind is not ConditionKind.COMPARISON:
            if not rule.below(one.slug):
                yield RuleProblem.EMPTY_GROUP
        elif not _comparable(rule, one):
            yield RuleProblem.UNITS_DIFFER


def _asks_for_what_is_not_there(rule: Rule, condition: RuleCondition) -> bool:
    """Tell whether a comparison is of an input that the rule does not have."""
    if condition.kind is not ConditionKind.COMPARISON:
        return False
    names = rule.given_names.keys() | {""}
    return condition.input not in rule.given_names or condition.of_input not in names


def _comparable(rule: Rule, condition: RuleCondition) -> bool:
    """Tell whether a condition compares like with like."""
    asked = rule.given_names.get(condition.input)
    if condition.term is None or asked is None:
        return True
    if not condition.of_input:
        return asked.unit is condition.term.unit
    whole = rule.given_names.get(condition.of_input)
    in_one_unit = whole is not None and whole.unit is asked.unit
    return in_one_unit and condition.term.unit in PARTS


def overlapping(terms: Sequence[RuleTerm]) -> tuple[RuleTerm, RuleTerm] | None:
    """Give two quantities of one meaning that are valid on the same day, if any.

    A bracket of a scale is a quantity of its own, told apart by where it begins.
    """
    ordered = sorted(terms, key=lambda one: (one.valid_from or ALWAYS, one.slug))
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 :]:
            if _meaning(first) == _meaning(second) and _meet(first, second):
                return first, second
    return None


def _meaning(term: RuleTerm) -> tuple[object, ...]:
    return term.series, term.comparator, term.lower_bound, term.unit


def _meet(first: RuleTerm, second: RuleTerm) -> bool:
    begins = max(first.valid_from or ALWAYS, second.valid_from or ALWAYS)
    return contains(first.valid_from, first.valid_until, begins) and contains(
        second.valid_from, second.valid_until, begins
    )
