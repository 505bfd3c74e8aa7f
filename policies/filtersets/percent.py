"""Filter by a percentage, of whatever base."""

import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, ClassVar

from django.db import models

from policies.choices import Unit
from policies.common.filters import LOOKUPS, Quantity, RefusedValueError, Schema

PLACES = Decimal("0.000001")  # of a quantity
ROUNDED = {"gte": ROUND_CEILING, "lt": ROUND_CEILING}


class Percent(Quantity):
    """A percentage written ``15`` or ``15%``: it finds 15 percent and the ratio 0.15.

    A bare value between 0 and 1 is refused, as ``0.15`` may mean 15% to whoever
    writes it; with its sign, ``0.15%``, it says what it means.
    """

    suffixes: ClassVar[tuple[str, ...]] = LOOKUPS
    pattern = (
        r"^([1-9][0-9]{0,17}(\.[0-9]{1,6})?|0(\.0{1,6})?|[0-9]{1,18}(\.[0-9]{1,6})?%)$"
    )

    def parse(self, text: str) -> Decimal:
        """Read a percentage."""
        if re.fullmatch(r"0\.[0-9]{1,6}", text, re.ASCII) and Decimal(text):
            raise RefusedValueError(
                f"must be in percent: write {Decimal(text) * 100:f}, or {text}% if "
                "less than one percent is meant"
            )
        if not re.fullmatch(self.pattern, text, re.ASCII):
            raise RefusedValueError("must be a percentage such as 15, 15% or 0.5%")
        return Decimal(text.removesuffix("%"))

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Compare the value of the rows in percent, and of those that are ratios.

        A ratio has six decimal places: what lies between two of them is compared
        with the one that answers the question.
        """
        percents = super().apply(queryset.filter(unit=Unit.PERCENT), values)
        exact = [Decimal(value).scaleb(-2) for value in values]
        mode = ROUNDED.get(self.suffix, ROUND_FLOOR)
        near = [value.quantize(PLACES, mode) for value in exact]
        ratios = queryset.filter(unit=Unit.RATIO)
        if not self.suffix:
            near = [one for one, meant in zip(near, exact, strict=True) if one == meant]
        return percents | super().apply(ratios, near)

    def value_schema(self) -> Schema:
        """Give the form of a percentage."""
        return {"type": "string", "pattern": self.pattern}

    def description(self) -> str:
        """Words of the parameter, with what is kept and refused."""
        return (
            f"{super().description()}; only terms in percent or as a ratio, of any "
            "base; 15 and 15% are the same, and a bare 0.15 is refused"
        )
