"""Shape of what causes something: a record, and the document it speaks for."""

from typing import Any

from rest_framework import serializers

from policies.choices import CauseRecord
from policies.serializers.refs import DocumentRef


class CauseShape(serializers.Serializer[Any]):
    """The record behind a legal state or an item of a timeline."""

    record = serializers.ChoiceField(
        CauseRecord.choices, help_text="What kind of record it is."
    )
    slug = serializers.CharField(help_text="Its public id.")
    document = DocumentRef(
        allow_null=True,
        help_text="The other document of a relation, or the document itself; null "
        "for events and reported states.",
    )
