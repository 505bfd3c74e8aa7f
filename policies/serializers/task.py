"""Shape of a task."""

from policies.common.api.serializers import READ_ONLY, Parts, RecordShape
from policies.models import Task
from policies.serializers.citation import CitationShape
from policies.serializers.refs import (
    AgencyRef,
    DocumentRef,
    EventRef,
    ProvisionRef,
    SubjectRef,
    TaskRef,
)


class TaskParts(Parts):
    """What belongs to a task."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "task"}


class TaskShape(RecordShape):
    """What is to be done, by whom, by when."""

    group = TaskRef(required=False, allow_null=True)
    document = DocumentRef(required=False, allow_null=True)
    provision = ProvisionRef(required=False, allow_null=True)
    event = EventRef(required=False, allow_null=True)
    lead = AgencyRef(required=False, allow_null=True)
    cooperating = AgencyRef(many=True, required=False)
    subjects = SubjectRef(many=True, required=False)
    included = TaskParts(read_only=True, required=False)

    class Meta:
        model = Task
        fields = (
            "slug",
            "title",
            "title_en",
            "summary",
            "summary_en",
            "group",
            "order",
            "document",
            "provision",
            "event",
            "lead",
            "cooperating",
            "due_on",
            "due_precision",
            "status",
            "status_on",
            "evidence",
            "evidence_en",
            "subjects",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
