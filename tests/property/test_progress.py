"""What holds for the progress of any target and any values."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from policies.common.dates import Precision, first_day, last_day
from policies.rules.progress import (
    Goal,
    Observed,
    Way,
    leading_on,
    progress_intervals,
    required_on,
    series_of,
    to_decimal,
    verdict,
)

DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))
AMOUNTS = st.decimals(-1000, 1000, places=2)
COMPARATORS = ("at_least", "at_most", "more_than", "less_than", "eq", "up_to", "about")


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    """Draw a goal of any comparator, due in any period."""
    precision = draw(st.sampled_from(Precision))
    return Goal.of(
        draw(st.sampled_from(COMPARATORS)),
        draw(st.sampled_from(("up", "down", "none"))),
        draw(AMOUNTS),
        first_day(draw(DAYS), precision),
        precision,
    )


@st.composite
def values(draw: st.DrawFn, most: int = 8) -> list[Observed]:
    """Draw values of a few methods for any periods."""
    found = []
    for place in range(draw(st.integers(0, most))):
        precision = draw(st.sampled_from(Precision))
        day = first_day(draw(DAYS), precision)
        method, agency = draw(
            st.sampled_from((("a", ""), ("b", ""), ("", "c"), ("",) * 2))
        )
        ends = last_day(day, precision)
        amount = draw(AMOUNTS)
        found.append(Observed(f"o{place}", amount, day, ends, method, agency))
    return found


class ProgressProperties(SimpleTestCase):
    """The kept intervals are the rule itself, asked for every day."""

    @given(goals(), values(), DAYS)
    def test_the_intervals_say_on_each_day_what_the_rule_says(
        self, goal: Goal, observed: list[Observed], day: date
    ) -> None:
        series = series_of(observed)
        rows = progress_intervals(goal, series)
        holding = [
            one
            for one in rows
            if (one.starts_on or date.min) <= day < (one.until or date.max)
        ]
        if not series:
            self.assertEqual(["no_data"], [one.status for one in holding])
            return
        verdicts = [verdict(goal, one, day) for one in series]
        said = [
            (
                one.name,
                judged.status,
                judged.decided_by.key if judged.decided_by else "",
            )
            for one, judged in zip(series, verdicts, strict=True)
        ]
        self.assertEqual(
            said, [(one.series, one.status, one.decided_by) for one in holding]
        )
        leading = [place for place, one in enumerate(holding) if one.leading]
        self.assertEqual([leading_on(verdicts)], leading)

    @given(goals(), values())
    def test_the_intervals_of_a_series_tile_all_time_and_neighbours_differ(
        self, goal: Goal, observed: list[Observed]
    ) -> None:
        rows = progress_intervals(goal, series_of(observed))
        for name in {one.series for one in rows}:
            own = [one for one in rows if one.series == name]
            self.assertIsNone(own[0].starts_on)
            self.assertIsNone(own[-1].until)
            for before, after in pairwise(own):
                self.assertEqual(before.until, after.starts_on)
                same = replace(before, starts_on=after.starts_on, until=after.until)
                self.assertNotEqual(same, after)

    @given(goals(), values(), st.integers())
    def test_the_order_of_the_values_does_not_matter(
        self, goal: Goal, observed: list[Observed], seed: int
    ) -> None:
        shuffled = list(observed)
        Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
        self.assertEqual(
            progress_intervals(goal, series_of(observed)),
            progress_intervals(goal, series_of(shuffled)),
        )

    @given(goals(), values(), DAYS)
    def test_turned_upside_down_all_is_the_same(
        self, goal: Goal, observed: list[Observed], day: date
    ) -> None:
        """At least 30 of x is at most -30 of -x."""
        turned = {Way.UP: Way.DOWN, Way.DOWN: Way.UP, Way.EXACT: Way.EXACT}
        other = replace(goal, way=turned[goal.way], value=-goal.value)
        mirrored = [replace(one, value=-one.value) for one in observed]
        pairs = zip(series_of(observed), series_of(mirrored), strict=True)
        for one, mirror in pairs:
            self.assertEqual(
                verdict(goal, one, day).status, verdict(other, mirror, day).status
            )

    @given(goals(), values(), DAYS)
    def test_what_is_observed_later_changes_nothing_of_today(
        self, goal: Goal, observed: list[Observed], day: date
    ) -> None:
        known = [one for one in observed if one.counts_from <= day]
        later = {one.name: verdict(goal, one, day) for one in series_of(observed)}
        for one in series_of(known):
            self.assertEqual(verdict(goal, one, day), later[one.name])

    @given(goals(), values(most=1).filter(bool), DAYS, st.integers(0, 4000))
    def test_the_line_goes_one_way_and_never_beyond_its_ends(
        self, goal: Goal, observed: list[Observed], day: date, later: int
    ) -> None:
        (first,) = observed
        one, two = (
            required_on(goal, first, on) for on in (day, day + timedelta(days=later))
        )
        start = required_on(goal, first, date.min)
        low, high = sorted((start, required_on(goal, first, date.max)))
        self.assertTrue(low <= one <= high)
        self.assertEqual(
            Decimal(goal.value), to_decimal(required_on(goal, first, date.max))
        )
        rising = high != start
        self.assertTrue(one <= two if rising else one >= two)
