"""Filters of tasks."""

from functools import partial

from policies.choices import TaskStatus
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    InPeriod,
    OnDay,
    OpenCode,
    RegisterFilterSet,
    Related,
    Whole,
)
from policies.filtersets.chain import TakingPart, Under
from policies.filtersets.periods import DUE_IN
from policies.querysets import within
from policies.querysets.tasks import late_on


class TaskFilterSet(RegisterFilterSet):
    """Filters of tasks."""

    title_en = Given(label="title in English")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
    group = Related("group__slug", label="group")
    order = Whole(label="order")
    document = Related("document__slug", label="document")
    under = Under("document_id", label="tasks set by")
    agency = TakingPart()
    due_in = InPeriod(partial(within, prefix="due"), label=DUE_IN)
    overdue_on = OnDay(
        late_on,
        label="tasks whose whole due period is over before this day and which are not "
        "known to be done; those without a due date are never overdue",
    )
    provision = Related("provision__slug", label="provision")
    event = Related("event__slug", label="event")
    lead = Related("lead__slug", label="lead")
    due_on = Day(label="due day")
    due_precision = OpenCode(DatePrecision, label="due precision")
    status = Code(TaskStatus, label="status")
    status_on = Day(label="status day")
    evidence = Given(label="evidence")
    evidence_en = Given(label="evidence in English")
    cooperating = Among("cooperating__slug", label="cooperating")
    subjects = Among("subjects__slug", label="subjects")
