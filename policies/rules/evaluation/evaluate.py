"""Evaluating a rule: is it in force, are its conditions met, what does it give."""

from dataclasses import dataclass
from datetime import date

from policies.choices import (
    EvaluationOutcome,
    EvaluationReason,
    LegalStateCode,
    RuleKind,
    StartedBy,
)
from policies.rules.evaluation.conditions import (
    Judged,
    UnknownValueError,
    judge,
    verdict,
)
from policies.rules.evaluation.facts import Given, Rule, RuleTerm
from policies.rules.evaluation.kinds import CALCULATE
from policies.rules.evaluation.results import Calculation, Finding

ENGINE = "1"  # moves when the same rule and inputs would be answered otherwise

STOPPED_BY = {
    LegalStateCode.DRAFT: (
        EvaluationOutcome.NOT_YET_IN_FORCE,
        EvaluationReason.DOCUMENT_NOT_IN_FORCE,
    ),
    LegalStateCode.NOT_YET_IN_FORCE: (
        EvaluationOutcome.NOT_YET_IN_FORCE,
        EvaluationReason.DOCUMENT_NOT_IN_FORCE,
    ),
    LegalStateCode.SUSPENDED: (
        EvaluationOutcome.NO_LONGER_IN_FORCE,
        EvaluationReason.DOCUMENT_SUSPENDED,
    ),
    LegalStateCode.ENDED: (
        EvaluationOutcome.NO_LONGER_IN_FORCE,
        EvaluationReason.DOCUMENT_ENDED,
    ),
}


@dataclass(frozen=True)
class Duration:
    """When a measure applies: from a day, and until before a day.

    Attributes:
        starts_on: None where no day is known.
        started_by: which day that is.
        until: None where no end is known.

    """

    starts_on: date | None
    started_by: StartedBy | None
    until: date | None


def standing(
    duration: Duration, legal_state: LegalStateCode | None, day: date
) -> Finding | None:
    """Say why a measure does not apply on a day whatever is told; None if it may."""
    if duration.starts_on is None:
        cannot = EvaluationOutcome.CANNOT_BE_EVALUATED
        return Finding(cannot, EvaluationReason.START_UNKNOWN)
    if day < duration.starts_on:
        not_yet = EvaluationOutcome.NOT_YET_IN_FORCE
        return Finding(not_yet, EvaluationReason.BEFORE_START)
    if duration.until is not None and day >= duration.until:
        ended = EvaluationOutcome.NO_LONGER_IN_FORCE
        return Finding(ended, EvaluationReason.AFTER_END)
    if legal_state in STOPPED_BY:
        return Finding(*STOPPED_BY[legal_state])
    return None


def evaluate(rule: Rule, given: Given, day: date) -> Finding:
    """Evaluate a rule that is in force on a day.

    Args:
        rule: a whole rule.
        given: a value of its kind for each input.
        day: the day of the law.

    """
    judged = judge(rule, given, day)
    met = verdict(judged)
    if met is None:
        return _open(judged)
    try:
        done = compute(rule, given, day, met=met)
    except UnknownValueError as unknown:
        return Finding(
            EvaluationOutcome.CANNOT_BE_EVALUATED,
            EvaluationReason.VALUE_UNKNOWN,
            conditions=tuple(judged),
            missing=(unknown.term,),
            used=_used(judged, Calculation()),
        )
    return Finding(
        EvaluationOutcome.APPLIES if met else EvaluationOutcome.DOES_NOT_APPLY,
        EvaluationReason.CONDITIONS_MET if met else EvaluationReason.CONDITION_FAILED,
        conditions=tuple(judged),
        amounts=tuple(done.amounts),
        steps=tuple(done.steps),
        used=_used(judged, done),
    )


def compute(rule: Rule, given: Given, day: date, *, met: bool) -> Calculation:
    """Compute the amounts: nothing if conditions fail, but of a target what it asks.

    Raises:
        UnknownValueError: the value of a quantity is not known.

    """
    if not met and rule.kind is not RuleKind.TARGET_CHECK:
        return Calculation()
    return CALCULATE[rule.kind](rule, given, day)


def _open(judged: list[Judged]) -> Finding:
    """Say what is missing to judge the conditions."""
    unknown = [one for one in judged if one.passed is None and one.term]
    missing = [one.term for one in unknown if one.term and one.expected is None]
    return Finding(
        EvaluationOutcome.CANNOT_BE_EVALUATED,
        EvaluationReason.VALUE_UNKNOWN if missing else EvaluationReason.PART_OF_NOTHING,
        conditions=tuple(judged),
        missing=tuple(missing),
        used=_used(judged, Calculation()),
    )


def _used(judged: list[Judged], done: Calculation) -> tuple[RuleTerm, ...]:
    compared = [one.term for one in judged]
    computed = [one.term for one in done.steps]
    return tuple(
        dict.fromkeys(one for one in (*compared, *computed) if one is not None)
    )
