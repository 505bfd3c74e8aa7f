"""Filters by a period: a year, a quarter or a month."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from policies.common.dates import last_day, parse_partial
from policies.common.filters.declared import Declared, RefusedValueError, Schema

Span = tuple[date, date]


class InPeriod(Declared):
    """A period written YYYY, YYYY-Qn or YYYY-MM, read as a half-open interval.

    Args:
        condition: what must hold between its first day and the first day after it.
        label: the question, for the OpenAPI description.

    """

    suffixes: ClassVar[tuple[str, ...]] = ()
    pattern = "^[12][0-9]{3}(-Q[1-4]|-(0[1-9]|1[0-2]))?$"

    def __init__(self, condition: Callable[[date, date], Q], *, label: str) -> None:
        super().__init__(label=label)
        self.condition = condition

    def parse(self, text: str) -> Span:
        """Read a period."""
        if not re.fullmatch(self.pattern, text, re.ASCII):
            raise RefusedValueError("must be a period written YYYY, YYYY-Qn or YYYY-MM")
        start, precision = parse_partial(text)
        return start, last_day(start, precision) + timedelta(days=1)

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the rows of any of the periods."""
        condition = Q()
        for start, until in values:
            condition |= self.condition(start, until)
        return queryset.filter(condition)

    def value_schema(self) -> Schema:
        """Give the form of a period."""
        return {"type": "string", "pattern": self.pattern}

    def description(self) -> str:
        """Words of the question."""
        return f"{self.words}; YYYY, YYYY-Qn or YYYY-MM; may be repeated"
