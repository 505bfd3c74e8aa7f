"""Pages of a list: size, order, position and count, read strictly from the query."""

import re
from dataclasses import dataclass
from typing import Any

from django.db import models
from rest_framework.request import Request

from policies.common.api.errors import Fault, InvalidQuery
from policies.common.api.query import refuse
from policies.common.api.rows import Row
from policies.common.api.select import select
from policies.common.collections import Collection
from policies.common.filters import RefusedValueError, parse_flag
from policies.common.keyset import Order, Position, after, decode, encode

DEFAULT_SIZE = 50
LARGEST_SIZE = 200
PARAMETERS = ("cursor", "page_size", "ordering", "count")


@dataclass(frozen=True)
class Page:
    """What part of a list is asked for."""

    size: int
    order: Order
    descending: bool
    position: Position | None
    scope: str
    count: bool

    def read(self, collection: Collection, queryset: models.QuerySet[Any]) -> list[Row]:
        """Give the rows of the page and one more, each with its sort value last."""
        if self.position is not None:
            queryset = queryset.filter(
                after(self.position, self.order, descending=self.descending)
            )
        sorting = self.order.sorting(descending=self.descending)
        narrow = queryset.order_by(*sorting)[: self.size + 1]
        column = self.order.column
        sign = "-" if self.descending else ""
        return select(collection, column).read(narrow, column, sign)

    def cursor_after(self, value: Any, row_id: int) -> str:
        """Write the cursor of the page that follows a row."""
        return encode(Position(value, row_id), self.scope)


class KeysetPages:
    """How pages of a list stand in the OpenAPI document."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the page parameters."""
        names = [
            f"{sign}{name}" for name in view.collection.all_orders for sign in ("", "-")
        ]
        described: dict[str, tuple[dict[str, Any], str]] = {
            "cursor": (
                {"type": "string", "minLength": 1, "maxLength": 1000},
                "Where the page begins: `next_cursor` of the page before.",
            ),
            "page_size": (
                {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE},
                f"Records on a page; {DEFAULT_SIZE} unless said otherwise.",
            ),
            "ordering": (
                {"type": "string", "enum": names},
                "Order of the list, `slug` unless said otherwise; `-` turns it round.",
            ),
            "count": ({"type": "boolean"}, "Whether to count all records found."),
        }
        return [
            {
                "name": name,
                "required": False,
                "in": "query",
                "schema": schema,
                "description": words,
            }
            for name, (schema, words) in described.items()
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe a page of records."""
        text = {"type": ["string", "null"]}
        return {
            "type": "object",
            "required": ["results", "next", "next_cursor"],
            "properties": {
                "results": schema,
                "next": {
                    **text,
                    "format": "uri",
                    "description": "Address of the next page; null on the last.",
                },
                "next_cursor": {
                    **text,
                    "description": "Cursor of the next page; null on the last.",
                },
                "count": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "All records found; only with `count=true`.",
                },
            },
        }


def read_page(request: Request, collection: Collection) -> Page:
    """Read the page parameters.

    Raises:
        InvalidQuery: naming each parameter that cannot be used.

    """
    query = request.query_params
    faults: list[Fault] = []
    size = _size(query.get("page_size"), faults)
    order, descending = _order(query.get("ordering", "slug"), collection, faults)
    count = _count(query.get("count"), faults)
    scope = _scope(request, collection, order, descending=descending)
    position = None
    if "cursor" in query and not faults:
        column = collection.model._meta.get_field(order.column)
        try:
            position = decode(query["cursor"], scope, column)  # type: ignore[arg-type]
        except ValueError as error:
            detail = f"is {error}; begin again without it"
            faults.append(refuse("cursor", "bad_cursor", detail))
    if faults:
        raise InvalidQuery(faults)
    return Page(size, order, descending, position, scope, count)


def _size(text: str | None, faults: list[Fault]) -> int:
    if text is None:
        return DEFAULT_SIZE
    if re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) and int(text) <= LARGEST_SIZE:
        return int(text)
    detail = f"must be a whole number from 1 to {LARGEST_SIZE}"
    faults.append(refuse("page_size", "out_of_range", detail))
    return DEFAULT_SIZE


def _order(
    text: str, collection: Collection, faults: list[Fault]
) -> tuple[Order, bool]:
    orders = collection.all_orders
    descending = text.startswith("-")
    order = orders.get(text.removeprefix("-"))
    if order is None:
        allowed = [f"{sign}{name}" for name in orders for sign in ("", "-")]
        faults.append(
            refuse("ordering", "unknown_order", "is not an order of this list", allowed)
        )
        order = orders["slug"]
    return order, descending


def _count(text: str | None, faults: list[Fault]) -> bool:
    if text is None:
        return False
    try:
        return parse_flag(text)
    except RefusedValueError as error:
        faults.append(refuse("count", "malformed", str(error), error.allowed))
        return False


def _scope(
    request: Request, collection: Collection, order: Order, *, descending: bool
) -> str:
    """Name the list a cursor belongs to: collection, order and filters."""
    rest = sorted(
        (name, sorted(values))
        for name, values in request.query_params.lists()
        if name not in {"cursor", "page_size", "count", "include", "ordering"}
    )
    return f"{collection.name}:{'-' if descending else ''}{order.name}:{rest}"
