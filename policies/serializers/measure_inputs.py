"""Shape of what a measure must be told."""

from typing import Any

from rest_framework import serializers

from policies.choices import EvaluationOutcome, RuleKind
from policies.common.api.serializers import Amount
from policies.serializers.evaluation import InputsField
from policies.serializers.refs import MeasureRef


class ExampleAmountShape(serializers.Serializer[Any]):
    """An amount that a worked example comes to."""

    term = serializers.CharField(
        allow_null=True, help_text="Public id of its quantity; null for the total."
    )
    value = Amount()


class ExampleShape(serializers.Serializer[Any]):
    """A worked example: inputs to send as they are, and what they come to."""

    slug = serializers.CharField(help_text="Public id of the worked example.")
    title = serializers.CharField()
    title_en = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    inputs = InputsField()
    outcome = serializers.ChoiceField(EvaluationOutcome.choices)
    amounts = ExampleAmountShape(many=True)


class InputsShape(serializers.Serializer[Any]):
    """What a measure must be told, as JSON Schema, with worked examples."""

    measure = MeasureRef()
    rule_kind = serializers.ChoiceField(
        RuleKind.choices,
        allow_null=True,
        help_text="Null where the measure cannot be evaluated.",
    )
    schema = serializers.DictField(
        allow_null=True,
        help_text="JSON Schema (2020-12) of the member `inputs`.",
    )
    examples = ExampleShape(many=True)
