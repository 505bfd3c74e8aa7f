"""Shapes of technologies and platforms."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Platform, Technology
from policies.serializers.citation import CitationShape
from policies.serializers.refs import AgencyRef, DocumentRef, TechnologyRef


class TechnologyParts(Parts):
    """What belongs to a technology."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "technology"}


class TechnologyShape(RecordShape):
    """A strategic technology group or product."""

    group = TechnologyRef(required=False, allow_null=True)
    document = DocumentRef(required=False, allow_null=True)
    included = TechnologyParts(read_only=True, required=False)

    class Meta:
        model = Technology
        fields = (
            "slug",
            "name",
            "name_en",
            "kind",
            "group",
            "document",
            "priority_on",
            "priority_precision",
            "order",
            "note",
            "note_en",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY


class PlatformParts(Parts):
    """What belongs to a platform."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "platform"}


class PlatformShape(RecordShape):
    """A national digital platform, portal or exchange."""

    operator = AgencyRef(required=False, allow_null=True)
    document = DocumentRef(required=False, allow_null=True)
    included = PlatformParts(read_only=True, required=False)

    class Meta:
        model = Platform
        fields = (
            "slug",
            "name",
            "name_en",
            "kind",
            "operator",
            "document",
            "url",
            "address",
            "launched_on",
            "launched_precision",
            "status",
            "summary",
            "summary_en",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
