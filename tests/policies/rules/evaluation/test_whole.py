"""Which rules are whole, and why the others are not."""

from datetime import date
from decimal import Decimal
from unittest import TestCase

from policies.choices import (
    Comparator,
    ConditionKind,
    InputRole,
    RuleKind,
    TermRole,
    Unit,
)
from policies.rules.evaluation import Rule, RuleProblem, RuleTerm, overlapping, problems
from tests.policies.rules.evaluation.rules import (
    a_count,
    a_term,
    an_input,
    compare,
    group,
    split_rule,
)

BASE = an_input("base")
RATE = a_term("rate", TermRole.RATE, "15")
P = RuleProblem


def dated(slug: str, value: str, start: date | None, end: date | None) -> RuleTerm:
    """Write a share that is valid for a time."""
    return a_term(
        slug, TermRole.SHARE, value, valid_from=start, valid_until=end, series=(slug,)
    )


class ProblemTests(TestCase):
    """Each problem by the smallest rule that has it."""

    def test_whole_rules(self) -> None:
        scale = a_term("bracket", TermRole.RATE, "5", lower_bound=Decimal(0))
        amount = a_term("amount", TermRole.AMOUNT, "5", unit=Unit.VND)
        floor = a_term("floor", TermRole.FLOOR, "5")
        for rule in (
            split_rule("30", "70"),
            Rule(RuleKind.CONDITIONAL_RATE, (BASE,), (), (RATE,)),
            Rule(RuleKind.BRACKET_SCALE, (BASE,), (), (scale,)),
            Rule(RuleKind.FIXED_AMOUNT, (), (), (amount,)),
            Rule(RuleKind.CAP_FLOOR, (BASE,), (), (floor,)),
        ):
            with self.subTest(kind=rule.kind):
                self.assertEqual([], problems(rule))

    def test_shares_that_do_not_total_100(self) -> None:
        for shares in (("30", "69.999999"), ("30", "70.000001"), ("50", "50", "1")):
            with self.subTest(shares=shares):
                self.assertEqual([P.NOT_100], problems(split_rule(*shares)))

    def test_shares_that_total_100_at_one_time_only(self) -> None:
        turn = date(2026, 1, 1)
        terms = (
            dated("a", "30", None, turn),
            dated("b", "70", None, None),
            dated("c", "40", turn, None),
        )
        rule = Rule(RuleKind.SPLIT, (BASE,), (), terms)
        self.assertEqual([P.NOT_100], problems(rule))

    def test_what_lacks(self) -> None:
        threshold = a_term("t", TermRole.THRESHOLD, "5", unit=Unit.COUNT)
        money = compare("base", Comparator.AT_LEAST, term=threshold)
        for rule, wanted in (
            (Rule(RuleKind.SPLIT), [P.NO_BASE, P.NO_SHARES]),
            (Rule(RuleKind.CONDITIONAL_RATE, (BASE,)), [P.NO_RATE]),
            (
                Rule(
                    RuleKind.CONDITIONAL_RATE,
                    (BASE,),
                    (),
                    (RATE, a_term("other", TermRole.RATE, "5")),
                ),
                [P.SEVERAL_RATES],
            ),
            (Rule(RuleKind.FIXED_AMOUNT), [P.NO_AMOUNT]),
            (Rule(RuleKind.BRACKET_SCALE, (BASE,), (), (RATE,)), [P.NO_BRACKETS]),
            (Rule(RuleKind.CAP_FLOOR), [P.NO_BOUND]),
            (Rule(RuleKind.TARGET_CHECK), [P.NO_CHECK]),
            (Rule(RuleKind.ELIGIBILITY), [P.NO_CONDITION]),
            (
                Rule(RuleKind.ELIGIBILITY, (), (group("g", ConditionKind.ANY_OF),)),
                [P.EMPTY_GROUP],
            ),
            (
                Rule(RuleKind.ELIGIBILITY, (BASE,), (money,), (threshold,)),
                [P.UNITS_DIFFER],
            ),
        ):
            with self.subTest(kind=rule.kind):
                self.assertEqual(wanted, problems(rule))

    def test_conditions_on_what_is_not_there(self) -> None:
        threshold = a_term("t", TermRole.THRESHOLD, "5", unit=Unit.VND)
        for condition in (
            compare("gone", Comparator.AT_LEAST, term=threshold),
            compare("base", Comparator.AT_LEAST, term=threshold, group="gone"),
        ):
            rule = Rule(RuleKind.ELIGIBILITY, (BASE,), (condition,), (threshold,))
            self.assertEqual([P.PART_MISSING], problems(rule))

    def test_brackets_that_begin_alike(self) -> None:
        scale = tuple(
            a_term(slug, TermRole.RATE, "5", lower_bound=Decimal(0)) for slug in "ab"
        )
        rule = Rule(RuleKind.BRACKET_SCALE, (BASE,), (), scale)
        self.assertEqual([P.BRACKETS_OVERLAP], problems(rule))

    def test_a_cap_in_another_currency(self) -> None:
        cap = a_term("cap", TermRole.CAP, "5", unit=Unit.USD)
        rule = Rule(RuleKind.CONDITIONAL_RATE, (BASE,), (), (RATE, cap))
        self.assertEqual([P.UNITS_DIFFER], problems(rule))

    def test_parts_of_another_unit(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "3")
        share = compare("spent", Comparator.AT_LEAST, of_input="people", term=floor)
        inputs = (an_input("spent", role=InputRole.CONDITION), a_count("people"))
        rule = Rule(RuleKind.TARGET_CHECK, inputs, (share,), (floor,))
        self.assertEqual([P.UNITS_DIFFER], problems(rule))


class OverlapTests(TestCase):
    """One quantity has one value on a day."""

    def pair(self, end: date | None, start: date | None) -> bool:
        first, second = (
            a_term(
                slug,
                TermRole.RATE,
                "5",
                series=("rate",),
                valid_from=begins,
                valid_until=ends,
            )
            for slug, begins, ends in (("a", None, end), ("b", start, None))
        )
        return overlapping([first, second]) is not None

    def test_days(self) -> None:
        day, before = date(2026, 1, 1), date(2025, 12, 31)
        self.assertFalse(self.pair(day, day))
        self.assertTrue(self.pair(day, before))
        self.assertTrue(self.pair(None, day))
        self.assertTrue(self.pair(None, None))
