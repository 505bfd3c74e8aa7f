"""Form fields and widgets of the admin for days, quantities and texts."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AdminDateWidget,
    AdminTextareaWidget,
    AdminTextInputWidget,
)
from django.utils.translation import gettext_lazy as _

DAY_FORMAT = "%d/%m/%Y"
DAY_INPUTS = (DAY_FORMAT, "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")

ONE_LINE = 300
TWO_LINES = 1000
LONG = 5000


class DayWidget(AdminDateWidget):
    """A day as it is written in Viet Nam: 22/12/2024."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        shown = {"placeholder": _("nn/tt/nnnn"), **(attrs or {})}
        super().__init__(attrs=shown, format=DAY_FORMAT)


class DayField(forms.DateField):
    """A day, written day first in every interface language.

    Django would read 03/04/2025 month first.
    """

    widget = DayWidget

    def __init__(self, **options: Any) -> None:
        options["input_formats"] = DAY_INPUTS
        super().__init__(**options)


class QuantityField(forms.DecimalField):
    """A decimal shown without the zeros that the column pads it with."""

    def prepare_value(self, value: Any) -> Any:
        """Show 30, not 30.000000."""
        return plain(value) if isinstance(value, Decimal) else value


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without padding zeros."""
    return format(value.normalize(), "f")


class PlainTextField(forms.CharField):
    """Text with one kind of line end, whatever the browser sends."""

    def to_python(self, value: Any) -> Any:
        """Turn the line ends of the form encoding into those of the database."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


def text_widget(length: int | None, *, narrow: bool) -> forms.Widget:
    """Choose a box that fits a text of at most this length.

    ``narrow``: for a cell of a table of rows.
    """
    length = length or LONG
    if length <= ONE_LINE:
        return AdminTextInputWidget(attrs={"size": 24} if narrow else {})
    if narrow:
        return AdminTextareaWidget(attrs={"rows": 2, "cols": 28})
    rows = 2 if length <= TWO_LINES else 4 if length <= LONG else 8
    return AdminTextareaWidget(attrs={"rows": rows})
