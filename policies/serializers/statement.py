"""Shape of a statement."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Statement
from policies.serializers.citation import CitationShape
from policies.serializers.refs import (
    AgencyRef,
    DocumentRef,
    EventRef,
    PersonRef,
    StatementRef,
    SubjectRef,
)


class StatementParts(Parts):
    """What belongs to a statement."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "statement"}


class StatementShape(RecordShape):
    """What somebody asserted, in the register's own words."""

    person = PersonRef(required=False, allow_null=True)
    agency = AgencyRef(required=False, allow_null=True)
    document = DocumentRef(required=False, allow_null=True)
    event = EventRef(required=False, allow_null=True)
    subjects = SubjectRef(many=True, required=False)
    held_instead = StatementRef(required=False, allow_null=True)
    included = StatementParts(read_only=True, required=False)

    class Meta:
        model = Statement
        fields = (
            "slug",
            "kind",
            "text",
            "text_en",
            "person",
            "agency",
            "said_on",
            "said_precision",
            "document",
            "event",
            "subjects",
            "held_instead",
            "held_reason",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
