"""What every declared filter is: a name, its suffixes, strict values."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any, ClassVar

import django_filters
from django.db import models
from django.db.models import Q

MOST_VALUES = 100
LOOKUPS = ("gt", "gte", "lt", "lte")
WORDING = {
    "": "equal to",
    "n": "not equal to",
    "gt": "after or above",
    "gte": "at or above, on or after",
    "lt": "before or below",
    "lte": "at or below, on or before",
    "isnull": "unknown (true) or known (false)",
}
Schema = dict[str, Any]


class RefusedValueError(ValueError):
    """A value a filter cannot take, with the values or form it allows."""

    def __init__(self, message: str, allowed: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.allowed = allowed


class Declared(django_filters.Filter):  # type: ignore[misc] # untyped library
    """One declared filter; ``suffix`` is "" for the plain name.

    Args:
        column: lookup path in the ORM; the filter's own name by default.
        label: what the field is, for the OpenAPI description.

    """

    suffixes: ClassVar[tuple[str, ...]] = ("n",)
    several = True
    counted = ""  # ORM path whose values a facet counts, if it is not the column

    def __init__(self, column: str = "", *, label: str = "") -> None:
        super().__init__(field_name=column or None, label=label or None)
        self.suffix = ""
        self.words = label

    def named(self, name: str) -> Iterable[tuple[str, "Declared"]]:
        """Give this filter under its plain name and under each suffix."""
        for suffix in ("", *self.suffixes):
            made = copy(self)
            made.suffix = suffix
            made.field_name = self.field_name or name
            made.words = self.words or name.replace("_", " ")
            yield (f"{name}__{suffix}" if suffix else name), made

    @property
    def takes_several(self) -> bool:
        """Whether the parameter may be repeated; the values are then alternatives."""
        return self.several and self.suffix in {"", "n"}

    def parse(self, text: str) -> Any:
        """Read one value, or raise ``RefusedValueError``."""
        raise NotImplementedError

    def read(self, text: str) -> Any:
        """Read one value of this suffix, or raise ``RefusedValueError``."""
        return parse_flag(text) if self.suffix == "isnull" else self.parse(text)

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Narrow the rows to those the values ask for."""
        column = self.field_name
        if self.suffix in {"", "n"}:
            condition = Q(**{f"{column}__in": values})
        else:
            condition = Q(**{f"{column}__{self.suffix}": values[0]})
        return queryset.filter(~condition if self.suffix == "n" else condition)

    def value_schema(self) -> Schema:
        """OpenAPI schema of one value."""
        return {"type": "string", "minLength": 1}

    def schema(self) -> Schema:
        """OpenAPI schema of the parameter."""
        if self.suffix == "isnull":
            return {"type": "boolean"}
        one = self.value_schema()
        if self.takes_several:
            items = {"minItems": 1, "maxItems": MOST_VALUES}
            return {"type": "array", "items": one, **items}
        return one

    def description(self) -> str:
        """Words of the parameter for the OpenAPI document."""
        text = f"{self.words}: {WORDING[self.suffix]}"
        return f"{text}; may be repeated" if self.takes_several else text


def parse_flag(text: str) -> bool:
    """Read ``true`` or ``false``."""
    if text not in {"true", "false"}:
        raise RefusedValueError("must be true or false", ("true", "false"))
    return text == "true"
