"""Shapes of evaluation: what is told, and an answer that explains itself."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from policies.choices import (
    BoundKnown,
    Comparator,
    ConditionKind,
    EvaluationOutcome,
    EvaluationReason,
    InputKind,
    LegalStateCode,
    RuleKind,
    StartedBy,
    StepKind,
    TermRole,
    Unit,
)
from policies.common.api.serializers import Amount, RegisterTime, StrictShape
from policies.serializers.refs import (
    DocumentRef,
    MeasureRef,
    ProvisionRef,
    SourceRef,
    TargetGroupRef,
)

MOST_EVALUATIONS = 200
SPLIT_SLUG = "commercialisation-revenue-split-30-70"
SPLIT = {
    "as_of": "2025-06-01",
    "inputs": {"revenue": {"value": "1000000000", "unit": "vnd"}},
}
"""An example of what is told, for the OpenAPI document."""


class GivenShape(serializers.Serializer[Any]):
    """A value that is told: `value` with `unit`, or `day`, or `answer`."""

    value = Amount(required=False, min_value=0)
    unit = serializers.ChoiceField(Unit.choices, required=False)
    day = serializers.DateField(required=False)
    answer = serializers.BooleanField(required=False)


class InputsField(serializers.DictField):
    """The values told, by the names of inputs; the rule of the measure reads them."""

    child = GivenShape()

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """Leave it to the rule, which knows what it asks for."""
        return {} if data is serializers.empty or data is None else data


class StrictDay(serializers.DateField):
    """A day written YYYY-MM-DD, in no other way."""

    def to_internal_value(self, value: Any) -> Any:
        """Take a text of ten characters only."""
        if not isinstance(value, str) or len(value) != 10:
            self.fail("invalid", format="YYYY-MM-DD")
        return super().to_internal_value(value)


class ClockedShape(StrictShape):
    """A body that may say as of which time of the register it is to be answered."""

    known_at = RegisterTime(
        required=False,
        allow_null=True,
        help_text="Answer as the register did at this time, which has come; now "
        "unless said otherwise.",
    )


@extend_schema_serializer(
    examples=[OpenApiExample("The 30/70 split", SPLIT, request_only=True)]
)
class EvaluationShape(ClockedShape):
    """What is told to evaluate one measure."""

    as_of = StrictDay(
        required=False,
        allow_null=True,
        help_text="The day of the law; today in Viet Nam unless said otherwise.",
    )
    inputs = InputsField(required=False, help_text="Every input, by its name.")


class OneOfManyShape(StrictShape):
    """What is told to evaluate one measure of several."""

    measure = serializers.CharField(help_text="Public id of the measure.")
    as_of = StrictDay(required=False, allow_null=True, help_text="The day of the law.")
    inputs = InputsField(required=False, help_text="Every input, by its name.")


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "The 30/70 split",
            {"evaluations": [{"measure": SPLIT_SLUG, **SPLIT}]},
            request_only=True,
        )
    ]
)
class EvaluationsShape(ClockedShape):
    """Measures to evaluate, each by itself and in this order."""

    evaluations = serializers.ListField(
        child=OneOfManyShape(), min_length=1, max_length=MOST_EVALUATIONS
    )


class BasisShape(serializers.Serializer[Any]):
    """What a measure rests on, and when it applies."""

    document = DocumentRef(allow_null=True)
    provision = ProvisionRef(allow_null=True)
    legal_state = serializers.ChoiceField(
        LegalStateCode.choices,
        allow_null=True,
        help_text="Of the document on the day; null without a document.",
    )
    starts_on = serializers.DateField(
        allow_null=True, help_text="The first day on which the measure applies."
    )
    started_by = serializers.ChoiceField(
        StartedBy.choices, allow_null=True, help_text="Which day that is."
    )
    until = serializers.DateField(
        allow_null=True, help_text="The first day on which it does not any more."
    )


class RuleShape(serializers.Serializer[Any]):
    """The rule that decided, in its version."""

    kind = serializers.ChoiceField(RuleKind.choices, allow_null=True)
    version = RegisterTime(
        help_text="When the measure, its inputs or conditions last changed: "
        "`known_at` this time reads the same rule."
    )
    engine = serializers.CharField(
        help_text="Moves when the same rule would be computed otherwise."
    )


class GivenInputShape(serializers.Serializer[Any]):
    """An input as it was told: `value` with `unit`, or `day`, or `answer`."""

    value = Amount(allow_null=True)
    unit = serializers.ChoiceField(Unit.choices, allow_null=True)
    day = serializers.DateField(allow_null=True)
    answer = serializers.BooleanField(allow_null=True)
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment] # a member, not DRF's
    label_en = serializers.CharField(allow_null=True)
    kind = serializers.ChoiceField(InputKind.choices)


class ComparedShape(serializers.Serializer[Any]):
    """One side of a comparison: a number, a day or an answer."""

    value = Amount(allow_null=True)
    day = serializers.DateField(allow_null=True)
    answer = serializers.BooleanField(allow_null=True)


class JudgedShape(serializers.Serializer[Any]):
    """A condition: what was expected, what is the case, and whether it is met."""

    slug = serializers.CharField(help_text="Public id of the condition.")
    label = serializers.CharField()  # type: ignore[assignment] # a member, not DRF's
    label_en = serializers.CharField(allow_null=True)
    kind = serializers.ChoiceField(ConditionKind.choices)
    group = serializers.CharField(
        allow_null=True, help_text="Public id of the group it belongs to."
    )
    comparator = serializers.ChoiceField(Comparator.choices, allow_null=True)
    expected = ComparedShape(allow_null=True)
    actual = ComparedShape(allow_null=True)
    unit = serializers.ChoiceField(Unit.choices, allow_null=True)
    passed = serializers.BooleanField(
        allow_null=True, help_text="Null where it cannot be told."
    )
    term = serializers.CharField(
        allow_null=True, help_text="Public id of the quantity compared with."
    )
    provision = ProvisionRef(allow_null=True)


class AmountShape(serializers.Serializer[Any]):
    """An amount that the measure gives, to whom, and how it is to be read."""

    term = serializers.CharField(
        allow_null=True, help_text="Public id of its quantity; null for a total."
    )
    beneficiary = TargetGroupRef(allow_null=True)
    base = serializers.CharField(allow_null=True, help_text="What it is a part of.")
    base_en = serializers.CharField(allow_null=True)
    comparator = serializers.ChoiceField(
        Comparator.choices, help_text="Exactly, at least, up to: how it is to be read."
    )
    value = Amount(max_digits=42, help_text="Rounded to the unit.")
    unit = serializers.ChoiceField(Unit.choices)
    exact = serializers.CharField(help_text="Before rounding and bounds, in full.")
    bound = serializers.ChoiceField(
        BoundKnown.choices, help_text="Whether a cap or floor was known."
    )
    takes_remainder = serializers.BooleanField(
        help_text="Whether it also takes what rounding the others left."
    )


class RoundingShape(serializers.Serializer[Any]):
    """How amounts were rounded, and to whom the remainder went."""

    rule = serializers.ChoiceField(["half_up"])
    places = serializers.IntegerField(help_text="Decimal places kept.")
    remainder_to = serializers.CharField(
        allow_null=True, help_text="Public id of the term that took the remainder."
    )


class StepShape(serializers.Serializer[Any]):
    """One step of the calculation."""

    kind = serializers.ChoiceField(StepKind.choices)
    term = serializers.CharField(allow_null=True)
    words = serializers.CharField(help_text="The step in Vietnamese.")
    words_en = serializers.CharField(help_text="The step in English.")


class UsedTermShape(serializers.Serializer[Any]):
    """A quantity that the answer rests on, in its version."""

    slug = serializers.CharField(help_text="Public id of the term.")
    role = serializers.ChoiceField(TermRole.choices)
    base = serializers.CharField(allow_null=True)
    base_en = serializers.CharField(allow_null=True)
    comparator = serializers.ChoiceField(Comparator.choices)
    value = Amount(allow_null=True)
    unit = serializers.ChoiceField(Unit.choices)
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)
    provision = ProvisionRef(allow_null=True)
    version = RegisterTime(help_text="When this term last changed.")


class CitedShape(serializers.Serializer[Any]):
    """A source that says so."""

    record = serializers.CharField(help_text="Public id of the measure or term.")
    source = SourceRef()  # type: ignore[assignment] # a member, not DRF's
    locator = serializers.CharField(allow_null=True, help_text="Where in the source.")


class EvaluatedShape(serializers.Serializer[Any]):
    """What a measure comes to on a day, with every reason."""

    measure = MeasureRef()
    as_of = serializers.DateField(help_text="The day of the law.")
    known_at = RegisterTime(
        allow_null=True, help_text="The time of the register; null for now."
    )
    outcome = serializers.ChoiceField(EvaluationOutcome.choices)
    outcome_label = serializers.CharField()
    outcome_label_en = serializers.CharField()
    reason = serializers.ChoiceField(EvaluationReason.choices)
    reason_label = serializers.CharField()
    reason_label_en = serializers.CharField()
    basis = BasisShape()
    rule = RuleShape()
    inputs = GivenInputShape(many=True)
    conditions = JudgedShape(many=True)
    amounts = AmountShape(many=True)
    rounding = RoundingShape(allow_null=True)
    steps = StepShape(many=True)
    terms = UsedTermShape(many=True)
    missing = UsedTermShape(many=True, help_text="Quantities that are not known.")
    citations = CitedShape(many=True)


class EvaluatedManyShape(serializers.Serializer[Any]):
    """What several measures come to, in the order asked."""

    results = EvaluatedShape(many=True)
