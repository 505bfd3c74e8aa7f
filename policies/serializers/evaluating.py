"""Shapes of what makes a measure computable: inputs, conditions, worked examples."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Condition, ExampleValue, MeasureInput, WorkedExample
from policies.serializers.refs import (
    ConditionRef,
    MeasureInputRef,
    MeasureRef,
    ProvisionRef,
    TermRef,
    WorkedExampleRef,
)


class MeasureInputShape(RecordShape):
    """A typed value that must be told to evaluate a measure."""

    measure = MeasureRef()

    class Meta:
        model = MeasureInput
        fields = (
            "slug",
            "measure",
            "name",
            "label",
            "label_en",
            "kind",
            "role",
            "unit",
            "order",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY


class ConditionShape(RecordShape):
    """What must be the case for a measure to apply."""

    measure = MeasureRef()
    group = ConditionRef(required=False, allow_null=True)
    input = MeasureInputRef(required=False, allow_null=True)
    of_input = MeasureInputRef(required=False, allow_null=True)
    term = TermRef(required=False, allow_null=True)
    provision = ProvisionRef(required=False, allow_null=True)

    class Meta:
        model = Condition
        fields = (
            "slug",
            "measure",
            "label",
            "label_en",
            "kind",
            "group",
            "order",
            "input",
            "of_input",
            "comparator",
            "term",
            "day",
            "answer",
            "provision",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY


class ExampleValueShape(RecordShape):
    """What an input is told in a worked example, or an amount it must come to."""

    example = WorkedExampleRef()
    input = MeasureInputRef(required=False, allow_null=True)
    term = TermRef(required=False, allow_null=True)

    class Meta:
        model = ExampleValue
        validators = ()  # the constraints speak of members that may be left out
        fields = (
            "slug",
            "example",
            "input",
            "term",
            "value",
            "day",
            "answer",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY


class WorkedExampleParts(Parts):
    """What belongs to a worked example."""

    values = ExampleValueShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"values": "example"}


class WorkedExampleShape(RecordShape):
    """A case worked out by hand, which a measure must keep coming to."""

    measure = MeasureRef()
    included = WorkedExampleParts(read_only=True, required=False)

    class Meta:
        model = WorkedExample
        fields = (
            "slug",
            "measure",
            "title",
            "title_en",
            "day",
            "outcome",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
