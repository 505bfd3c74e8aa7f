"""Dates that are known to the day, the month, the quarter or the year."""

from datetime import date, timedelta
from unittest import TestCase

from hypothesis import example, given
from hypothesis import strategies as st

from policies.common.dates import (
    Precision,
    aligned,
    contains,
    first_day,
    format_partial,
    is_overdue,
    last_day,
    parse_partial,
)

days = st.dates()
precisions = st.sampled_from(Precision)


class PeriodTests(TestCase):
    """The period a stored date stands for."""

    def test_first_and_last_day(self) -> None:
        for written, precision, first, last in (
            ("2025-05-17", Precision.DAY, "2025-05-17", "2025-05-17"),
            ("2025-05-17", Precision.MONTH, "2025-05-01", "2025-05-31"),
            ("2024-02-10", Precision.MONTH, "2024-02-01", "2024-02-29"),
            ("2025-03-31", Precision.QUARTER, "2025-01-01", "2025-03-31"),
            ("2025-04-01", Precision.QUARTER, "2025-04-01", "2025-06-30"),
            ("2025-12-31", Precision.QUARTER, "2025-10-01", "2025-12-31"),
            ("2025-05-17", Precision.YEAR, "2025-01-01", "2025-12-31"),
            ("9999-12-31", Precision.YEAR, "9999-01-01", "9999-12-31"),
        ):
            with self.subTest(written=written, precision=precision):
                day = date.fromisoformat(written)
                self.assertEqual(first_day(day, precision).isoformat(), first)
                self.assertEqual(last_day(day, precision).isoformat(), last)

    @given(days, precisions)
    def test_the_period_holds_its_days_and_no_others(
        self, day: date, precision: Precision
    ) -> None:
        first, last = first_day(day, precision), last_day(day, precision)
        self.assertTrue(first <= day <= last)
        for inside in (first, last):
            self.assertEqual(first_day(inside, precision), first)
            self.assertEqual(last_day(inside, precision), last)
        if first > date.min:
            self.assertLess(last_day(first - timedelta(1), precision), first)
        if last < date.max:
            self.assertGreater(first_day(last + timedelta(1), precision), last)

    def test_only_the_first_day_of_a_period_is_aligned(self) -> None:
        for written, precision, expected in (
            ("2025-05-17", Precision.DAY, True),
            ("2025-05-01", Precision.MONTH, True),
            ("2025-05-02", Precision.MONTH, False),
            ("2025-04-01", Precision.QUARTER, True),
            ("2025-05-01", Precision.QUARTER, False),
            ("2025-01-01", Precision.YEAR, True),
            ("2025-12-31", Precision.YEAR, False),
        ):
            with self.subTest(written=written, precision=precision):
                self.assertIs(aligned(date.fromisoformat(written), precision), expected)


class WrittenDateTests(TestCase):
    """Reading and writing dates no more exactly than they are known."""

    def test_each_precision_has_its_form(self) -> None:
        for text, day, precision in (
            ("2025", "2025-01-01", Precision.YEAR),
            ("2025-Q1", "2025-01-01", Precision.QUARTER),
            ("2025-Q4", "2025-10-01", Precision.QUARTER),
            ("2025-06", "2025-06-01", Precision.MONTH),
            ("2025-06-12", "2025-06-12", Precision.DAY),
            ("2024-02-29", "2024-02-29", Precision.DAY),
        ):
            with self.subTest(text=text):
                self.assertEqual(
                    parse_partial(text), (date.fromisoformat(day), precision)
                )

    @given(days, precisions)
    @example(date.min, Precision.DAY)
    def test_what_is_written_reads_back(self, day: date, precision: Precision) -> None:
        text = format_partial(day, precision)
        self.assertEqual(parse_partial(text), (first_day(day, precision), precision))

    def test_other_forms_are_refused_with_the_forms_allowed(self) -> None:
        for text in (
            "",
            "25",
            "12/06/2025",
            "2025-6",
            "2025-06-1",
            "2025-q1",
            "2025Q1",
            " 2025",
            "2025\n",
            "2025-Q1-01",
            "20250612",
            "\u0662\u0660\u0662\u0665",
            "2025-06-12T00:00",
        ):
            with (
                self.subTest(text=text),
                self.assertRaisesRegex(ValueError, "write YYYY, YYYY-Qn"),
            ):
                parse_partial(text)

    def test_days_outside_the_calendar_are_refused(self) -> None:
        for text in (
            "0000",
            "2025-00",
            "2025-13",
            "2025-Q0",
            "2025-Q5",
            "2025-02-29",
            "2025-06-31",
            "2025-06-00",
        ):
            with (
                self.subTest(text=text),
                self.assertRaisesRegex(ValueError, f"{text}.*no such"),
            ):
                parse_partial(text)


class OverdueTests(TestCase):
    """When something due counts as late."""

    def test_late_only_after_the_whole_period(self) -> None:
        for due, precision, last_in_time in (
            ("2025-06-12", Precision.DAY, "2025-06-12"),
            ("2025-06-01", Precision.MONTH, "2025-06-30"),
            ("2025-01-01", Precision.QUARTER, "2025-03-31"),
            ("2025-01-01", Precision.YEAR, "2025-12-31"),
        ):
            with self.subTest(due=due, precision=precision):
                day, on = date.fromisoformat(due), date.fromisoformat(last_in_time)
                self.assertFalse(is_overdue(day, precision, on))
                self.assertTrue(is_overdue(day, precision, on + timedelta(1)))


class IntervalTests(TestCase):
    """Half-open intervals: the first day in, the last day out."""

    def test_the_start_belongs_and_the_until_does_not(self) -> None:
        start, until = date(2025, 7, 1), date(2025, 10, 1)
        for day, expected in (
            (date(2025, 6, 30), False),
            (start, True),
            (date(2025, 9, 30), True),
            (until, False),
        ):
            with self.subTest(day=day):
                self.assertIs(contains(start, until, day), expected)

    @given(days, days)
    def test_an_open_side_has_no_bound(self, bound: date, day: date) -> None:
        self.assertTrue(contains(None, None, day))
        self.assertIs(contains(bound, None, day), day >= bound)
        self.assertIs(contains(None, bound, day), day < bound)

    @given(days, days)
    def test_an_interval_that_ends_as_it_starts_holds_no_day(
        self, bound: date, day: date
    ) -> None:
        self.assertFalse(contains(bound, bound, day))
