"""Shapes of what an agency owes, and of how far tasks have come."""

from typing import Any

from rest_framework import serializers

from policies.common.collections import Collection
from policies.common.fields import DatePrecision
from policies.common.registry import registered
from policies.serializers.refs import AgencyRef


def owing() -> dict[str, Collection]:
    """Give the collections whose records agencies owe, by name."""
    return {one.name: one for one in registered() if one.debt is not None}


class OwingField(serializers.ChoiceField):
    """The name of such a collection, as the apps register them when they start."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[], **options)

    @property
    def choices(self) -> dict[str, str]:
        """The names of the collections."""
        return {name: name for name in owing()}

    @choices.setter
    def choices(self, _value: Any) -> None:
        """Ignore what the base class sets before the apps have started."""


class OwedShape(serializers.Serializer[Any]):
    """A record that an agency owes: a task that it leads, a delegation to it."""

    collection = OwingField(help_text="The collection that lists it.")
    slug = serializers.CharField(help_text="Its public id.")
    label = serializers.CharField(  # type: ignore[assignment] # a member, not DRF's
        help_text="What it is called in Vietnamese."
    )
    label_en = serializers.CharField(
        allow_null=True, help_text="What it is called in English."
    )
    document = serializers.CharField(
        allow_null=True, help_text="Public id of the document that orders it."
    )
    number = serializers.CharField(allow_null=True, help_text="Its number.")
    due_on = serializers.DateField(
        allow_null=True, help_text="First day of the due period."
    )
    due_precision = serializers.ChoiceField(DatePrecision.choices, allow_null=True)
    late = serializers.BooleanField(
        help_text="Whether it should have been done by the day."
    )


class OwedByShape(serializers.Serializer[Any]):
    """What an agency owes on a day."""

    agency = AgencyRef()
    on = serializers.DateField(help_text="The day asked for, or today.")
    owed = serializers.IntegerField(min_value=0, help_text="Records it owes.")
    late = serializers.IntegerField(min_value=0, help_text="Of these, late.")
    complete = serializers.BooleanField(
        help_text="Whether nothing was left out; at most 1000 of each collection are "
        "given and counted."
    )
    records = OwedShape(
        many=True, help_text="What is late first, then as it falls due."
    )
