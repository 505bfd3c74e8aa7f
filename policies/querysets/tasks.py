"""Whether tasks and groups of them are done, open or late, as the database tells."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from policies.choices import TaskStatus
from policies.querysets.days import over_before


def open_on(_day: date) -> Q:
    """Condition that a task is not known to be done."""
    return ~Q(status=TaskStatus.DONE)


def late_on(day: date) -> Q:
    """Condition that a task is late on a day, by the status known now.

    Its whole due period is over before the day, and it is not known to be done.
    """
    return over_before(day, "due") & open_on(day)


def single(tasks: QuerySet[Any]) -> QuerySet[Any]:
    """Leave out tasks that group others: counted with those they would count twice."""
    parts = tasks.model._default_manager.filter(group=OuterRef("pk"), state="published")
    alone: QuerySet[Any] = tasks.filter(~Exists(parts))
    return alone
