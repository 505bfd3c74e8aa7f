"""Shape of an event."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Event
from policies.serializers.citation import CitationShape
from policies.serializers.refs import AgencyRef, DocumentRef, PersonRef


class EventParts(Parts):
    """What belongs to an event."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "event"}


class EventShape(RecordShape):
    """What happened when."""

    documents = DocumentRef(many=True, required=False)
    agencies = AgencyRef(many=True, required=False)
    people = PersonRef(many=True, required=False)
    included = EventParts(read_only=True, required=False)

    class Meta:
        model = Event
        fields = (
            "slug",
            "name",
            "name_en",
            "kind",
            "starts_on",
            "starts_precision",
            "ends_on",
            "place",
            "place_en",
            "summary",
            "summary_en",
            "documents",
            "agencies",
            "people",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
