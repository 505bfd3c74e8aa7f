"""Filter by a percentage, of whatever base."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models

from policies.choices import Unit
from policies.common.filters import LOOKUPS, Quantity, RefusedValueError, Schema


class Percent(Quantity):
    """A percentage written ``15`` or ``15%``; only quantities in percent are kept.

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
        """Compare the value of the rows in percent."""
        return super().apply(queryset.filter(unit=Unit.PERCENT), values)

    def value_schema(self) -> Schema:
        """Give the form of a percentage."""
        return {"type": "string", "pattern": self.pattern}

    def description(self) -> str:
        """Words of the parameter, with what is kept and refused."""
        return (
            f"{super().description()}; only terms in percent, of any base; 15 and 15% "
            "are the same, and 0.15 is refused"
        )
