"""Rules written down in a few words, for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from policies.choices import (
    Comparator,
    ConditionKind,
    InputKind,
    InputRole,
    RuleKind,
    TermRole,
    Unit,
)
from policies.rules.evaluation import (
    Finding,
    Rule,
    RuleCondition,
    RuleInput,
    RuleTerm,
    evaluate,
    read_given,
)

DAY = date(2025, 6, 1)


def an_input(
    name: str,
    unit: Unit | None = Unit.VND,
    role: InputRole = InputRole.BASE,
    kind: InputKind = InputKind.QUANTITY,
) -> RuleInput:
    """Write an input; an amount of dong to compute from unless said otherwise."""
    return RuleInput(f"input-{name}", name, kind, role, unit, name, name)


def a_day(name: str) -> RuleInput:
    """Write an input that is a day."""
    return an_input(name, None, InputRole.CONDITION, InputKind.DAY)


def a_yes(name: str) -> RuleInput:
    """Write an input that is yes or no."""
    return an_input(name, None, InputRole.CONDITION, InputKind.YES_NO)


def a_count(name: str) -> RuleInput:
    """Write an input that is counted."""
    return an_input(name, Unit.COUNT, InputRole.CONDITION)


def a_term(slug: str, role: TermRole, value: str | None, **over: Any) -> RuleTerm:
    """Write a quantity, in percent unless said otherwise, valid for ever."""
    return RuleTerm(
        slug=slug,
        role=role,
        comparator=over.pop("comparator", Comparator.EQUAL),
        value=None if value is None else Decimal(value),
        unit=over.pop("unit", Unit.PERCENT),
        valid_from=over.pop("valid_from", None),
        valid_until=over.pop("valid_until", None),
        series=over.pop("series", (role.value, slug)),
        **over,
    )


def compare(name: str, comparator: Comparator, **over: Any) -> RuleCondition:
    """Write a condition on an input."""
    slug = over.pop("slug", f"condition-{name}")
    return RuleCondition(
        slug, ConditionKind.COMPARISON, input=name, comparator=comparator, **over
    )


def group(slug: str, kind: ConditionKind, **over: Any) -> RuleCondition:
    """Write a group of conditions."""
    return RuleCondition(slug, kind, **over)


def split_rule(*shares: str) -> Rule:
    """Write a split of an amount of dong."""
    terms = tuple(
        a_term(f"share-{place}", TermRole.SHARE, share)
        for place, share in enumerate(shares)
    )
    return Rule(RuleKind.SPLIT, (an_input("amount"),), (), terms)


def dong(value: int | str) -> dict[str, str]:
    """Tell an amount of dong."""
    return {"value": str(value), "unit": "vnd"}


def count(value: int | str) -> dict[str, str]:
    """Tell a number of things."""
    return {"value": str(value), "unit": "count"}


def run(rule: Rule, day: date = DAY, **told: Any) -> Finding:
    """Evaluate a rule for what is told."""
    return evaluate(rule, read_given(rule, told), day)


def values(finding: Finding) -> list[str]:
    """Give the amounts found, as text."""
    return [f"{one.value:f}" for one in finding.amounts]
