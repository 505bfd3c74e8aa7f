"""Shape of a citation."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from policies.choices import CitedRecord
from policies.common.api.serializers import FIND, READ_ONLY, RecordShape, find
from policies.models import CITED_RECORDS, Citation
from policies.serializers.refs import SourceRef

CITATION_FIELDS = (
    "locator",
    "field",
    "agrees",
    "claimed_value",
    "reason",
    "note",
)


class CitationShape(RecordShape):
    """One source speaking about one record: its type and public id, and where."""

    source = SourceRef()  # type: ignore[assignment] # a member, not DRF's source
    record_type = serializers.ChoiceField(
        choices=CitedRecord.choices, help_text="Kind of the record cited for."
    )
    record = serializers.CharField(
        max_length=200, help_text="Public id of the record cited for."
    )

    class Meta:
        model = Citation
        fields = (
            "slug",
            "source",
            "record_type",
            "record",
            *CITATION_FIELDS,
            "state",
            "created_at",
            "modified_at",
        )
        read_only_fields = READ_ONLY

    def validate(self, attrs: Mapping[str, Any]) -> dict[str, Any]:
        """Find the cited record and put it into the column of its type."""
        values = dict(attrs)
        kind, slug = values.get("record_type"), values.get("record")
        if kind is None or slug is None:
            return values
        found = self.context.get(FIND, find)(CITED_RECORDS[kind], slug)
        if found is None:
            message = f"There is no {kind} «{slug}»."
            raise serializers.ValidationError({"record": [message]}, code="unknown")
        return values | dict.fromkeys(CITED_RECORDS) | {kind: found}
