"""Filters by the progress of a target on a day."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef

from policies.choices import TargetStatus
from policies.common.clocks import legal_day
from policies.common.filters import Code
from policies.models import ProgressInterval
from policies.querysets import covering


class StatusOnDay(Code):
    """The computed status on the day of ``as_of``; ambitions have none."""

    suffixes: ClassVar[tuple[str, ...]] = ("n", "isnull")
    counted = "status"

    def __init__(self) -> None:
        super().__init__(TargetStatus, label="computed status on the day of `as_of`")

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the targets whose leading interval of the day has one of the codes."""
        holding = ProgressInterval.objects.filter(
            covering(legal_day(), start="starts_on", until="until"),
            target=OuterRef("pk"),
            leading=True,
        )
        if self.suffix == "isnull":
            return queryset.filter(~Exists(holding) if values[0] else Exists(holding))
        condition = Exists(holding.filter(status__in=values))
        return queryset.filter(~condition if self.suffix == "n" else condition)
