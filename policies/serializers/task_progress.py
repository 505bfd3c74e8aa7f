"""Shapes of how far tasks have come."""

from typing import Any

from rest_framework import serializers

from policies.choices import TaskCount


class TaskCounts(serializers.Serializer[Any]):
    """How many tasks there are, by status, and how many are late."""

    total = serializers.IntegerField(min_value=0)
    unknown = serializers.IntegerField(min_value=0)
    not_started = serializers.IntegerField(min_value=0)
    in_progress = serializers.IntegerField(min_value=0)
    done = serializers.IntegerField(min_value=0)
    late = serializers.IntegerField(
        min_value=0,
        help_text="Whose whole due period is over before the day and that are not "
        "known to be done.",
    )


class TaskRowShape(TaskCounts):
    """The tasks of one group, lead agency or due period."""

    key = serializers.CharField(
        allow_null=True,
        help_text="Public id of the group or agency, or the due period as YYYY, "
        "YYYY-Qn, YYYY-MM or YYYY-MM-DD; null for tasks without.",
    )
    label = serializers.CharField(  # type: ignore[assignment] # a member, not DRF's
        allow_null=True, help_text="Its title or name in Vietnamese."
    )
    label_en = serializers.CharField(allow_null=True, help_text="The same in English.")


class TaskProgressShape(TaskCounts):
    """How far tasks have come on a day; every task is counted in one row."""

    on = serializers.DateField(help_text="The day asked for, or today.")
    by = serializers.ChoiceField(TaskCount.choices)
    unit = serializers.ChoiceField(
        [("tasks", "tasks")],
        help_text="What is counted: single tasks, not those that only group others.",
    )
    rows = TaskRowShape(many=True, help_text="By key, tasks without one last.")
