"""Worked examples: whether a rule still gives what an example says it gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from policies.choices import EvaluationOutcome
from policies.rules.evaluation.results import Finding

TOTAL = ""  # stands for the amount that belongs to no single term


@dataclass(frozen=True)
class Example:
    """A worked example: what is told on a day, and what it is to come to.

    Attributes:
        told: as somebody who asks would tell it.
        amounts: by the public id of the term they come from; ``TOTAL`` for the total.

    """

    slug: str
    title: str
    title_en: str
    day: date
    told: Mapping[str, Any]
    outcome: EvaluationOutcome
    amounts: dict[str, Decimal]


@dataclass(frozen=True)
class Difference:
    """Where an evaluation departs from its example: expected and found, in text."""

    expected: str
    found: str


def found_amounts(finding: Finding) -> dict[str, Decimal]:
    """Give the amounts of a finding by the public id of their term."""
    return {one.term.slug if one.term else TOTAL: one.value for one in finding.amounts}


def difference(example: Example, finding: Finding) -> Difference | None:
    """Give the first thing in which a finding departs from its example, if any."""
    if finding.outcome is not example.outcome:
        return Difference(example.outcome.value, finding.outcome.value)
    found = found_amounts(finding)
    for slug, expected in example.amounts.items():
        if found.get(slug) != expected:
            return Difference(f"{expected:f}", _written(found.get(slug)))
    return None


def _written(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:f}"
