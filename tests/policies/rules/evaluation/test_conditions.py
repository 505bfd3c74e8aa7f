"""Conditions: each with what was expected, what is the case, whether it is met."""

from datetime import date
from itertools import product
from typing import Any
from unittest import TestCase

from policies.choices import (
    Comparator,
    ConditionKind,
    EvaluationOutcome,
    EvaluationReason,
    RuleKind,
    TermRole,
    Unit,
)
from policies.rules.evaluation import Finding, Rule, RuleCondition
from tests.policies.rules.evaluation.rules import (
    a_count,
    a_day,
    a_term,
    a_yes,
    an_input,
    compare,
    count,
    dong,
    group,
    run,
)

ENOUGH = a_term("threshold", TermRole.THRESHOLD, "20000", unit=Unit.COUNT)
RATE = a_term("rate", TermRole.RATE, "15")


class FiveGTests(TestCase):
    """The support for 5G stations, as its contract has it."""

    rule = Rule(
        RuleKind.CONDITIONAL_RATE,
        (an_input("investment"), a_count("stations"), a_day("built_on")),
        (
            compare("stations", Comparator.AT_LEAST, term=ENOUGH),
            compare("built_on", Comparator.AT_LEAST, day=date(2025, 1, 1), slug="from"),
            compare("built_on", Comparator.LESS_THAN, day=date(2026, 1, 1), slug="to"),
        ),
        (ENOUGH, RATE),
    )

    def evaluate(self, stations: int, built_on: str = "2025-06-01") -> Finding:
        return run(
            self.rule,
            investment=dong(2_500_000_000_000),
            stations=count(stations),
            built_on={"day": built_on},
        )

    def test_stations_decide(self) -> None:
        for stations, outcome in (
            (19_999, EvaluationOutcome.DOES_NOT_APPLY),
            (20_000, EvaluationOutcome.APPLIES),
            (21_000, EvaluationOutcome.APPLIES),
        ):
            with self.subTest(stations=stations):
                found = self.evaluate(stations)
                self.assertIs(outcome, found.outcome)

    def test_the_failed_condition_is_named_with_both_sides(self) -> None:
        found = self.evaluate(19_999)
        (failed,) = [one for one in found.conditions if not one.passed]
        self.assertEqual("condition-stations", failed.condition.slug)
        self.assertEqual((20_000, 19_999), (failed.expected, failed.actual))
        self.assertEqual((), found.amounts)

    def test_the_year_decides(self) -> None:
        for built_on in ("2024-12-31", "2026-01-01"):
            with self.subTest(built_on=built_on):
                found = self.evaluate(21_000, built_on)
                self.assertIs(EvaluationReason.CONDITION_FAILED, found.reason)

    def test_an_unknown_threshold_cannot_be_judged_but_another_may_decide(self) -> None:
        unknown = a_term("threshold", TermRole.THRESHOLD, None, unit=Unit.COUNT)
        rule = Rule(
            RuleKind.ELIGIBILITY,
            (a_count("stations"), a_yes("operator")),
            (
                compare("stations", Comparator.AT_LEAST, term=unknown),
                compare("operator", Comparator.EQUAL, answer=True),
            ),
            (unknown,),
        )
        told: dict[str, Any] = {"stations": count(5), "operator": {"answer": True}}
        found = run(rule, **told)
        self.assertIs(EvaluationOutcome.CANNOT_BE_EVALUATED, found.outcome)
        self.assertEqual(["threshold"], [one.slug for one in found.missing])
        found = run(rule, **{**told, "operator": {"answer": False}})
        self.assertIs(EvaluationOutcome.DOES_NOT_APPLY, found.outcome)

    def test_a_threshold_is_the_one_valid_on_the_day(self) -> None:
        series = ("threshold", "stations")
        old, new = (
            a_term(
                f"threshold-{value}",
                TermRole.THRESHOLD,
                value,
                unit=Unit.COUNT,
                series=series,
                valid_from=start,
                valid_until=end,
            )
            for value, start, end in (
                ("100", None, date(2025, 7, 1)),
                ("200", date(2025, 7, 1), None),
            )
        )
        rule = Rule(
            RuleKind.ELIGIBILITY,
            (a_count("stations"),),
            (compare("stations", Comparator.AT_LEAST, term=old),),
            (old, new),
        )
        for day, expected in ((date(2025, 6, 30), 100), (date(2025, 7, 1), 200)):
            with self.subTest(day=day):
                found = run(rule, day, stations=count(150))
                self.assertEqual(expected, found.conditions[0].expected)


class GroupTests(TestCase):
    """Groups are met by the conditions under them, however deep."""

    def outcome(self, kind: ConditionKind, *answers: bool) -> bool:
        names = [f"q{place}" for place, _ in enumerate(answers)]
        conditions: tuple[RuleCondition, ...] = (
            group("outer", ConditionKind.ALL_OF),
            group("inner", kind, group="outer"),
            *(
                compare(one, Comparator.EQUAL, answer=True, group="inner")
                for one in names
            ),
        )
        rule = Rule(RuleKind.ELIGIBILITY, tuple(map(a_yes, names)), conditions)
        told: dict[str, Any] = {
            name: {"answer": one} for name, one in zip(names, answers, strict=True)
        }
        return run(rule, **told).outcome is EvaluationOutcome.APPLIES

    def test_every_combination_of_three(self) -> None:
        for answers in product((False, True), repeat=3):
            with self.subTest(answers=answers):
                self.assertIs(
                    all(answers), self.outcome(ConditionKind.ALL_OF, *answers)
                )
                self.assertIs(
                    any(answers), self.outcome(ConditionKind.ANY_OF, *answers)
                )
                self.assertIs(
                    not any(answers), self.outcome(ConditionKind.NONE_OF, *answers)
                )
