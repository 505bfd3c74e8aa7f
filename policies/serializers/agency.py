"""Shapes of agencies and their succession."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Agency, AgencySuccession
from policies.serializers.citation import CitationShape
from policies.serializers.person import PostShape
from policies.serializers.refs import AgencyRef, DocumentRef


class AgencySuccessionParts(Parts):
    """What belongs to a succession."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "succession"}


class AgencySuccessionShape(RecordShape):
    """How one agency continues another."""

    predecessor = AgencyRef()
    successor = AgencyRef()
    legal_basis = DocumentRef(required=False, allow_null=True)
    included = AgencySuccessionParts(read_only=True, required=False)

    class Meta:
        model = AgencySuccession
        fields = (
            "slug",
            "predecessor",
            "successor",
            "kind",
            "effective_on",
            "effective_precision",
            "legal_basis",
            "note",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY


class AgencyParts(Parts):
    """What belongs to an agency."""

    successions = AgencySuccessionShape(many=True, required=False)
    origins = AgencySuccessionShape(many=True, required=False)
    posts = PostShape(many=True, required=False)
    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {
            "successions": "predecessor",
            "origins": "successor",
            "posts": "agency",
            "citations": "agency",
        }


class AgencyShape(RecordShape):
    """An agency with its life span."""

    parent = AgencyRef(required=False, allow_null=True)
    included = AgencyParts(read_only=True, required=False)

    class Meta:
        model = Agency
        fields = (
            "slug",
            "code",
            "name",
            "name_en",
            "short_name",
            "kind",
            "parent",
            "established_on",
            "established_precision",
            "dissolved_on",
            "dissolved_precision",
            "url",
            "note",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
