"""Shapes of a lineage: documents as nodes, relations as edges, what stands on them."""

from typing import Any

from rest_framework import serializers

from policies.choices import (
    DocumentKind,
    LineageCut,
    LineageDirection,
    LineagePlace,
    RelationType,
)
from policies.common.collections import Collection
from policies.common.registry import registered
from policies.models import Document
from policies.serializers.legal_state import LegalStateShape
from policies.serializers.refs import DocumentRef


def attachable() -> dict[str, Collection]:
    """Give the collections whose records stand on documents, by name."""
    return {
        one.name: one
        for one in registered()
        if one.attached is not None and one.attached.model is Document
    }


class AttachedField(serializers.ChoiceField):
    """The name of such a collection, as the apps register them when they start."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[], **options)

    @property
    def choices(self) -> dict[str, str]:
        """The names of the collections."""
        return {name: name for name in attachable()}

    @choices.setter
    def choices(self, _value: Any) -> None:
        """Ignore what the base class sets before the apps have started."""


class AttachedShape(serializers.Serializer[Any]):
    """A record that stands on a document of a lineage."""

    collection = AttachedField(help_text="The collection that lists it.")
    slug = serializers.CharField(help_text="Its public id.")
    label = serializers.CharField(  # type: ignore[assignment] # a member, not DRF's
        help_text="What it is called in Vietnamese."
    )
    label_en = serializers.CharField(
        allow_null=True, help_text="What it is called in English."
    )


class LineageNodeShape(serializers.Serializer[Any]):
    """A document of a lineage."""

    document = DocumentRef()
    kind = serializers.ChoiceField(DocumentKind.choices)
    issued_on = serializers.DateField(allow_null=True)
    legal_state = LegalStateShape(
        help_text="The computed legal state on the day asked for, or of today."
    )
    place = serializers.ChoiceField(LineagePlace.choices)
    depth = serializers.IntegerField(
        min_value=0, help_text="How many relations lie between it and the root."
    )
    attached = AttachedShape(many=True)


class LineageEdgeShape(serializers.Serializer[Any]):
    """A relation between two documents of a lineage."""

    relation = serializers.CharField(help_text="Public id of the relation.")
    type = serializers.ChoiceField(RelationType.choices)
    source = serializers.CharField(  # type: ignore[assignment] # a member, not DRF's
        help_text="Public id of the acting document."
    )
    target = serializers.CharField(help_text="Public id of the one acted on.")
    whole = serializers.BooleanField(
        help_text="Whether it acts on the whole document, or on a part."
    )
    effective_on = serializers.DateField(
        allow_null=True,
        help_text="Its own day; null if it follows the acting document's.",
    )
    until = serializers.DateField(allow_null=True, help_text="First day after it.")
    wording = serializers.CharField(help_text="What the source does, in Vietnamese.")
    wording_en = serializers.CharField(help_text="What the source does, in English.")
    inverse_wording = serializers.CharField(
        help_text="The same seen from the target, in Vietnamese."
    )
    inverse_wording_en = serializers.CharField(
        help_text="The same seen from the target, in English."
    )


class LineageShape(serializers.Serializer[Any]):
    """Documents around one document, and the relations between them."""

    root = DocumentRef()
    direction = serializers.ChoiceField(
        LineageDirection.choices, help_text="Which way was walked."
    )
    as_of = serializers.DateField(
        allow_null=True, help_text="The day asked for; null if none was."
    )
    nodes = LineageNodeShape(many=True, help_text="The nearest first, the root too.")
    edges = LineageEdgeShape(many=True, help_text="Every such relation between nodes.")
    complete = serializers.BooleanField(help_text="Whether nothing was left out.")
    cut = serializers.ListField(
        child=serializers.ChoiceField(LineageCut.choices),
        help_text="What was left out because a bound was reached.",
    )
