"""Collections: what the API lists, one declaration each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from rest_framework import serializers

from policies.common.filters import RegisterFilterSet
from policies.common.keyset import Order
from policies.common.models import Record

BY_SLUG = Order("slug", "slug")
BY_MODIFIED = Order("modified_at", "modified_at")


def _as_is(queryset: Any) -> Any:
    return queryset


@dataclass(frozen=True)
class Collection:
    """One kind of record as the API lists it.

    Attributes:
        name: the path segment and, in CamelCase, the word of ``listDecrees``.
        singular: the word of ``getDecree`` and of the schema component.
        model: where the rows are; a proxy narrows them.
        serializer: the shape of a record, read and written.
        filterset: the filters.
        about: what the collection is, for the OpenAPI document.
        orders: further orders beside ``slug`` and ``modified_at``.
        prepare: what the shape needs joined to the rows, if anything.

    """

    name: str
    singular: str
    model: type[Record]
    serializer: type[serializers.ModelSerializer[Any]]
    filterset: type[RegisterFilterSet]
    about: str
    orders: tuple[Order, ...] = ()
    prepare: Callable[[Any], Any] = _as_is

    @property
    def all_orders(self) -> dict[str, Order]:
        """Every order by its public name."""
        offered = (BY_SLUG, BY_MODIFIED, *self.orders)
        return {order.name: order for order in offered}

    def published(self) -> "models.QuerySet[Any]":
        """Give the rows that the public sees."""
        return self.model._default_manager.filter(state="published")
