"""Shapes of legal state: computed intervals, and what portals reported."""

from policies.common.api.serializers import READ_ONLY, ModelShape, RecordShape
from policies.models import LegalInterval, ReportedState
from policies.serializers.refs import DocumentRef, SourceRef


class LegalStateShape(ModelShape):
    """The computed legal state of a document, from when to when, and why."""

    class Meta:
        model = LegalInterval
        fields = ("state", "starts_on", "until", "reason", "cause")
        read_only_fields = fields


class StateReportShape(RecordShape):
    """The legal state that a portal showed for a document."""

    document = DocumentRef()
    source = SourceRef()  # type: ignore[assignment] # a member, not DRF's source

    class Meta:
        model = ReportedState
        fields = (
            "slug",
            "document",
            "source",
            "reported_state",
            "reported_on",
            "wording",
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY
