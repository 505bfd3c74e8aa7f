"""Shapes of indicators, targets and observations."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Indicator, Observation, Target
from policies.serializers.citation import CitationShape
from policies.serializers.refs import (
    AgencyRef,
    DocumentRef,
    IndicatorRef,
    ObservationRef,
    ProvisionRef,
    SubjectRef,
    TargetRef,
)


class TargetParts(Parts):
    """What belongs to a target."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "target"}


class TargetShape(RecordShape):
    """A value to be reached by a day, or an ambition."""

    indicator = IndicatorRef(required=False, allow_null=True)
    document = DocumentRef(required=False, allow_null=True)
    provision = ProvisionRef(required=False, allow_null=True)
    held_instead = TargetRef(required=False, allow_null=True)
    included = TargetParts(read_only=True, required=False)

    class Meta:
        model = Target
        fields = (
            "slug",
            "title",
            "title_en",
            "kind",
            "indicator",
            "comparator",
            "value",
            "due_on",
            "due_precision",
            "scope",
            "scope_en",
            "document",
            "provision",
            "held_instead",
            "held_reason",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY


class ObservationParts(Parts):
    """What belongs to an observation."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "observation"}


class ObservationShape(RecordShape):
    """A value that a source gives for a period."""

    indicator = IndicatorRef()
    agency = AgencyRef(required=False, allow_null=True)
    held_instead = ObservationRef(required=False, allow_null=True)
    included = ObservationParts(read_only=True, required=False)

    class Meta:
        model = Observation
        fields = (
            "slug",
            "indicator",
            "period_on",
            "period_precision",
            "comparator",
            "value",
            "method",
            "method_en",
            "agency",
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


class IndicatorParts(Parts):
    """What belongs to an indicator."""

    targets = TargetShape(many=True, required=False)
    observations = ObservationShape(many=True, required=False)
    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {
            "targets": "indicator",
            "observations": "indicator",
            "citations": "indicator",
        }


class IndicatorShape(RecordShape):
    """What is measured."""

    subjects = SubjectRef(many=True, required=False)
    included = IndicatorParts(read_only=True, required=False)

    class Meta:
        model = Indicator
        fields = (
            "slug",
            "name",
            "name_en",
            "unit",
            "direction",
            "definition",
            "definition_en",
            "subjects",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
