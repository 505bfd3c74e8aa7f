"""Filters of subjects, target groups."""

from policies.choices import StipTargetGroup
from policies.common.filters import Given, OpenCode, RegisterFilterSet, Related


class SubjectFilterSet(RegisterFilterSet):
    """Filters of subjects."""

    name_en = Given(label="name in English")
    parent = Related("parent__slug", label="parent")
    note = Given(label="note")


class TargetGroupFilterSet(RegisterFilterSet):
    """Filters of target groups."""

    name_en = Given(label="name in English")
    note = Given(label="note")
    stip_group = OpenCode(StipTargetGroup, label="STIP target group")
