"""What each kind of rule computes, to the last dong."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from policies.choices import (
    BoundKnown,
    Comparator,
    EvaluationOutcome,
    InputRole,
    RuleKind,
    TermRole,
    Unit,
)
from policies.rules.evaluation import Rule, RuleTerm
from tests.policies.rules.evaluation.rules import (
    a_count,
    a_term,
    an_input,
    compare,
    dong,
    run,
    split_rule,
    values,
)

amounts = st.integers(0, 10**18 - 1)
RATE = a_term("rate", TermRole.RATE, "15")


@st.composite
def whole_shares(draw: st.DrawFn) -> list[str]:
    """Two to eight percentages of up to four places that total exactly 100."""
    cuts = sorted(draw(st.lists(st.integers(0, 10**6), min_size=1, max_size=7)))
    edges = [0, *cuts, 10**6]
    return [f"{Decimal(b - a).scaleb(-4):f}" for a, b in pairwise(edges)]


class SplitTests(TestCase):
    """A split gives away exactly what there is."""

    @settings(max_examples=10_000, deadline=None)
    @given(amounts, whole_shares())
    def test_parts_add_up_exactly(self, amount: int, shares: list[str]) -> None:
        found = run(split_rule(*shares), amount=dong(amount))
        self.assertEqual(amount, sum(one.value for one in found.amounts))
        self.assertTrue(all(one.value >= 0 for one in found.amounts))

    @given(amounts, whole_shares())
    def test_only_the_largest_share_is_off_by_more_than_rounding(
        self, amount: int, shares: list[str]
    ) -> None:
        found = run(split_rule(*shares), amount=dong(amount))
        largest = max(Decimal(share) for share in shares)
        for one in found.amounts:
            if one.takes_remainder:
                self.assertEqual(largest, one.term and one.term.value)
            else:
                off = abs(Fraction(one.value) - Fraction(one.exact))
                self.assertLessEqual(off, Fraction(len(shares), 2))

    def test_the_figures_of_the_contract(self) -> None:
        rule = split_rule("30", "70")
        for amount, parts in (
            ("1000000000", ["300000000", "700000000"]),
            ("1234567891", ["370370367", "864197524"]),
            ("1", ["0", "1"]),
            ("0", ["0", "0"]),
        ):
            with self.subTest(amount=amount):
                self.assertEqual(parts, values(run(rule, amount=dong(amount))))


class RateTests(TestCase):
    """A rate applies to a base, within caps and floors."""

    def rule(self, *terms: RuleTerm) -> Rule:
        found = (RATE, *terms)
        return Rule(RuleKind.CONDITIONAL_RATE, (an_input("base"),), (), found)

    def test_half_a_dong_is_rounded_up(self) -> None:
        found = run(self.rule(), base=dong(10))
        self.assertEqual(["2"], values(found))
        self.assertEqual(Decimal("1.5"), found.amounts[0].exact)

    def test_a_known_cap_cuts(self) -> None:
        cap = a_term("cap", TermRole.CAP, "100", unit=Unit.VND)
        self.assertEqual(["100"], values(run(self.rule(cap), base=dong(10**6))))
        self.assertEqual(["15"], values(run(self.rule(cap), base=dong(100))))

    def test_an_unknown_cap_makes_it_up_to(self) -> None:
        cap = a_term("cap", TermRole.CAP, None, unit=Unit.VND)
        found = run(self.rule(cap), base=dong(1000)).amounts[0]
        self.assertEqual((150, Comparator.UP_TO), (found.value, found.comparator))
        self.assertIs(BoundKnown.CAP_NOT_KNOWN, found.bound)

    def test_a_known_floor_raises_and_an_unknown_one_makes_it_at_least(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "500", unit=Unit.VND)
        self.assertEqual(["500"], values(run(self.rule(floor), base=dong(1000))))
        unknown = a_term("floor", TermRole.FLOOR, None, unit=Unit.VND)
        found = run(self.rule(unknown), base=dong(1000)).amounts[0]
        self.assertEqual((150, Comparator.AT_LEAST), (found.value, found.comparator))

    def test_a_ratio_is_the_same_as_its_percentage(self) -> None:
        ratio = a_term("rate", TermRole.RATE, "0.15", unit=Unit.RATIO)
        rule = Rule(RuleKind.CONDITIONAL_RATE, (an_input("base"),), (), (ratio,))
        self.assertEqual(["150"], values(run(rule, base=dong(1000))))

    def test_a_rate_that_is_not_known_cannot_be_applied(self) -> None:
        open_rate = a_term("rate", TermRole.RATE, None)
        rule = Rule(RuleKind.CONDITIONAL_RATE, (an_input("base"),), (), (open_rate,))
        found = run(rule, base=dong(1000))
        self.assertIs(EvaluationOutcome.CANNOT_BE_EVALUATED, found.outcome)
        self.assertEqual(("rate",), tuple(one.slug for one in found.missing))


class OtherKindTests(TestCase):
    """Fixed amounts, scales, bounds and checks."""

    def test_a_fixed_amount_is_given_as_it_stands(self) -> None:
        amount = a_term("prize", TermRole.AMOUNT, "5000000", unit=Unit.VND)
        rule = Rule(RuleKind.FIXED_AMOUNT, (), (), (amount,))
        self.assertEqual(["5000000"], values(run(rule)))

    def test_a_scale_applies_each_rate_to_its_bracket(self) -> None:
        scale = tuple(
            a_term(f"from-{lower}", TermRole.RATE, rate, lower_bound=Decimal(lower))
            for lower, rate in (("0", "10"), ("1000", "20"), ("5000", "35.5"))
        )
        rule = Rule(RuleKind.BRACKET_SCALE, (an_input("income"),), (), scale)
        for income, total in (
            (0, "0"),
            (1000, "100"),
            (1001, "100"),
            (5000, "900"),
            (7001, "1610"),
        ):
            with self.subTest(income=income):
                self.assertEqual([total], values(run(rule, income=dong(income))))

    @given(amounts)
    def test_a_scale_grows_with_its_base(self, income: int) -> None:
        scale = tuple(
            a_term(f"from-{lower}", TermRole.RATE, rate, lower_bound=Decimal(lower))
            for lower, rate in (("0", "5"), ("1000000", "12.5"))
        )
        rule = Rule(RuleKind.BRACKET_SCALE, (an_input("income"),), (), scale)
        less, more = (
            run(rule, income=dong(one)).amounts[0].value
            for one in (income, min(income + 1, 10**18 - 1))
        )
        self.assertLessEqual(less, more)
        self.assertLessEqual(less, income)

    def test_a_floor_alone_says_at_least(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "30")
        rule = Rule(RuleKind.CAP_FLOOR, (an_input("profit"),), (), (floor,))
        found = run(rule, profit=dong(333)).amounts[0]
        self.assertEqual((100, Comparator.AT_LEAST), (found.value, found.comparator))

    def test_an_amount_is_kept_between_floor_and_cap(self) -> None:
        terms = (
            a_term("floor", TermRole.FLOOR, "100", unit=Unit.VND),
            a_term("cap", TermRole.CAP, "50"),
        )
        inputs = (an_input("base"), an_input("wage", role=InputRole.BOUNDED))
        rule = Rule(RuleKind.CAP_FLOOR, inputs, (), terms)
        for wage, kept in ((7, "100"), (300, "300"), (501, "500")):
            with self.subTest(wage=wage):
                found = run(rule, base=dong(1000), wage=dong(wage))
                self.assertEqual([kept], values(found))

    def test_a_target_says_what_is_asked_whether_or_not_it_is_reached(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "3")
        share = compare(
            "spent", Comparator.AT_LEAST, of_input="budget", term=floor, slug="share"
        )
        inputs = tuple(
            an_input(name, role=InputRole.CONDITION) for name in ("budget", "spent")
        )
        rule = Rule(RuleKind.TARGET_CHECK, inputs, (share,), (floor,))
        for spent, outcome in (
            (29, EvaluationOutcome.DOES_NOT_APPLY),
            (30, EvaluationOutcome.APPLIES),
        ):
            with self.subTest(spent=spent):
                found = run(rule, budget=dong(1000), spent=dong(spent))
                self.assertIs(outcome, found.outcome)
                self.assertEqual(["30"], values(found))

    def test_a_floor_of_nothing_is_an_amount_of_the_base(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "0")
        rule = Rule(RuleKind.CAP_FLOOR, (an_input("profit"),), (), (floor,))
        self.assertIs(Unit.VND, run(rule, profit=dong(333)).amounts[0].unit)

    def test_what_is_not_known_asks_for_no_amount(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "3")
        unknown = a_term("unknown", TermRole.FLOOR, None)
        names = ("budget", "spent")
        conditions = tuple(
            compare(
                "spent",
                Comparator.AT_LEAST,
                of_input="budget",
                term=term,
                slug=term.slug,
            )
            for term in (floor, unknown)
        )
        inputs = tuple(an_input(name, role=InputRole.CONDITION) for name in names)
        rule = Rule(RuleKind.TARGET_CHECK, inputs, conditions, (floor, unknown))
        found = run(rule, budget=dong(1000), spent=dong(1))
        self.assertIs(EvaluationOutcome.DOES_NOT_APPLY, found.outcome)
        self.assertEqual(["30"], values(found))

    def test_nothing_is_a_part_of_nothing(self) -> None:
        floor = a_term("floor", TermRole.FLOOR, "3")
        share = compare("spent", Comparator.AT_LEAST, of_input="budget", term=floor)
        inputs = tuple(
            an_input(name, role=InputRole.CONDITION) for name in ("budget", "spent")
        )
        rule = Rule(RuleKind.TARGET_CHECK, inputs, (share,), (floor,))
        found = run(rule, budget=dong(0), spent=dong(0))
        self.assertEqual("part_of_nothing", found.reason.value)

    def test_eligibility_gives_no_amount(self) -> None:
        stations = a_term("threshold", TermRole.THRESHOLD, "20000", unit=Unit.COUNT)
        enough = compare("stations", Comparator.AT_LEAST, term=stations)
        rule = Rule(
            RuleKind.ELIGIBILITY, (a_count("stations"),), (enough,), (stations,)
        )
        found = run(rule, stations={"value": "20000", "unit": "count"})
        self.assertIs(EvaluationOutcome.APPLIES, found.outcome)
        self.assertEqual((), found.amounts)
