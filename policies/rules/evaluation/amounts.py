"""Exact amounts: percentages of a base, and the one rounding rule.

Amounts of money and counts are whole; they are rounded half up, once, at the end.
Other quantities keep six decimal places.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation, Overflow
from fractions import Fraction

from policies.choices import Unit

EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, Overflow])
ROUNDING = Context(prec=200, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
PLACES = 6
RULE = "half_up"
WHOLE = frozenset(
    {Unit.VND, Unit.USD, Unit.COUNT, Unit.RANK, Unit.YEARS, Unit.MONTHS, Unit.DAYS}
)


def places_of(unit: Unit) -> int:
    """Give the decimal places of quantities of a unit: none for money and counts."""
    return 0 if unit in WHOLE else PLACES


def percent_of(percent: Decimal, base: Decimal) -> Decimal:
    """Give a percentage of a base without any rounding."""
    return EXACT.multiply(percent, base).scaleb(-2, EXACT)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts without any rounding; 0 for none."""
    result = Decimal(0)
    for amount in amounts:
        result = EXACT.add(result, amount)
    return result


def rounded(value: Decimal, unit: Unit) -> Decimal:
    """Round an exact amount half up to the places of its unit."""
    return value.quantize(Decimal(1).scaleb(-places_of(unit)), context=ROUNDING)


def part_in_percent(part: Decimal, whole: Decimal) -> Fraction:
    """Give what percentage of a whole a part is, exactly.

    Raises:
        ZeroDivisionError: the whole is 0.

    """
    return Fraction(part) / Fraction(whole) * 100


def shown(value: Fraction) -> Decimal:
    """Write an exact fraction as a decimal, rounded half up to six places."""
    millionths = (abs(value) * 2 * 10**PLACES + 1) // 2
    sign = -1 if value < 0 else 1
    return (Decimal(sign * int(millionths))).scaleb(-PLACES).normalize()


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and superfluous zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
