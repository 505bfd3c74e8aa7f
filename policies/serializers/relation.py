"""Shapes of relations and unresolved citations."""

from typing import Any

from policies.common.api.serializers import READ_ONLY, DatedShape, Parts, RecordShape
from policies.models import Relation, UnresolvedCitation
from policies.querysets.standing import of_relation
from policies.serializers.citation import CitationShape
from policies.serializers.refs import DocumentRef, ProvisionRef, RelationRef
from policies.serializers.standing import StandingMember


class RelationParts(Parts):
    """What belongs to a relation."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "relation"}


class RelationShape(DatedShape):
    """What an acting document does to another one."""

    source = DocumentRef()  # type: ignore[assignment] # a member, not DRF's
    target = DocumentRef()
    source_provisions = ProvisionRef(many=True, required=False)
    target_provisions = ProvisionRef(many=True, required=False)
    standing = StandingMember()
    included = RelationParts(read_only=True, required=False)

    class Meta:
        model = Relation
        fields = (
            "slug",
            "source",
            "type",
            "target",
            "whole",
            "effective_on",
            "until",
            "standing",
            "source_provisions",
            "target_provisions",
            "note",
            "note_en",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY

    @classmethod
    def on_day(cls, queryset: Any, day: Any) -> Any:
        """Compute the standing on the day."""
        return queryset.annotate(standing=of_relation(day))


class UnresolvedCitationParts(Parts):
    """What belongs to an unresolved citation."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "unresolved_citation"}


class UnresolvedCitationShape(RecordShape):
    """A cited document that the register does not hold yet."""

    document = DocumentRef()
    relation = RelationRef(read_only=True, allow_null=True)
    included = UnresolvedCitationParts(read_only=True, required=False)

    class Meta:
        model = UnresolvedCitation
        fields = (
            "slug",
            "document",
            "type",
            "text",
            "relation",
            "note",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY
