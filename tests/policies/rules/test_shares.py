"""Shares of one whole and exact splits of an amount."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from unittest import TestCase

from hypothesis import assume, given
from hypothesis import strategies as st

from policies.rules.shares import (
    PercentProblem,
    SharesProblem,
    exact_total,
    percent_problem,
    shares_problem,
    split,
)

decimals = st.decimals(-1000, 1000, allow_nan=False, places=6)
amounts = st.integers(0, 10**18)


@st.composite
def whole_shares(draw: st.DrawFn) -> list[Decimal]:
    """Percentages of up to four decimal places that total exactly 100."""
    cuts = sorted(draw(st.lists(st.integers(0, 10**6), max_size=8)))
    edges = [0, *cuts, 10**6]
    return [Decimal(upper - lower).scaleb(-4) for lower, upper in pairwise(edges)]


def percents(*written: str) -> list[Decimal]:
    """Read percentages."""
    return [Decimal(share) for share in written]


class TotalTests(TestCase):
    """Shares are added up without rounding."""

    @given(st.lists(decimals))
    def test_the_total_is_exact(self, shares: list[Decimal]) -> None:
        expected = sum((Fraction(share) for share in shares), Fraction(0))
        self.assertEqual(Fraction(exact_total(shares)), expected)

    def test_forty_digits_are_kept(self) -> None:
        tiny = Decimal("1E-40")
        self.assertEqual(
            str(exact_total([Decimal(100), tiny])), "100." + "0" * 39 + "1"
        )

    def test_an_overlong_total_is_an_error_rather_than_rounded(self) -> None:
        with self.assertRaises(ArithmeticError):
            exact_total([Decimal("1E+999999"), Decimal(1)])

    def test_what_is_no_number_has_no_total(self) -> None:
        for value in ("NaN", "sNaN", "Infinity", "-Infinity"):
            with self.subTest(value=value), self.assertRaises(ArithmeticError):
                exact_total([Decimal(value)])

    def test_shares_total_exactly_100_or_say_which_way_they_miss(self) -> None:
        for shares, problem in (
            (percents("30", "70"), None),
            (percents("30.0", "70.00"), None),
            (percents("33.3", "33.3", "33.4"), None),
            (percents("100"), None),
            (percents("33.33", "33.33", "33.33"), SharesProblem.UNDER),
            (percents("30", "69.9999999999999999999999999999999"), SharesProblem.UNDER),
            (percents("30", "71"), SharesProblem.OVER),
            (percents("100", "0." + "0" * 40 + "1"), SharesProblem.OVER),
            ([], SharesProblem.UNDER),
        ):
            with self.subTest(shares=shares):
                self.assertEqual(shares_problem(shares), problem)

    def test_a_percentage_lies_between_0_and_100(self) -> None:
        for value, problem in (
            ("0", None),
            ("15", None),
            ("100", None),
            ("100.00", None),
            ("-0.01", PercentProblem.NEGATIVE),
            ("100.01", PercentProblem.OVER_100),
            ("NaN", PercentProblem.NOT_A_NUMBER),
            ("sNaN", PercentProblem.NOT_A_NUMBER),
            ("Infinity", PercentProblem.NOT_A_NUMBER),
        ):
            with self.subTest(value=value):
                self.assertEqual(percent_problem(Decimal(value)), problem)


class SplitTests(TestCase):
    """An amount is split to the last dong."""

    def test_worked_examples(self) -> None:
        for amount, shares, scale, expected in (
            (1_000_000_000, percents("30", "70"), 0, ["300000000", "700000000"]),
            (1_234_567_891, percents("30", "70"), 0, ["370370367", "864197524"]),
            (1, percents("30", "70"), 0, ["0", "1"]),
            (1, percents("50", "50"), 0, ["1", "0"]),
            (100, percents("33.3", "33.3", "33.4"), 0, ["33", "33", "34"]),
            (Decimal("0.05"), percents("50", "50"), 2, ["0.03", "0.02"]),
            (Decimal("100.00"), percents("15", "85"), 0, ["15", "85"]),
            (10, percents("15", "85"), 2, ["1.50", "8.50"]),
            (0, percents("30", "70"), 0, ["0", "0"]),
            (Decimal("-0"), percents("-0", "100"), 0, ["0", "0"]),
            (7, percents("100"), 0, ["7"]),
            (
                Decimal("123456789012345678901234567890123456789"),
                percents("50", "50"),
                0,
                [
                    "61728394506172839450617283945061728395",
                    "61728394506172839450617283945061728394",
                ],
            ),
        ):
            with self.subTest(amount=amount, shares=shares):
                parts = split(amount, shares, scale=scale)
                self.assertEqual([str(part) for part in parts], expected)

    def test_rounding_up_never_gives_away_more_than_there_is(self) -> None:
        self.assertEqual(split(1, percents("50", "50", "0")), [1, 0, 0])
        parts = split(100, [Decimal("0.5")] * 200)
        self.assertEqual(sum(parts), 100)
        self.assertGreaterEqual(min(parts), 0)

    @given(amounts, whole_shares(), st.integers(0, 4))
    def test_the_parts_add_up_exactly(
        self, minor: int, shares: list[Decimal], scale: int
    ) -> None:
        amount = Decimal(minor).scaleb(-scale)
        parts = split(amount, shares, scale=scale)
        self.assertEqual(len(parts), len(shares))
        self.assertEqual(
            sum((Fraction(part) for part in parts), Fraction(0)), Fraction(amount)
        )
        for part in parts:
            self.assertGreaterEqual(part, 0)
            self.assertEqual(part.as_tuple().exponent, -scale)

    @given(amounts, whole_shares())
    def test_all_but_the_last_are_rounded_half_up_while_money_lasts(
        self, amount: int, shares: list[Decimal]
    ) -> None:
        parts = split(amount, shares)
        left = Fraction(amount)
        for part, share in list(zip(parts, shares, strict=True))[:-1]:
            exact = Fraction(amount) * Fraction(share) / 100
            half_up = (exact + Fraction(1, 2)) // 1
            self.assertEqual(Fraction(part), min(Fraction(half_up), left))
            left -= Fraction(part)

    @given(amounts, st.integers(0, 10**6))
    def test_of_two_parts_each_is_within_half_a_unit(
        self, amount: int, ten_thousandths: int
    ) -> None:
        share = Decimal(ten_thousandths).scaleb(-4)
        shares = [share, 100 - share]
        for part, percent in zip(split(amount, shares), shares, strict=True):
            exact = Fraction(amount) * Fraction(percent) / 100
            self.assertLessEqual(abs(Fraction(part) - exact), Fraction(1, 2))


class RefusedSplitTests(TestCase):
    """What cannot be split is refused in words."""

    def test_shares_that_are_no_whole(self) -> None:
        for shares in (
            [],
            percents("30", "60"),
            percents("30", "80"),
            percents("99.99999999999999999999999999999999"),
        ):
            with (
                self.subTest(shares=shares),
                self.assertRaisesRegex(ValueError, "total exactly 100"),
            ):
                split(100, shares)

    def test_shares_that_are_no_percentages(self) -> None:
        for shares in (percents("130", "-30"), percents("NaN", "100")):
            with (
                self.subTest(shares=shares),
                self.assertRaisesRegex(ValueError, "from 0 to 100"),
            ):
                split(100, shares)

    def test_amounts_that_cannot_be_shared_out(self) -> None:
        for amount in (-1, Decimal("-0.01"), Decimal("NaN"), Decimal("Infinity")):
            with (
                self.subTest(amount=amount),
                self.assertRaisesRegex(ValueError, "0 or more can be split"),
            ):
                split(amount, percents("30", "70"), scale=2)

    @given(st.integers(1, 10**9), st.integers(0, 3))
    def test_an_amount_finer_than_its_parts(self, minor: int, scale: int) -> None:
        assume(minor % 10)
        amount = Decimal(minor).scaleb(-scale - 1)
        with self.assertRaisesRegex(ValueError, "finer than the"):
            split(amount, percents("30", "70"), scale=scale)

    def test_a_negative_scale(self) -> None:
        with self.assertRaisesRegex(ValueError, "scale"):
            split(1000, percents("30", "70"), scale=-3)

    def test_more_digits_than_stay_exact(self) -> None:
        for amount in (Decimal("1E+300"), Decimal("9" * 199)):
            with self.subTest(amount=amount), self.assertRaises(ArithmeticError):
                split(amount, percents("33.33", "66.67"))
