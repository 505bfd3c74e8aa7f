"""Conditions of a measure, judged one by one: what was expected, what is the case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Any

from policies.choices import Comparator, ConditionKind, Unit
from policies.rules.evaluation.amounts import part_in_percent, shown
from policies.rules.evaluation.facts import Given, Rule, RuleCondition, RuleTerm

COMPARE: dict[Comparator, Callable[[Any, Any], bool]] = {
    Comparator.EQUAL: eq,
    Comparator.AT_LEAST: ge,
    Comparator.AT_MOST: le,
    Comparator.UP_TO: le,
    Comparator.MORE_THAN: gt,
    Comparator.LESS_THAN: lt,
}


class UnknownValueError(Exception):
    """A quantity that is needed has no value that the register knows on the day."""

    def __init__(self, term: RuleTerm) -> None:
        super().__init__(term.slug)
        self.term = term


@dataclass(frozen=True)
class Judged:
    """A condition and what became of it.

    Attributes:
        passed: None where it cannot be told: the quantity compared with is not known
            on the day, or a part of nothing (0) is asked for.
        expected: the value of the term, the day or the answer; None for a group, and
            where it is not known.
        actual: what was told, or computed from it; None for a group.
        unit: of both, for quantities.
        term: the quantity compared with, as valid on the day.

    """

    condition: RuleCondition
    passed: bool | None
    expected: Decimal | date | bool | None = None
    actual: Decimal | date | bool | None = None
    unit: Unit | None = None
    term: RuleTerm | None = None


def judge(rule: Rule, given: Given, day: date) -> list[Judged]:
    """Judge every condition, each group before the conditions under it."""
    judged: list[Judged] = []
    for one in rule.below(None):
        judged += _judge(rule, one, given, day)
    return judged


def verdict(judged: list[Judged]) -> bool | None:
    """Tell whether all conditions are met; None where that cannot be told."""
    return _all([one.passed for one in judged if one.condition.group is None])


def _all(answers: Sequence[bool | None]) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True


def _not(answer: bool | None) -> bool | None:  # noqa: FBT001 - a truth value
    return None if answer is None else not answer


def _any(answers: Sequence[bool | None]) -> bool | None:
    return _not(_all([_not(one) for one in answers]))


def _judge(
    rule: Rule, condition: RuleCondition, given: Given, day: date
) -> list[Judged]:
    if condition.kind is ConditionKind.COMPARISON:
        return [compare(rule, condition, given, day)]
    below: list[Judged] = []
    direct: list[bool | None] = []
    for one in rule.below(condition.slug):
        found = _judge(rule, one, given, day)
        direct.append(found[0].passed)
        below += found
    if condition.kind is ConditionKind.ALL_OF:
        return [Judged(condition, _all(direct)), *below]
    some = _any(direct)
    passed = some if condition.kind is ConditionKind.ANY_OF else _not(some)
    return [Judged(condition, passed), *below]


def compare(rule: Rule, condition: RuleCondition, given: Given, day: date) -> Judged:
    """Compare an input with a term, a day or an answer."""
    told: Any = given[condition.input]
    holds = COMPARE[condition.comparator or Comparator.EQUAL]
    if condition.term is None:
        expected: Any = condition.answer if condition.day is None else condition.day
        return Judged(condition, holds(told, expected), expected, told)
    term = valid(rule, condition.term, day)
    if term is None or term.value is None:
        meant = term or condition.term
        return Judged(condition, None, None, told, meant.unit, meant)
    if not condition.of_input:
        passed = holds(told, term.value)
        return Judged(condition, passed, term.value, told, term.unit, term)
    whole: Any = given[condition.of_input]
    percent = term.percent or Decimal(0)
    if not whole:
        return Judged(condition, None, percent, None, Unit.PERCENT, term)
    part = part_in_percent(told, whole)
    passed = holds(part, Fraction(percent))
    return Judged(condition, passed, percent, shown(part), Unit.PERCENT, term)


def valid(rule: Rule, meant: RuleTerm, day: date) -> RuleTerm | None:
    """Give the term of the same meaning that is valid on a day, if there is one."""
    for one in rule.valid_on(day):
        if one.slug == meant.slug or one.series == meant.series:
            return one
    return None
