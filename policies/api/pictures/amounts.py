"""Amounts and days as people read them in a picture."""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from policies.api.evaluated import grouped
from policies.choices import Unit
from policies.common.fields import DatePrecision

MONEY = frozenset({Unit.VND, Unit.USD})
HUNDREDTH = Decimal("0.01")


def amount(value: Decimal, unit: str) -> str:
    """Write an amount with its unit, large ones in millions and more."""
    if unit == Unit.PERCENT:
        return f"{_number(value)}%"
    scaled, large = _scaled(abs(value))
    number = _number(scaled.copy_sign(value)) + (f" {large}" if large else "")
    return f"{number} {unit.upper()}" if unit in MONEY else number


def _number(value: Decimal) -> str:
    """Write a number with two decimals at most."""
    short = value.quantize(HUNDREDTH, ROUND_HALF_EVEN) if abs(value) < 10**15 else value
    return grouped(short, "en" if get_language() == "en" else "vi")


def _scaled(value: Decimal) -> tuple[Decimal, str]:
    for size, large in (
        (12, _("nghìn tỷ")),
        (9, _("tỷ")),
        (6, _("triệu")),
    ):
        if value >= 10**size:
            return value.scaleb(-size), large
    return value, ""


def period(first: date, precision: str) -> str:
    """Write a period no more exactly than it is known."""
    if precision == DatePrecision.YEAR:
        return str(first.year)
    if precision == DatePrecision.QUARTER:
        return f"Q{(first.month + 2) // 3}/{first.year}"
    english = get_language() == "en"
    if precision == DatePrecision.MONTH:
        return f"{first:%Y-%m}" if english else f"{first:%m/%Y}"
    return f"{first:%Y-%m-%d}" if english else f"{first:%d/%m/%Y}"
