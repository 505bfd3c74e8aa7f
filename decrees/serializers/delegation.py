"""Shapes of delegations and their citations."""

from decrees.models import Delegation, DelegationCitation
from policies.common.api.serializers import (
    READ_ONLY,
    Parts,
    RecordShape,
    RefShape,
)
from policies.serializers import (
    CITATION_FIELDS,
    AgencyRef,
    DocumentRef,
    ProvisionRef,
    SourceRef,
)


class DelegationRef(RefShape):
    """A delegation by its public id."""

    class Meta:
        model = Delegation
        fields = ("slug", "matter", "matter_en")
        read_only_fields = ("matter", "matter_en")


class DelegationCitationShape(RecordShape):
    """One source speaking about one delegation."""

    source = SourceRef()  # type: ignore[assignment] # a member, not DRF's source
    delegation = DelegationRef()

    class Meta:
        model = DelegationCitation
        fields = (
            "slug",
            "source",
            "delegation",
            *CITATION_FIELDS,
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY


class DelegationParts(Parts):
    """What belongs to a delegation."""

    citations = DelegationCitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "delegation"}


class DelegationShape(RecordShape):
    """What a law orders to be detailed, who owes it, and what fulfilled it."""

    document = DocumentRef()
    provision = ProvisionRef(required=False, allow_null=True)
    agency = AgencyRef(required=False, allow_null=True)
    fulfilled_by = DocumentRef(required=False, allow_null=True)
    included = DelegationParts(read_only=True, required=False)

    class Meta:
        model = Delegation
        fields = (
            "slug",
            "document",
            "provision",
            "matter",
            "matter_en",
            "agency",
            "due_on",
            "due_precision",
            "fulfilled_by",
            "note",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
