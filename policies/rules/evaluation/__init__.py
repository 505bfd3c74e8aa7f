"""Evaluation of measures: what is promised to whom, how much, on a day, and why.

``facts`` holds what a rule consists of, ``whole`` whether it is whole, ``given`` reads
what was told, ``evaluate`` decides, ``kinds`` computes; everything is exact decimals.
"""

from policies.rules.evaluation.amounts import RULE, places_of, plain
from policies.rules.evaluation.conditions import Judged
from policies.rules.evaluation.evaluate import ENGINE, Duration, evaluate, standing
from policies.rules.evaluation.examples import TOTAL, Example, difference
from policies.rules.evaluation.facts import (
    Given,
    Rule,
    RuleCondition,
    RuleInput,
    RuleTerm,
)
from policies.rules.evaluation.given import GivenFault, RefusedInputsError, read_given
from policies.rules.evaluation.problem import PROBLEM_WORDS, RuleProblem
from policies.rules.evaluation.results import Amount, Finding, Step
from policies.rules.evaluation.whole import overlapping, problems

__all__ = [
    "ENGINE",
    "PROBLEM_WORDS",
    "RULE",
    "TOTAL",
    "Amount",
    "Duration",
    "Example",
    "Finding",
    "Given",
    "GivenFault",
    "Judged",
    "RefusedInputsError",
    "Rule",
    "RuleCondition",
    "RuleInput",
    "RuleProblem",
    "RuleTerm",
    "Step",
    "difference",
    "evaluate",
    "overlapping",
    "places_of",
    "plain",
    "problems",
    "read_given",
    "standing",
]
