"""Progress of a target: what counts when, the line to the goal, the verdicts."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from unittest import TestCase

from policies.common.dates import Precision, last_day
from policies.rules.progress import (
    Goal,
    Observed,
    Series,
    Way,
    meets,
    pace,
    progress_intervals,
    required_on,
    series_of,
    to_decimal,
    verdict,
    way_of,
    years_between,
)

ON_2025_END = date(2025, 12, 31)


def goal(
    comparator: str = "at_least",
    value: str = "30",
    due: str = "2030",
    direction: str = "up",
) -> Goal:
    """Make a goal due in a year, or on a day."""
    precision = "year" if len(due) == 4 else "day"
    day = date(int(due), 1, 1) if len(due) == 4 else date.fromisoformat(due)
    return Goal.of(comparator, direction, Decimal(value), day, precision)


def seen(period: str, value: str, method: str = "m", agency: str = "") -> Observed:
    """Make a value of a year, or of a day."""
    day = date(int(period), 1, 1) if len(period) == 4 else date.fromisoformat(period)
    precision = Precision.YEAR if len(period) == 4 else Precision.DAY
    key = f"{method}{agency}-{period}"
    ends = last_day(day, precision)
    return Observed(key, Decimal(value), day, ends, method, agency)


def status(asked: Goal, day: str, *values: Observed) -> str:
    """Judge values of one method on a day."""
    (series,) = series_of(values)
    return verdict(asked, series, date.fromisoformat(day)).status.value


class WayTests(TestCase):
    """Which values are what a target asks for."""

    def test_the_comparator_says_the_way_and_else_the_indicator(self) -> None:
        for comparator, direction, expected in (
            ("at_least", "down", Way.UP),
            ("more_than", "none", Way.UP),
            ("at_most", "up", Way.DOWN),
            ("less_than", "none", Way.DOWN),
            ("eq", "up", Way.UP),
            ("about", "down", Way.DOWN),
            ("eq", "none", Way.EXACT),
            ("up_to", "up", Way.UP),
            ("up_to", "none", Way.DOWN),
        ):
            with self.subTest(comparator, direction=direction):
                self.assertEqual(expected, way_of(comparator, direction))

    def test_a_value_meets_a_goal_from_its_side(self) -> None:
        for comparator, direction, met, unmet in (
            ("at_least", "none", ("30", "30.1"), ("29.999999",)),
            ("more_than", "none", ("30.000001",), ("30", "29")),
            ("at_most", "none", ("30", "1"), ("31",)),
            ("less_than", "none", ("29",), ("30", "31")),
            ("eq", "none", ("30", "30.0"), ("29", "31")),
            ("eq", "up", ("30", "31"), ("29",)),
        ):
            asked = goal(comparator, direction=direction)
            with self.subTest(comparator, direction=direction):
                self.assertTrue(all(meets(asked, Decimal(one)) for one in met))
                self.assertFalse(any(meets(asked, Decimal(one)) for one in unmet))


class LineTests(TestCase):
    """The straight line from the first value to the goal, exact."""

    def test_it_begins_at_the_end_of_the_period_and_ends_with_the_due_period(
        self,
    ) -> None:
        asked, first = goal(value="30"), seen("2024", "13.17")
        line = [
            required_on(asked, first, date(year, 12, 31)) for year in (2023, 2024, 2030)
        ]
        self.assertEqual([Fraction("13.17"), Fraction("13.17"), 30], line)

    def test_it_is_even_by_days(self) -> None:
        asked, first = goal(value="30"), seen("2024", "13.17")
        found = required_on(asked, first, ON_2025_END)
        self.assertEqual(Fraction("13.17") + Fraction("16.83") * 365 / 2191, found)
        self.assertEqual(Decimal("15.97372"), to_decimal(found))

    def test_a_rank_is_to_fall(self) -> None:
        asked = goal("at_most", "50", direction="down")
        middle = required_on(asked, seen("2020", "86"), date(2025, 12, 31))
        self.assertTrue(50 < middle < 86)

    def test_a_first_value_better_than_the_goal_asks_for_no_more(self) -> None:
        asked = goal(value="30")
        self.assertEqual(30, required_on(asked, seen("2024", "40"), ON_2025_END))

    def test_the_pace_is_a_year_s(self) -> None:
        self.assertEqual(Fraction("2.805"), pace(goal(), seen("2024", "13.17")))
        self.assertEqual(Fraction(-6), pace(goal("at_most", "50"), seen("2024", "86")))
        self.assertIsNone(pace(goal(), seen("2030", "13")))

    def test_years_are_those_of_the_calendar(self) -> None:
        for start, end, expected in (
            ("2024-12-31", "2030-12-31", Fraction(6)),
            ("2024-02-29", "2025-02-28", Fraction(1)),
            ("2024-01-01", "2024-07-01", Fraction(182, 366)),
            ("2025-06-30", "2025-06-30", Fraction(0)),
            ("2025-06-30", "2024-06-30", Fraction(0)),
        ):
            with self.subTest(start, end=end):
                days = date.fromisoformat(start), date.fromisoformat(end)
                self.assertEqual(expected, years_between(*days))


class VerdictTests(TestCase):
    """What is said of a target on a day."""

    def test_a_value_counts_from_the_last_day_of_its_period(self) -> None:
        values = seen("2024", "10"), seen("2025", "31")
        self.assertEqual("no_data", status(goal(), "2025-12-30", *values))
        self.assertEqual("reached", status(goal(), "2025-12-31", *values))

    def test_a_first_value_alone_shows_no_course(self) -> None:
        self.assertEqual("no_data", status(goal(), "2025-06-01", seen("2024", "13")))

    def test_the_latest_value_is_compared_with_the_line_of_its_own_day(self) -> None:
        first = seen("2024", "0")
        for value, expected in (("5", "on_course"), ("4.9", "behind")):
            asked = goal(value="30", due="2030")
            for day in ("2025-12-31", "2026-11-30"):
                told = status(asked, day, first, seen("2025", value))
                with self.subTest(value, day=day):
                    self.assertEqual(expected, told)

    def test_statistics_say_that_the_digital_economy_is_behind(self) -> None:
        values = seen("2024", "13.17"), seen("2025", "14.02")
        self.assertEqual("behind", status(goal(), "2026-01-01", *values))

    def test_a_rank_that_falls_fast_enough_is_on_course(self) -> None:
        asked = goal("at_most", "50", direction="down")
        self.assertEqual(
            "on_course",
            status(asked, "2026-01-01", seen("2024", "86"), seen("2025", "79")),
        )
        self.assertEqual(
            "behind",
            status(asked, "2026-01-01", seen("2024", "86"), seen("2025", "90")),
        )

    def test_what_was_reached_and_is_lost_is_behind(self) -> None:
        values = seen("2024", "10"), seen("2025", "31"), seen("2026", "29")
        self.assertEqual("reached", status(goal(), "2026-01-01", *values))
        self.assertEqual("on_course", status(goal(), "2027-01-01", *values))
        held = seen("2024", "40"), seen("2025", "29")
        self.assertEqual("behind", status(goal(), "2026-01-01", *held))

    def test_a_value_of_the_due_period_decides_for_good(self) -> None:
        values = seen("2029", "10"), seen("2030", "29"), seen("2031", "35")
        for day in ("2031-01-01", "2032-06-01"):
            self.assertEqual("missed", status(goal(), day, *values))

    def test_past_the_due_day_an_older_value_tells_nothing(self) -> None:
        values = seen("2028", "10"), seen("2029", "29")
        self.assertEqual("on_course", status(goal(), "2030-12-31", *values))
        self.assertEqual("no_data", status(goal(), "2031-01-01", *values))

    def test_what_was_reached_in_time_stays_so(self) -> None:
        values = seen("2028", "31"), seen("2031", "20")
        self.assertEqual("reached", status(goal(), "2032-06-01", *values))

    def test_without_a_value_in_time_the_first_one_after_it_decides(self) -> None:
        week = goal("at_most", "7", "2025-02-26", "down")
        value = seen("2025-04-13", "53")
        self.assertEqual("no_data", status(week, "2025-04-12", value))
        self.assertEqual("missed", status(week, "2025-04-13", value))

    def test_values_that_cannot_be_compared_make_no_line(self) -> None:
        values = seen("2024", "10", ""), seen("2025", "11", "")
        self.assertEqual("no_data", status(goal(), "2026-01-01", *values))
        self.assertEqual("missed", status(goal(due="2025"), "2026-01-01", *values))


class SeriesTests(TestCase):
    """Values of different methods are kept apart."""

    def test_each_method_is_a_series_and_else_each_agency(self) -> None:
        values = (
            seen("2024", "13.17", "statistics"),
            seen("2024", "18.3", "estimate"),
            seen("2025", "14.02", "statistics", "office"),
            seen("2024", "1", "", "a"),
            seen("2025", "2", "", "b"),
            seen("2025", "3", ""),
        )
        found = {one.name: len(one.observed) for one in series_of(values)}
        expected = {"": 1, "agency:a": 1, "agency:b": 1}
        expected |= {"method:estimate": 1, "method:statistics": 2}
        self.assertEqual(expected, found)

    def test_the_one_that_tells_most_recently_leads(self) -> None:
        values = (
            seen("2024", "13", "old"),
            seen("2025", "25", "old"),
            seen("2024", "13", "new"),
            seen("2026", "14", "new"),
        )
        leading = [
            (one.series, one.status.value, one.starts_on, one.until)
            for one in progress_intervals(goal(), series_of(values))
            if one.leading and one.status != "no_data"
        ]
        after = date(2031, 1, 1)
        self.assertEqual(
            [
                ("method:new", "behind", date(2026, 12, 31), after),
                ("method:old", "on_course", ON_2025_END, date(2026, 12, 31)),
            ],
            leading,
        )

    def test_of_two_as_new_the_less_favourable_leads(self) -> None:
        values = [
            seen(year, value, method)
            for method, later in (("a", "29"), ("b", "14"))
            for year, value in (("2024", "13"), ("2025", later))
        ]
        (leader,) = (
            one.series
            for one in progress_intervals(goal(), series_of(values))
            if one.leading and one.starts_on == ON_2025_END
        )
        self.assertEqual("method:b", leader)

    def test_nothing_observed_is_one_series_of_no_data(self) -> None:
        (only,) = progress_intervals(goal(), [])
        self.assertEqual(("", "no_data", None), (only.series, only.status, only.until))
        self.assertTrue(only.leading)

    def test_the_end_of_the_calendar_is_no_fault(self) -> None:
        endless = goal(due="9999")
        series = Series("m", comparable=True, observed=(seen("2024", "1"),))
        self.assertIsNone(progress_intervals(endless, [series])[-1].until)
