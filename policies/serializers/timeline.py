"""Shape of a timeline: every dated event that touched a document, in order."""

from typing import Any

from rest_framework import serializers

from policies.choices import DayBasis, TimelineKind
from policies.common.fields import DatePrecision
from policies.serializers.cause import CauseShape
from policies.serializers.refs import DocumentRef


class TimelineItemShape(serializers.Serializer[Any]):
    """One thing that happened to a document."""

    day = serializers.DateField(
        allow_null=True, help_text="When; the first day of a period; null if unknown."
    )
    precision = serializers.ChoiceField(
        DatePrecision.choices, allow_null=True, help_text="How exactly it is known."
    )
    basis = serializers.ChoiceField(
        DayBasis.choices, help_text="Where the day comes from."
    )
    kind = serializers.ChoiceField(TimelineKind.choices)
    words = serializers.CharField(help_text="What happened, in Vietnamese.")
    words_en = serializers.CharField(help_text="What happened, in English.")
    cause = CauseShape(allow_null=True)


class TimelineShape(serializers.Serializer[Any]):
    """What happened to a document, the earliest first, unknown days last."""

    document = DocumentRef()
    items = TimelineItemShape(many=True)
    complete = serializers.BooleanField(
        help_text="Whether nothing was left out; of each kind of record 1000 are read."
    )
