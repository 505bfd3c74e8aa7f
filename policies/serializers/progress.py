"""Shapes of the progress of a target."""

from typing import Any

from rest_framework import serializers

from policies.choices import Ambition, Comparator, TargetStatus
from policies.common.api.serializers import Amount
from policies.common.fields import DatePrecision
from policies.serializers.refs import AgencyRef, IndicatorRef, SourceRef, TargetRef


class SaidShape(serializers.Serializer[Any]):
    """Which source gives a value, and where."""

    source = SourceRef()  # type: ignore[assignment] # a member, not DRF's
    locator = serializers.CharField(help_text="Where in the source it stands.")
    agrees = serializers.BooleanField(
        help_text="Whether the source says the same as the register."
    )


class ObservedShape(serializers.Serializer[Any]):
    """A value observed, with the sources that give it."""

    slug = serializers.CharField(help_text="Public id of the observation.")
    value = Amount()
    comparator = serializers.ChoiceField(Comparator.choices)
    period_on = serializers.DateField(help_text="First day of its period.")
    period_precision = serializers.ChoiceField(DatePrecision.choices)
    counts_from = serializers.DateField(
        help_text="Last day of its period: from then on it counts."
    )
    citations = SaidShape(many=True)


class SeriesProgressShape(serializers.Serializer[Any]):
    """Progress by the values of one method; they are never mixed with others."""

    method = serializers.CharField(
        allow_null=True, help_text="The method in Vietnamese; null if none is named."
    )
    method_en = serializers.CharField(allow_null=True, help_text="The same in English.")
    agency = AgencyRef(
        allow_null=True,
        help_text="Whose values they are, where no method tells them apart.",
    )
    comparable = serializers.BooleanField(
        help_text="Whether the values are known to be found in the same way. If not, "
        "there is no line between them, and they only show what is reached or missed."
    )
    leading = serializers.BooleanField(
        help_text="Whether the status of the target is taken from this series."
    )
    status = serializers.ChoiceField(TargetStatus.choices)
    status_label = serializers.CharField(help_text="The status in Vietnamese.")
    status_label_en = serializers.CharField(help_text="The status in English.")
    decided_by = serializers.CharField(
        allow_null=True, help_text="Public id of the observation that decides it."
    )
    baseline = ObservedShape(
        allow_null=True,
        help_text="The first value of the series, where the line begins; null before "
        "it counts, or if the values cannot be compared.",
    )
    latest = ObservedShape(
        allow_null=True, help_text="The last value that counts on the day."
    )
    required = Amount(  # type: ignore[assignment] # a member, not DRF's
        allow_null=True, help_text="The value on the line on the day asked for."
    )
    required_at_latest = Amount(
        allow_null=True,
        help_text="The value on the line when the latest one began to count: the two "
        "are compared.",
    )
    gap = Amount(
        allow_null=True,
        help_text="How much the latest value lacks of the target's, in the unit of "
        "the indicator; below 0 if it is better.",
    )
    gap_to_course = Amount(
        allow_null=True,
        help_text="How much it lacks of `required_at_latest`; below 0 if it is ahead.",
    )
    required_pace = Amount(
        allow_null=True,
        help_text="Change a year along the line, from the baseline to the due day.",
    )
    pace_from_latest = Amount(
        allow_null=True,
        help_text="Change a year that is still needed, from the latest value to the "
        "due day; null once it is over.",
    )


class TargetProgressShape(serializers.Serializer[Any]):
    """How far a target has come on a day, by each method of observation."""

    target = TargetRef()
    on = serializers.DateField(help_text="The day asked for, or today.")
    kind = serializers.ChoiceField(Ambition.choices)
    indicator = IndicatorRef(allow_null=True)
    comparator = serializers.ChoiceField(Comparator.choices, allow_null=True)
    value = Amount(allow_null=True)
    due_on = serializers.DateField(
        allow_null=True, help_text="First day of the due period."
    )
    due_precision = serializers.ChoiceField(DatePrecision.choices, allow_null=True)
    due_by = serializers.DateField(
        allow_null=True, help_text="Last day of the due period."
    )
    status = serializers.ChoiceField(
        TargetStatus.choices,
        allow_null=True,
        help_text="That of the leading series; null for an ambition.",
    )
    status_label = serializers.CharField(allow_null=True)
    status_label_en = serializers.CharField(allow_null=True)
    series = SeriesProgressShape(
        many=True, help_text="By method; empty if nothing was ever observed."
    )
