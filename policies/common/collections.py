"""Collections: what the API lists, one declaration each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from rest_framework import serializers

from policies.common.api.serializers import on_day
from policies.common.clocks import legal_day
from policies.common.filters import RegisterFilterSet
from policies.common.keyset import Order
from policies.common.models import Record

BY_SLUG = Order("slug", "slug")
BY_MODIFIED = Order("modified_at", "modified_at")
BY_RELEVANCE = Order("relevance", "relevance")  # of every list, where it is searched


@dataclass(frozen=True)
class Attachment:
    """How records of a collection are attached to the records they stand on.

    Attributes:
        model: what they stand on.
        column: the path from a record to what it stands on.

    """

    model: type[Record]
    column: str


@dataclass(frozen=True)
class Debt:
    """How records of a collection are owed by an agency until they are done.

    The model has ``due_on`` with its precision and its order, and a ``document``.

    Attributes:
        agency: the column of who owes.
        owed: the condition of being owed on a day.
        late: the condition of being late on a day.

    """

    agency: str
    owed: Callable[[date], models.Q]
    late: Callable[[date], models.Q]


@dataclass(frozen=True)
class Label:
    """The columns that name a record to people; "" where the records have none.

    Attributes:
        vi: what it is called in Vietnamese.
        en: what it is called in English.
        number: its number or code.

    """

    vi: str = ""
    en: str = ""
    number: str = ""


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
        label: what names a record where several kinds stand in one list.
        attached: on what the records stand, where they can be attached to it.
        debt: how agencies owe the records, where they do.

    """

    name: str
    singular: str
    model: type[Record]
    serializer: type[serializers.ModelSerializer[Any]]
    filterset: type[RegisterFilterSet]
    about: str
    orders: tuple[Order, ...] = ()
    label: Label = Label()
    attached: Attachment | None = None
    debt: Debt | None = None

    @property
    def all_orders(self) -> dict[str, Order]:
        """Every order by its public name."""
        offered = (BY_SLUG, BY_MODIFIED, *self.orders)
        return {order.name: order for order in offered}

    def prepare(self, queryset: "models.QuerySet[Any]") -> Any:
        """Add to rows what the shape reads, for the day of the law asked for."""
        return on_day(self.serializer, queryset, legal_day())

    def published(self) -> "models.QuerySet[Any]":
        """Give the rows that the public sees."""
        return self.model._default_manager.filter(state="published")
