"""Filters by a related record or the record's own public id."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from policies.common.filters.declared import (
    Declared,
    RefusedValueError,
    Schema,
)
from policies.common.validators import SLUG_PATTERN


class Slug(Declared):
    """The public id of a record, or of a related one (``issuer__slug``)."""

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Compare foreign keys with ids, so that the database knows how rare they are.

        It costs one query more; by public id it would plan for the average.
        """
        name = str(self.field_name).removesuffix("__slug")
        keys = {
            field.name: field.related_model._meta.concrete_model
            for field in queryset.model._meta.concrete_fields
            if field.many_to_one
        }
        if name not in keys:
            return super().apply(queryset, values)
        related = keys[name]._default_manager.filter(slug__in=values)
        condition = Q(**{f"{name}__in": list(related.values_list("pk", flat=True))})
        return queryset.filter(~condition if self.suffix == "n" else condition)

    def parse(self, text: str) -> str:
        """Read a public id."""
        if not re.fullmatch(SLUG_PATTERN, text) or len(text) > 200:
            raise RefusedValueError(
                "must be a public id: lower case letters, digits, hyphens"
            )
        return text

    def value_schema(self) -> Schema:
        """Give the form of a public id."""
        return {"type": "string", "pattern": SLUG_PATTERN, "maxLength": 200}


class Related(Slug):
    """A related record that may be unknown."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", "isnull")

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Ask the foreign key itself whether it is known."""
        if self.suffix == "isnull":
            column = str(self.field_name).removesuffix("__slug")
            return queryset.filter(**{f"{column}__isnull": values[0]})
        return super().apply(queryset, values)


class Among(Slug):
    """A member of a many-to-many list or of records that point here."""

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Match by id, so that a row with two matching members comes once."""
        holders = queryset.model._default_manager.filter(
            **{f"{self.field_name}__in": values}
        ).values("pk")
        condition = Q(pk__in=holders)
        return queryset.filter(~condition if self.suffix == "n" else condition)
