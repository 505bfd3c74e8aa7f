"""Shapes of the vocabularies."""

from policies.common.api.serializers import READ_ONLY, RecordShape
from policies.models import Subject, TargetGroup
from policies.serializers.refs import SubjectRef


class SubjectShape(RecordShape):
    """A subject of the vocabulary tree."""

    parent = SubjectRef(required=False, allow_null=True)

    class Meta:
        model = Subject
        fields = (
            "slug",
            "name",
            "name_en",
            "parent",
            "note",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY


class TargetGroupShape(RecordShape):
    """Whom measures are meant for."""

    class Meta:
        model = TargetGroup
        fields = (
            "slug",
            "name",
            "name_en",
            "note",
            "stip_group",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY
