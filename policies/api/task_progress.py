"""How far tasks have come: by group, by lead agency or by due period."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django.db.models import BooleanField, Case, Count, Value, When
from rest_framework.request import Request
from rest_framework.response import Response

from policies.choices import TaskCount, TaskStatus
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.common.dates import Precision, format_partial
from policies.common.filters import Code, KnownDay
from policies.common.models import RecordState
from policies.filtersets import TaskFilterSet
from policies.models import Task
from policies.querysets.tasks import late_on, single
from policies.serializers.task_progress import TaskProgressShape

NARROWING = {
    name: TaskFilterSet.base_filters[name]
    for name in (
        *("group", "lead", "agency", "document", "under", "event", "status"),
        *("subjects", "due_in"),
    )
}
COLUMNS = {
    TaskCount.GROUP: ("group__slug", "group__title", "group__title_en"),
    TaskCount.AGENCY: ("lead__slug", "lead__name", "lead__name_en"),
    TaskCount.DUE: ("due_on", "due_precision"),
}
Group = tuple[str | None, str | None, str | None]


class TaskProgress(Question):
    """How many tasks there are, by status, and how many are late on a day.

    Single tasks are counted, each in one row; one that only groups others is not, since
    it would count them twice. Late is a task whose whole due period is over before the
    day and that is not known to be done; statuses are those that the register knows.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getTaskProgress"}
    tag = "tasks"
    summary = "The progress of tasks by group, lead agency or due period"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "by": Parameter(
            Code(TaskCount),
            "By what to count; by group unless said otherwise.",
            default=TaskCount.GROUP.value,
        ),
        **{
            name: Parameter(made, made.description(), several=made.takes_several)
            for name, made in NARROWING.items()
        },
        "as_of": Parameter(
            KnownDay(),
            "The day on which tasks are late or not; today in Viet Nam unless said "
            "otherwise, with `known_at` the day of that time.",
        ),
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": TaskProgressShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request) -> Response:
        """Count the tasks asked for."""
        wanted = self.asked(request)
        day, by = wanted["as_of"] or legal_day(), TaskCount(wanted["by"])
        tasks: Any = single(Task.objects.filter(state=RecordState.PUBLISHED))
        for name, made in NARROWING.items():
            if wanted[name] is not None:
                tasks = made.apply(tasks, wanted[name])
        rows = _rows(tasks, by, day)
        return Response(
            {
                "on": day,
                "by": by.value,
                "unit": "tasks",
                **{name: sum(row[name] for row in rows) for name in _zeros()},
                "rows": rows,
            }
        )


def _zeros() -> dict[str, int]:
    return dict.fromkeys(("total", *TaskStatus.values, "late"), 0)


def _rows(tasks: Any, by: TaskCount, day: date) -> list[JSONRecord]:
    """Count tasks by one query: their status, and whether they are late."""
    late = When(late_on(day), then=Value(True))  # noqa: FBT003 - SQL's
    told = Case(late, default=Value(False), output_field=BooleanField())  # noqa: FBT003
    columns = COLUMNS[by]
    counted = tasks.annotate(late=told).values_list(*columns, "status", "late")
    found: dict[Group, dict[str, int]] = {}
    for *key, status, is_late, n in counted.annotate(n=Count("pk")).order_by():
        counts = found.setdefault(_group(by, key), _zeros())
        counts["total"] += n
        counts[status] += n
        counts["late"] += n * is_late
    ordered = sorted(found.items(), key=lambda one: (one[0][0] is None, one[0][0]))
    return [
        {"key": key, "label": label, "label_en": label_en, **counts}
        for (key, label, label_en), counts in ordered
    ]


def _group(by: TaskCount, key: Sequence[Any]) -> Group:
    """Name a row: what tasks have in common."""
    if by is not TaskCount.DUE:
        slug, label, label_en = key
        return slug, label, label_en or None
    due, precision = key
    period = format_partial(due, Precision(precision)) if due else None
    return period, period, period
