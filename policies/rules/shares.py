"""Shares of one whole, in percent, and the exact splitting of an amount by them.

A revenue split of 30% for the authors and 70% for the organisation must total exactly
100%, and what it makes of an amount must add up to that amount to the last dong.
"""

from collections.abc import Sequence
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from enum import StrEnum

WHOLE = Decimal(100)

# Far beyond any budget; past it arithmetic raises rather than loses a digit.
_EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero])
_ROUNDING = Context(prec=200, rounding=ROUND_HALF_UP, traps=[InvalidOperation])


class SharesProblem(StrEnum):
    """Why shares are not the parts of one whole; codes are stable."""

    UNDER = "under"
    OVER = "over"


class PercentProblem(StrEnum):
    """Why a number is not a share in percent; codes are stable."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    OVER_100 = "over_100"


def exact_total(shares: Sequence[Decimal]) -> Decimal:
    """Return the sum of the shares without any rounding; 0 for none.

    Raises:
        ArithmeticError: a share is no finite number, or the sum exceeds 200 digits.

    """
    total = Decimal(0)
    for share in shares:
        total = _EXACT.add(total, share)
    if not total.is_finite():
        message = "Shares must be finite numbers."
        raise ArithmeticError(message)
    return total


def shares_problem(shares: Sequence[Decimal]) -> SharesProblem | None:
    """Return how far the shares miss exactly 100 percent, or None where they do not.

    Raises:
        ArithmeticError: as ``exact_total``.

    """
    total = exact_total(shares)
    if total == WHOLE:
        return None
    return SharesProblem.UNDER if total < WHOLE else SharesProblem.OVER


def percent_problem(value: Decimal) -> PercentProblem | None:
    """Return why a number is no share in percent, or None for one from 0 to 100."""
    if not value.is_finite():
        return PercentProblem.NOT_A_NUMBER
    if value < 0:
        return PercentProblem.NEGATIVE
    return PercentProblem.OVER_100 if value > WHOLE else None


def split(
    amount: int | Decimal, shares: Sequence[Decimal], *, scale: int = 0
) -> list[Decimal]:
    """Split an amount into parts that add up to it exactly.

    ``shares`` are percentages that total 100; ``scale`` is the number of decimal places
    of a part (0: whole dong). Each part but the last is its exact share rounded half
    up, never more than is left; the last part gets what remains, and with it the
    remainder of the rounding. 1,234,567,891 at 30 and 70 gives 370,370,367 and
    864,197,524.

    Raises:
        ValueError: the amount is negative, not finite or finer than the scale; the
            scale is negative; a share is no percentage; the shares do not total 100.
        ArithmeticError: the amount or a share has too many digits to stay exact.

    """
    unit = Decimal(1).scaleb(-scale)
    whole = _checked_amount(Decimal(amount), unit, scale)
    _refuse_shares(shares)
    left = whole
    parts = []
    for share in shares[:-1]:
        exact = _EXACT.multiply(whole, share.copy_abs()).scaleb(-2, _EXACT)
        part = min(exact.quantize(unit, ROUND_HALF_UP, _ROUNDING), left)
        parts.append(part)
        left = _EXACT.subtract(left, part)
    return [*parts, left]


def _checked_amount(amount: Decimal, unit: Decimal, scale: int) -> Decimal:
    """Return the amount written with the places of the unit."""
    if scale < 0:
        message = "The scale of a split is 0 or more decimal places."
        raise ValueError(message)
    if not amount.is_finite() or amount < 0:
        message = "Only an amount of 0 or more can be split."
        raise ValueError(message)
    whole = amount.quantize(unit, ROUND_HALF_UP, _ROUNDING)
    if whole != amount:
        message = f"The amount is finer than the {scale} decimal places of its parts."
        raise ValueError(message)
    return whole.copy_abs()


def _refuse_shares(shares: Sequence[Decimal]) -> None:
    if any(percent_problem(share) for share in shares):
        message = "Every share must be a percentage from 0 to 100."
        raise ValueError(message)
    if shares_problem(shares):
        message = "The shares of a split must total exactly 100 percent."
        raise ValueError(message)
