"""Shapes of documents and their aliases."""

from typing import Any

from policies.common.api.serializers import READ_ONLY, DatedShape, Parts, RecordShape
from policies.models import Document, DocumentAlias
from policies.serializers.citation import CitationShape
from policies.serializers.legal_state import LegalStateShape, StateReportShape
from policies.serializers.measure import MeasureShape
from policies.serializers.provision import ProvisionShape
from policies.serializers.refs import AgencyRef, DocumentRef, PersonRef, SubjectRef
from policies.serializers.relation import RelationShape, UnresolvedCitationShape


class DocumentAliasParts(Parts):
    """What belongs to an alias."""

    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {"citations": "alias"}


class DocumentAliasShape(RecordShape):
    """Another name or spelling of a document."""

    document = DocumentRef()
    included = DocumentAliasParts(read_only=True, required=False)

    class Meta:
        model = DocumentAlias
        fields = (
            "slug",
            "document",
            "text",
            "kind",
            "note",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = READ_ONLY


class DocumentParts(Parts):
    """What belongs to a document."""

    provisions = ProvisionShape(many=True, required=False)
    outgoing = RelationShape(many=True, required=False)
    incoming = RelationShape(many=True, required=False)
    measures = MeasureShape(many=True, required=False)
    aliases = DocumentAliasShape(many=True, required=False)
    legal_states = LegalStateShape(many=True, required=False)
    reported_states = StateReportShape(many=True, required=False)
    unresolved_citations = UnresolvedCitationShape(many=True, required=False)
    citations = CitationShape(many=True, required=False)

    class Meta(Parts.Meta):
        keys = {
            "provisions": "document",
            "outgoing": "source",
            "incoming": "target",
            "measures": "document",
            "aliases": "document",
            "legal_states": "document",
            "reported_states": "document",
            "unresolved_citations": "document",
            "citations": "document",
        }
        orders = {"provisions": "position", "legal_states": "id"}


class DocumentShape(DatedShape):
    """A document; ``legal_state`` is the computed state on the day of ``as_of``."""

    issuer = AgencyRef(required=False, allow_null=True)
    co_issuers = AgencyRef(many=True, required=False)
    signers = PersonRef(many=True, required=False)
    subjects = SubjectRef(many=True, required=False)
    legal_state = LegalStateShape(read_only=True, source="today")
    included = DocumentParts(read_only=True, required=False)

    class Meta:
        model = Document
        fields = (
            "slug",
            "family",
            "kind",
            "number",
            "number_key",
            "number_status",
            "sequence",
            "year",
            "title",
            "title_en",
            "summary",
            "summary_en",
            "stage",
            "issuer",
            "co_issuers",
            "signers",
            "issued_on",
            "effective_on",
            "ends_on",
            "gazette_number",
            "gazette_on",
            "official_url",
            "subjects",
            "note",
            "legal_state",
            "state",
            "created_at",
            "modified_at",
            "included",
        )
        read_only_fields = ("number_key", "sequence", "year", *READ_ONLY)

    @classmethod
    def on_day(cls, queryset: Any, day: Any) -> Any:
        """Join the legal state of the day."""
        return queryset.with_legal_state(day)
