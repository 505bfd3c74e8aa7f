"""Shapes of indicators, targets and observations."""

from typing import Any

from rest_framework import serializers

from policies.choices import TargetStatus
from policies.common.api.serializers import READ_ONLY, DatedShape, Parts, RecordShape
from policies.models import Indicator, Observation, Target
from policies.querysets.progress import with_status
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


class StatusMember(serializers.ChoiceField):
    """The computed status on the day of ``as_of``; never written."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("choices", TargetStatus.pairs())
        options.setdefault("read_only", True)
        options.setdefault("allow_null", True)
        options.setdefault(
            "help_text",
            "Computed from observations for the day of `as_of` (today unless said "
            "otherwise); null for an ambition. Where methods differ it is that of the "
            "newest value; `progress/` tells each of them apart.",
        )
        super().__init__(**options)


class TargetShape(DatedShape):
    """A value to be reached by a day, or an ambition."""

    indicator = IndicatorRef(required=False, allow_null=True)
    document = DocumentRef(required=False, allow_null=True)
    provision = ProvisionRef(required=False, allow_null=True)
    held_instead = TargetRef(required=False, allow_null=True)
    status = StatusMember()
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
            "status",
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

    @classmethod
    def on_day(cls, queryset: Any, day: Any) -> Any:
        """Join the status of the day."""
        return with_status(queryset, day)


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
