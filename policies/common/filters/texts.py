"""Filters by codes, short texts and document numbers."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from policies.common.codes import CodeList
from policies.common.filters.declared import (
    Declared,
    RefusedValueError,
    Schema,
)
from policies.common.text import ascii_key


class Code(Declared):
    """A code of a code list."""

    def __init__(
        self, choices: type[CodeList], column: str = "", *, label: str = ""
    ) -> None:
        super().__init__(column, label=label)
        self.choices = choices

    def parse(self, text: str) -> str:
        """Read a code."""
        if text not in self.choices.values:
            raise RefusedValueError(
                f"«{text}» is not one of the codes", self.choices.values
            )
        return text

    def value_schema(self) -> Schema:
        """Refer to the named enum."""
        return {
            "type": "string",
            "enum": list(self.choices.values),
            "x-enum": self.choices.__name__,
        }


def _is_blank(column: str, *, blank: bool) -> Q:
    """Condition that a text column is not given; it then holds the empty string."""
    condition = Q(**{column: ""})
    return condition if blank else ~condition


class OpenCode(Code):
    """A code that may be left open."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", "isnull")

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Compare codes; an open one is stored as the empty string."""
        if self.suffix == "isnull":
            return queryset.filter(_is_blank(str(self.field_name), blank=values[0]))
        return super().apply(queryset, values)


class Word(Declared):
    """A short exact text such as a label or a code."""

    limit = 200
    pattern = r"\S"
    suffixes: ClassVar[tuple[str, ...]] = ("n", "isnull")

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Compare whole texts; one not given is stored as the empty string."""
        if self.suffix == "isnull":
            return queryset.filter(_is_blank(str(self.field_name), blank=values[0]))
        return super().apply(queryset, values)

    def parse(self, text: str) -> str:
        """Read a short text."""
        if len(text) > self.limit:
            raise RefusedValueError(f"must have at most {self.limit} characters")
        return text

    def value_schema(self) -> Schema:
        """Give the length limits, and that blanks alone are no text."""
        return {"type": "string", "pattern": self.pattern, "maxLength": self.limit}


class Number(Word):
    """A document number in any spelling: compared without accents and signs."""

    limit = 80
    pattern = "[0-9]"

    def parse(self, text: str) -> str:
        """Fold a number to its key."""
        key = ascii_key(super().parse(text))
        if not re.search(self.pattern, key):
            raise RefusedValueError("must be a document number such as 57-NQ/TW")
        return key


class Given(Declared):
    """Whether a free text is given; its words are found by ``q``."""

    suffixes: ClassVar[tuple[str, ...]] = ("isnull",)

    def named(self, name: str) -> Iterable[tuple[str, "Declared"]]:
        """Give only the suffix; there is no equality on free text."""
        return [item for item in super().named(name) if item[1].suffix]

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Ask whether the text is given; the column holds "" if it is not."""
        return queryset.filter(_is_blank(str(self.field_name), blank=values[0]))
