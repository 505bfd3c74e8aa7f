"""Filters by records that belong to those listed: all of them hold of one and the same.

``percent__gte=15&role=rate`` asks for measures with a term that is a rate of at least
15 percent, not for those with some rate and some other term of 15 percent.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from typing import Any

from django.db import models

from policies.common.filters.declared import Declared, Schema

Rows = Callable[[], "models.QuerySet[Any]"]


class OfOne(Declared):
    """A filter of the records that belong to those listed, such as a measure's terms.

    Args:
        inner: the filter, as the list of these records has it.
        rows: gives the records that count; filters with the same ``rows`` are asked of
            one record.
        owner: the column of these records that names what they belong to.

    """

    def __init__(self, inner: Declared, *, rows: Rows, owner: str) -> None:
        super().__init__(label=inner.words)
        self.inner = inner
        self.rows = rows
        self.owner = owner

    def named(self, name: str) -> Iterable[tuple[str, Declared]]:
        """Give this filter under its plain name and under each suffix of the other."""
        for full, inner in self.inner.named(name):
            made = copy(self)
            made.inner, made.suffix = inner, inner.suffix
            made.field_name = f"{self.owner}__{inner.field_name}"
            yield full, made

    @property
    def takes_several(self) -> bool:
        """Whether the parameter may be repeated; the values are then alternatives."""
        return self.inner.takes_several

    def read(self, text: str) -> Any:
        """Read one value as the filter of these records does."""
        return self.inner.read(text)

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep what one of the records that the filter finds belongs to."""
        return narrowed(queryset, [(self, values)])

    def value_schema(self) -> Schema:
        """OpenAPI schema of one value."""
        return self.inner.value_schema()

    def schema(self) -> Schema:
        """OpenAPI schema of the parameter."""
        return self.inner.schema()

    def description(self) -> str:
        """Words of the parameter."""
        return (
            f"having one of which: {self.inner.description()}; all such filters hold "
            "of one and the same"
        )


def narrowed(
    queryset: models.QuerySet[Any], asked: Iterable[tuple[Declared, Sequence[Any]]]
) -> models.QuerySet[Any]:
    """Narrow rows by filters with their values, those of one record together."""
    together: dict[Rows, list[tuple[OfOne, Sequence[Any]]]] = {}
    for made, values in asked:
        if isinstance(made, OfOne):
            together.setdefault(made.rows, []).append((made, values))
        else:
            queryset = made.apply(queryset, values)
    for rows, found in together.items():
        kept = narrowed(rows(), [(one.inner, values) for one, values in found])
        queryset = queryset.filter(pk__in=kept.order_by().values(found[0][0].owner))
    return queryset
