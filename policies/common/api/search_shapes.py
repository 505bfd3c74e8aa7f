"""Shapes of what a search answers: results, and why each was found."""

from typing import Any

from rest_framework import serializers

from policies.common.api.searched import searched


class SearchedField(serializers.ChoiceField):
    """The name of a collection, of those that the apps register when they start."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[], **options)

    @property
    def choices(self) -> dict[str, str]:
        """The names of the collections searched."""
        return {name: name for name in searched()}

    @choices.setter
    def choices(self, _value: Any) -> None:
        """Ignore what the base class sets before the apps have started."""


class SearchSegmentShape(serializers.Serializer[Any]):
    """A piece of the text in which a record was found."""

    text = serializers.CharField(
        trim_whitespace=False, help_text="The piece, as it stands in the record."
    )
    matched = serializers.BooleanField(help_text="Whether it is what was searched.")


class SearchMatchShape(serializers.Serializer[Any]):
    """Why a record was found."""

    field = serializers.CharField(help_text="The member of the record that matches.")
    segments = SearchSegmentShape(
        many=True,
        help_text=(
            "A piece of that member around the hit, cut as it stands there; of a code "
            "it is the code or its label in Vietnamese."
        ),
    )


class SearchResultShape(serializers.Serializer[Any]):
    """A record found by a search across collections."""

    collection = SearchedField(help_text="The collection that lists it.")
    slug = serializers.CharField(help_text="Its public id.")
    number = serializers.CharField(
        allow_null=True, help_text="Its number or code, if it has one."
    )
    label = serializers.CharField(  # type: ignore[assignment] # a member, not DRF's
        allow_null=True, help_text="What it is called in Vietnamese, if it has a name."
    )
    label_en = serializers.CharField(
        allow_null=True, help_text="What it is called in English."
    )
    match = SearchMatchShape(required=False, help_text="Why it was found.")
    url = serializers.URLField(help_text="Where the record is.")


class SearchResultPage(serializers.Serializer[Any]):
    """A page of what a search found, best first."""

    results = SearchResultShape(many=True)
    next = serializers.URLField(
        allow_null=True, help_text="Address of the next page; null on the last."
    )
    next_cursor = serializers.CharField(
        allow_null=True, help_text="Cursor of the next page; null on the last."
    )
