"""Filters by how relations, measures and terms stand on a day."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.lookups import Exact, In

from policies.choices import Standing
from policies.common.clocks import legal_day
from policies.common.filters import Code
from policies.querysets.standing import StandingOn


class Stands(Code):
    """The standing on the day that is asked for, today unless said otherwise."""

    counted = "standing"

    def __init__(self, standing: StandingOn) -> None:
        super().__init__(Standing, label="standing on the day of `as_of`")
        self.standing = standing

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the rows that stand so."""
        condition = In(self.standing(legal_day()), values)
        return queryset.filter(~Q(condition) if self.suffix == "n" else condition)


def in_effect(standing: StandingOn) -> Callable[[date], Q]:
    """Condition of being in effect on a day; an unknown beginning is never taken so."""
    return lambda day: Q(Exact(standing(day), Standing.IN_EFFECT.value))
