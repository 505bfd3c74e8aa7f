"""Boxes and columns of the admin: days, quantities, texts."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from django.test import SimpleTestCase
from django.utils import translation

from policies.common.admin.columns import (
    day_column,
    time_column,
    written_day,
    written_quantity,
)
from policies.common.admin.fields import (
    DayField,
    DayWidget,
    PlainTextField,
    QuantityField,
    plain,
    text_widget,
)
from policies.models import ApiToken, Task


class DayTests(SimpleTestCase):
    def test_a_day_is_read_day_first_in_every_language(self) -> None:
        for language in ("vi", "en"):
            with translation.override(language):
                for text in ("03/04/2025", "3-4-2025", "03.04.2025", "2025-04-03"):
                    self.assertEqual(DayField().clean(text), date(2025, 4, 3))

    def test_a_month_first_day_is_refused_rather_than_turned_round(self) -> None:
        with self.assertRaises(ValidationError):
            DayField().clean("04/13/2025")

    def test_a_day_is_shown_as_it_is_written(self) -> None:
        html = DayWidget().render("day", date(2024, 12, 22))
        self.assertIn('value="22/12/2024"', html)

    def test_a_day_is_no_more_exact_than_known(self) -> None:
        day = date(2025, 10, 1)
        with translation.override("vi"):
            expected = {
                "day": "01/10/2025",
                "month": "10/2025",
                "quarter": "quý 4/2025",
                "year": "2025",
            }
            for precision, text in expected.items():
                self.assertEqual(written_day(day, precision), text)
        self.assertEqual(written_day(None), "")

    def test_a_column_reads_the_day_with_its_precision(self) -> None:
        column = day_column(Task, "due_on", "due_precision")
        row = SimpleNamespace(due_on=date(2030, 1, 1), due_precision="year")
        self.assertEqual(column(row), "2030")


class TimeTests(SimpleTestCase):
    def test_a_time_is_shown_in_one_line_as_in_viet_nam(self) -> None:
        time = datetime(2027, 11, 22, 17, 30, tzinfo=UTC)
        column = time_column(ApiToken, "expiry")
        for language in ("vi", "en"):
            with translation.override(language):
                self.assertEqual("23/11/2027 00:30", column(ApiToken(expiry=time)))
        self.assertEqual("", column(ApiToken()))


class QuantityTests(SimpleTestCase):
    def test_padding_is_left_out_and_nothing_else(self) -> None:
        cases = {
            "30.000000": "30",
            "0.500000": "0.5",
            "2500000": "2500000",
            "1E+3": "1000",
        }
        for stored, shown in cases.items():
            self.assertEqual(plain(Decimal(stored)), shown)
        self.assertEqual(QuantityField().prepare_value(Decimal("30.000000")), "30")
        self.assertEqual(QuantityField().prepare_value("3x"), "3x")

    def test_a_column_groups_digits_as_in_the_language(self) -> None:
        with translation.override("vi"):
            self.assertEqual(written_quantity(Decimal("2500000.5")), "2.500.000,5")
        self.assertEqual(written_quantity(None), "")


class TextTests(SimpleTestCase):
    def test_line_ends_are_those_of_the_database(self) -> None:
        self.assertEqual(PlainTextField().clean("một\r\nhai"), "một\nhai")

    def test_a_box_fits_its_text(self) -> None:
        self.assertEqual(text_widget(200, narrow=False).attrs["class"], "vTextField")
        self.assertEqual(text_widget(1000, narrow=False).attrs["rows"], 2)
        self.assertEqual(text_widget(5000, narrow=False).attrs["rows"], 4)
        self.assertEqual(text_widget(20000, narrow=False).attrs["rows"], 8)
        self.assertEqual(text_widget(5000, narrow=True).attrs["rows"], 2)
