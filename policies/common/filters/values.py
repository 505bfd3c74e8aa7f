"""Filters by days, numbers, quantities and flags."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from policies.common.filters.declared import (
    LOOKUPS,
    Declared,
    RefusedValueError,
    Schema,
    parse_flag,
)


class Day(Declared):
    """A calendar day, ISO 8601."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", *LOOKUPS, "isnull")

    def parse(self, text: str) -> date:
        """Read a day written YYYY-MM-DD."""
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise RefusedValueError("must be a day written YYYY-MM-DD")
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise RefusedValueError(f"«{text}» is not a day of the calendar") from error

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Compare the column that orders by this day, if there is one: it is indexed.

        An unknown day stands there as the last of all, and is left out.
        """
        order = f"{self.field_name}_order"
        columns = {field.name for field in queryset.model._meta.concrete_fields}
        if self.suffix in {"n", "isnull"} or order not in columns:
            return super().apply(queryset, values)
        lookup, value = (self.suffix, values[0]) if self.suffix else ("in", values)
        known = {f"{self.field_name}__isnull": False}
        return queryset.filter(**{f"{order}__{lookup}": value}, **known)

    def value_schema(self) -> Schema:
        """Say that it is a date."""
        return {"type": "string", "format": "date"}


class KnownDay(Day):
    """A day that is always known."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", *LOOKUPS)


class Whole(Declared):
    """A whole number."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", *LOOKUPS, "isnull")
    least, most = 0, 2_147_483_647

    def parse(self, text: str) -> int:
        """Read a whole number within the column's bounds."""
        if not re.fullmatch(r"-?\d{1,19}", text, re.ASCII):
            raise RefusedValueError("must be a whole number")
        if not self.least <= int(text) <= self.most:
            raise RefusedValueError(f"must lie between {self.least} and {self.most}")
        return int(text)

    def value_schema(self) -> Schema:
        """Say that it is an integer, with its bounds."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Year(Whole):
    """A calendar year."""


class Quantity(Declared):
    """An exact decimal."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", *LOOKUPS, "isnull")

    def parse(self, text: str) -> Decimal:
        """Read a decimal of at most 18 digits before and 6 after the point."""
        if not re.fullmatch(r"-?\d{1,18}(\.\d{1,6})?", text, re.ASCII):
            raise RefusedValueError("must be a decimal such as 15 or 0.5")
        try:
            return Decimal(text)
        except InvalidOperation as error:
            raise RefusedValueError("must be a decimal such as 15 or 0.5") from error

    def value_schema(self) -> Schema:
        """Say that it is a decimal, as an exact string."""
        return {
            "type": "string",
            "format": "decimal",
            "pattern": r"^-?\d{1,18}(\.\d{1,6})?$",
        }


class Flag(Declared):
    """True or false."""

    suffixes: ClassVar[tuple[str, ...]] = ()
    several = False

    def parse(self, text: str) -> bool:
        """Read true or false."""
        return parse_flag(text)

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Compare the column with the flag."""
        return queryset.filter(**{str(self.field_name): values[0]})

    def value_schema(self) -> Schema:
        """Say that it is true or false."""
        return {"type": "boolean"}


class OnDay(Day):
    """A question about one day, answered by a condition of the register's own."""

    suffixes: ClassVar[tuple[str, ...]] = ()
    several = False

    def __init__(self, condition: Callable[[date], Q], *, label: str) -> None:
        super().__init__(label=label)
        self.condition = condition

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the rows for which the answer is yes."""
        return queryset.filter(self.condition(values[0]))

    def description(self) -> str:
        """Words of the question."""
        return self.words


class Moment(Day):
    """A time of the register, compared by instants with offset."""

    suffixes = LOOKUPS
    several = False

    def parse(self, text: str) -> Any:
        """Read an RFC 3339 time with its offset."""
        field = models.DateTimeField()
        if not re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)",
            text,
            re.ASCII,
        ):
            raise RefusedValueError(
                "must be a time such as 2025-06-12T00:00:00Z or, with the sign + as an "
                "address writes it, 2025-06-12T07:00:00%2B07:00"
            )
        try:
            return field.to_python(text).astimezone(UTC)
        except (ValidationError, OverflowError) as error:
            raise RefusedValueError(f"«{text}» is not a time") from error

    def value_schema(self) -> Schema:
        """Say that it is a time."""
        return {"type": "string", "format": "date-time"}
