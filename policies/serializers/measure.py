"""Shapes of measures and terms."""

from typing import Any

from policies.common.api.serializers import READ_ONLY, DatedShape, Parts
from policies.models import Measure, Term
from policies.querysets.standing import of_measure, of_term
from policies.serializers.citation import CitationShape
from policies.serializers.evaluating import (
    ConditionShape,
    MeasureInputShape,
    WorkedExampleShape,
)
from policies.serializers.refs import (
    AgencyRef,
    DocumentRef,
    MeasureRef,
    ProvisionRef,
    SubjectRef,
    TargetGroupRef,
    TermRef,
)
from policies.serializers.standing import StandingMember


class TermParts(Parts):
    """What belongs to a term."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "term"}


class TermShape(DatedShape):
    """One dated quantity of a measure."""

    measure = MeasureRef()
    beneficiary = TargetGroupRef(required=False, allow_null=True)
    provision = ProvisionRef(required=False, allow_null=True)
    held_instead = TermRef(required=False, allow_null=True)
    standing = StandingMember()
    included = TermParts(read_only=True, required=False)

    class Meta:
        model = Term
        fields = (
            "slug",
            "measure",
            "role",
            "base",
            "base_en",
            "beneficiary",
            "comparator",
            "value",
            "unit",
            "lower_bound",
            "valid_from",
            "valid_until",
            "standing",
            "provision",
            "note",
            "note_en",
            "held_instead",
            "held_reason",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY

    @classmethod
    def on_day(cls, queryset: Any, day: Any) -> Any:
        """Compute the standing on the day."""
        return queryset.annotate(standing=of_term(day))


class MeasureParts(Parts):
    """What belongs to a measure."""

    terms = TermShape(many=True, required=False)
    inputs = MeasureInputShape(many=True, required=False)
    conditions = ConditionShape(many=True, required=False)
    examples = WorkedExampleShape(many=True, required=False)
    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = dict.fromkeys(
            ("terms", "inputs", "conditions", "examples", "citations"), "measure"
        )


class MeasureShape(DatedShape):
    """What a policy does for or asks of somebody."""

    document = DocumentRef(required=False, allow_null=True)
    provision = ProvisionRef(required=False, allow_null=True)
    target_groups = TargetGroupRef(many=True, required=False)
    agencies = AgencyRef(many=True, required=False)
    subjects = SubjectRef(many=True, required=False)
    held_instead = MeasureRef(required=False, allow_null=True)
    standing = StandingMember()
    included = MeasureParts(read_only=True, required=False)

    class Meta:
        model = Measure
        fields = (
            "slug",
            "title",
            "title_en",
            "summary",
            "summary_en",
            "instrument",
            "stip_instrument",
            "rule_kind",
            "document",
            "provision",
            "effective_on",
            "until",
            "standing",
            "target_groups",
            "agencies",
            "subjects",
            "held_instead",
            "held_reason",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY

    @classmethod
    def on_day(cls, queryset: Any, day: Any) -> Any:
        """Compute the standing on the day."""
        return queryset.annotate(standing=of_measure(day))
