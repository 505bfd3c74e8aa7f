"""Shapes of the code lists: every code with its labels in both languages."""

from typing import Any

from rest_framework import serializers

from policies import choices
from policies.common.codes import CodeList
from policies.common.fields import DatePrecision
from policies.common.models import RecordState

CODE_LISTS: dict[str, type[CodeList]] = {
    one.__name__: one
    for one in sorted(
        (
            *(getattr(choices, name) for name in choices.__all__),
            DatePrecision,
            RecordState,
        ),
        key=lambda one: one.__name__,
    )
}
"""Every code list by its name, which is also its name in the OpenAPI document."""

NAMES = [(name, name) for name in CODE_LISTS]
"""The names of the code lists, as choices of a field."""


class LabelledCodeShape(serializers.Serializer[Any]):
    """A code with its labels; the code is stable, labels may be reworded."""

    code = serializers.CharField(help_text="The code, as records hold it.")
    vi = serializers.CharField(help_text="What it is called in Vietnamese.")
    en = serializers.CharField(help_text="What it is called in English.")


class CodeListShape(serializers.Serializer[Any]):
    """A code list, in the order of its codes."""

    name = serializers.ChoiceField(NAMES, help_text="Its name in this schema.")
    codes = LabelledCodeShape(many=True)


class CodeListsShape(serializers.Serializer[Any]):
    """Code lists, by name."""

    results = CodeListShape(many=True)
