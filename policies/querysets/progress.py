"""The progress of targets on a day, as the kept intervals have it."""

from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet

from policies.querysets.days import covering


def with_status(targets: QuerySet[Any], day: Any) -> QuerySet[Any]:
    """Join the one interval that is a target's on a day, and give its ``status``.

    An ambition has none.
    """
    holds = covering(
        day, start="progress_intervals__starts_on", until="progress_intervals__until"
    )
    leads = Q(progress_intervals__leading=True)
    joined = FilteredRelation("progress_intervals", condition=leads & holds)
    told: QuerySet[Any] = targets.annotate(today=joined)
    named: QuerySet[Any] = told.annotate(status=F("today__status"))
    return named
