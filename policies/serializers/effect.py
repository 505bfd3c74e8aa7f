"""Shapes of an effect: what is done to provisions, and which records rest on them."""

from typing import Any

from rest_framework import serializers

from policies.choices import (
    DayBasis,
    EffectCut,
    EffectKind,
    EffectReach,
    EffectTiming,
)
from policies.common.registry import with_basis
from policies.serializers.cause import CauseShape
from policies.serializers.refs import DocumentRef, ProvisionRef


def names() -> dict[str, str]:
    """Give the names of the collections whose records rest on provisions."""
    return {one.name: one.name for one in with_basis()}


class RestingField(serializers.ChoiceField):
    """The name of a collection whose records rest on provisions."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[], **options)

    @property
    def choices(self) -> dict[str, str]:
        """The names of the collections."""
        return names()

    @choices.setter
    def choices(self, _value: Any) -> None:
        """Ignore what the base class sets before the apps have started."""


class TouchedShape(serializers.Serializer[Any]):
    """A record that rests on provisions that are touched."""

    collection = RestingField(help_text="The collection that lists it.")
    slug = serializers.CharField(help_text="Its public id.")
    label = serializers.CharField(  # type: ignore[assignment] # a member, not DRF's
        allow_null=True, help_text="What it is called in Vietnamese."
    )
    label_en = serializers.CharField(
        allow_null=True, help_text="What it is called in English."
    )
    provision = ProvisionRef(
        allow_null=True,
        help_text="The provision it rests on; null if the register names only the "
        "document.",
    )
    reach = serializers.ChoiceField(
        EffectReach.choices,
        help_text="How much of what it rests on is touched; `unclear` if only the "
        "document is known, not the provision: of the record, or of what touches it.",
    )
    since = serializers.DateField(
        allow_null=True, help_text="From which day it is touched; null if not known."
    )


class ActShape(serializers.Serializer[Any]):
    """What is done to the document or to provisions of it, and what that touches."""

    kind = serializers.ChoiceField(EffectKind.choices)
    kind_label = serializers.CharField(help_text="The kind in Vietnamese.")
    kind_label_en = serializers.CharField(help_text="The kind in English.")
    cause = CauseShape(help_text="The record that says so.")
    whole = serializers.BooleanField(help_text="Whether it falls upon all of it.")
    provisions = ProvisionRef(
        many=True,
        help_text="The provisions it names; of each, all that is inside is meant.",
    )
    since = serializers.DateField(
        allow_null=True, help_text="Its first day; null if not known."
    )
    basis = serializers.ChoiceField(
        DayBasis.choices, help_text="Where that day comes from."
    )
    until = serializers.DateField(
        allow_null=True,
        help_text="The first day after it; of an extension the new end of what it "
        "extends.",
    )
    timing = serializers.ChoiceField(
        EffectTiming.choices, help_text="Whether it works on the day asked for."
    )
    touches = TouchedShape(many=True)


class EffectShape(serializers.Serializer[Any]):
    """What is done to provisions of a document, and what rests on them."""

    document = DocumentRef()
    provisions = ProvisionRef(
        many=True, help_text="The provisions asked for; none is the whole document."
    )
    as_of = serializers.DateField(help_text="The day asked for, or today.")
    acts = ActShape(many=True, help_text="By day; those of unknown days last.")
    resting = TouchedShape(
        many=True,
        help_text="All that would be touched if what was asked for ended, whether or "
        "not anything is done to it; `since` is the first day of the acts above "
        "that touch it.",
    )
    complete = serializers.BooleanField(help_text="Whether nothing was left out.")
    cut = serializers.ListField(
        child=serializers.ChoiceField(EffectCut.choices),
        help_text="What was left out because a bound was reached.",
    )
