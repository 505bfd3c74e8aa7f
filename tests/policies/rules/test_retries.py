"""When a delivery that failed is tried again."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from policies.rules.retries import DELAYS, JITTER, LONGEST_WAIT, asked_delay, delay

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class DelayTests(SimpleTestCase):
    def test_waits_grow_as_the_standard_recommends_and_the_last_repeats(self) -> None:
        hours = [delay(count, 0).total_seconds() / 3600 for count in range(3, 9)]
        self.assertEqual(delay(1, 0), timedelta(seconds=5))
        self.assertEqual(delay(2, 0), timedelta(minutes=5))
        self.assertEqual(hours, [0.5, 2, 5, 10, 10, 10])

    @given(st.integers(1, 1000), st.floats(0, 1))
    def test_chance_only_lengthens_a_wait_and_by_a_fifth_at_most(
        self, failures: int, roll: float
    ) -> None:
        plain = delay(failures, 0)
        self.assertIn(plain, DELAYS)
        self.assertLessEqual(plain, delay(failures, roll))
        self.assertLessEqual(delay(failures, roll), plain * (1 + JITTER))


class AskedDelayTests(SimpleTestCase):
    def test_seconds_and_dates_are_read(self) -> None:
        self.assertEqual(asked_delay("120", NOW), timedelta(seconds=120))
        later = format_datetime(NOW + timedelta(minutes=7), usegmt=True)
        self.assertEqual(asked_delay(later, NOW), timedelta(minutes=7))

    def test_a_wait_is_neither_nothing_nor_longer_than_a_day(self) -> None:
        past = format_datetime(NOW - timedelta(days=7), usegmt=True)
        for text in ("0", past):
            self.assertEqual(asked_delay(text, NOW), DELAYS[0])
        self.assertEqual(asked_delay("999999999", NOW), LONGEST_WAIT)

    def test_what_is_neither_is_not_followed(self) -> None:
        for text in ("soon", "-5", "1.5", "٣", "9" * 40, "Fri, 99 Foo 2026"):
            with self.subTest(text):
                self.assertIsNone(asked_delay(text, NOW))

    @given(st.text())
    def test_any_text_gives_a_bounded_wait_or_none(self, text: str) -> None:
        wait = asked_delay(text, NOW)
        if wait is not None:
            self.assertTrue(DELAYS[0] <= wait <= LONGEST_WAIT)
