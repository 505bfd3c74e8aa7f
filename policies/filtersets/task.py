"""Filters of tasks."""

from policies.choices import TaskStatus
from policies.common.fields import DatePrecision
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    OpenCode,
    RegisterFilterSet,
    Related,
    Whole,
)


class TaskFilterSet(RegisterFilterSet):
    """Filters of tasks."""

    title_en = Given(label="title in English")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
    group = Related("group__slug", label="group")
    order = Whole(label="order")
    document = Related("document__slug", label="document")
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
