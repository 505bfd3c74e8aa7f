"""Shape of a provision."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Provision
from policies.serializers.citation import CitationShape
from policies.serializers.refs import DocumentRef, ProvisionRef


class ProvisionParts(Parts):
    """What belongs to a provision."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "provision"}


class ProvisionShape(RecordShape):
    """One provision of a document."""

    document = DocumentRef()
    parent = ProvisionRef(required=False, allow_null=True)
    included = ProvisionParts(read_only=True, required=False)

    class Meta:
        model = Provision
        fields = (
            "slug",
            "document",
            "parent",
            "level",
            "label",
            "eid",
            "heading",
            "heading_en",
            "text",
            "text_en",
            "effective_on",
            "ends_on",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = ("eid", *READ_ONLY)
