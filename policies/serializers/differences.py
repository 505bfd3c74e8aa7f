"""Shapes of the values of a term through time, and of what differs in a measure."""

from typing import Any

from rest_framework import serializers

from policies.choices import Comparator, DifferingRecord, TermRole, Unit
from policies.common.api.serializers import Amount, RegisterTime
from policies.serializers.evaluation import CitedShape
from policies.serializers.refs import (
    DocumentRef,
    MeasureRef,
    ProvisionRef,
    TargetGroupRef,
)


class TermVersionShape(serializers.Serializer[Any]):
    """What the register said of a value, from when until when."""

    known_from = RegisterTime()
    known_until = RegisterTime(allow_null=True, help_text="Null if it says so now.")
    comparator = serializers.ChoiceField(Comparator.choices)
    value = Amount(allow_null=True)
    unit = serializers.ChoiceField(Unit.choices)
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)
    reason = serializers.CharField(allow_null=True, help_text="Why it was changed.")


class TermValueShape(serializers.Serializer[Any]):
    """One value of a quantity, with its days, its clause and who says so."""

    slug = serializers.CharField(help_text="Public id of the term.")
    comparator = serializers.ChoiceField(Comparator.choices)
    value = Amount(allow_null=True)
    unit = serializers.ChoiceField(Unit.choices)
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)
    document = DocumentRef(allow_null=True)
    provision = ProvisionRef(allow_null=True)
    held_instead = serializers.CharField(
        allow_null=True, help_text="The term that is held instead, if it is set aside."
    )
    held_reason = serializers.CharField(allow_null=True)
    citations = CitedShape(many=True)
    versions = TermVersionShape(
        many=True, help_text="What the register said of it, the latest last."
    )


class TermValuesShape(serializers.Serializer[Any]):
    """Every value of one quantity of a measure through legal time."""

    measure = MeasureRef()
    role = serializers.ChoiceField(TermRole.choices)
    base = serializers.CharField(allow_null=True)
    base_en = serializers.CharField(allow_null=True)
    beneficiary = TargetGroupRef(allow_null=True)
    values = TermValueShape(many=True, help_text="The earliest first.")


class StandpointShape(serializers.Serializer[Any]):
    """From where a measure is looked at."""

    measure = MeasureRef()
    as_of = serializers.DateField(help_text="The day of the law.")
    known_at = RegisterTime(allow_null=True, help_text="Null for now.")


class DifferingShape(serializers.Serializer[Any]):
    """One member that differs."""

    record = serializers.ChoiceField(DifferingRecord.choices)
    name = serializers.CharField(
        help_text="What tells it from others: for a term its role, base and "
        "beneficiary, for an input its name, for a condition its public id."
    )
    member = serializers.CharField()
    before = serializers.CharField(allow_null=True)
    after = serializers.CharField(allow_null=True)


class DifferenceShape(serializers.Serializer[Any]):
    """What differs in a measure between two days, times, or from another measure."""

    before = StandpointShape()
    after = StandpointShape()
    differences = DifferingShape(many=True)
