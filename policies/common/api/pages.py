"""Pages of a list: size, order, position and count, read strictly from the query."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import QueryDict
from rest_framework.request import Request

from policies.common.api.cursors import next_page, read_position
from policies.common.api.errors import Fault, InvalidQuery
from policies.common.api.query import refuse
from policies.common.api.rows import Members, Row
from policies.common.api.select import select
from policies.common.api.shown import PARAMETERS as SHOWN
from policies.common.collections import BY_RELEVANCE, Collection
from policies.common.filters import RefusedValueError, parse_flag
from policies.common.keyset import Order, Position, after

DEFAULT_SIZE = 50
LARGEST_SIZE = 200
PARAMETERS = ("cursor", "page_size", "ordering", "count")
SAME_LIST = {*PARAMETERS, *SHOWN, "facets"}  # they do not say what is listed


@dataclass(frozen=True)
class Page:
    """What part of a list is asked for."""

    size: int
    order: Order
    descending: bool
    position: Position | None
    scope: str
    count: bool

    def read(
        self,
        collection: Collection,
        queryset: models.QuerySet[Any],
        members: Members | None = None,
        texts: tuple[str, ...] = (),
    ) -> list[Row]:
        """Give the rows of the page and one more, each with its sort value last."""
        if self.position is not None:
            queryset = queryset.filter(
                after(self.position, self.order, descending=self.descending)
            )
        sorting = self.order.sorting(descending=self.descending)
        narrow = queryset.order_by(*sorting)[: self.size + 1]
        column = self.order.column
        sign = "-" if self.descending else ""
        return select(collection, members, texts).read(narrow, column, sign)

    def following(self, request: Request, rows: Sequence[Row]) -> dict[str, Any]:
        """Say where the next page begins, if there is one."""
        if len(rows) <= self.size:
            return next_page(request, None, self.scope)
        last = rows[self.size - 1]
        return next_page(request, Position(last[-1], last[0]), self.scope)


class KeysetPages:
    """How pages of a list stand in the OpenAPI document."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the page parameters."""
        names = [
            f"{sign}{name}"
            for name in (*view.collection.all_orders, BY_RELEVANCE.name)
            for sign in ("", "-")
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
                (
                    "Order of the list; `-` turns it round. Unless said otherwise it "
                    "is `slug`, or with `q` `relevance`: the best first, refused "
                    "without `q`."
                ),
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
                "facets": {"$ref": "#/components/schemas/Facets"},
            },
        }


def read_page(query: QueryDict, collection: Collection, faults: list[Fault]) -> Page:
    """Read the page parameters; ``faults`` takes what is wrong with the query.

    A cursor is read last, and only if nothing else is wrong: it belongs to one list.
    """
    size = _size(query.get("page_size"), faults)
    searched = "q" in query
    usual = BY_RELEVANCE.name if searched else "slug"
    orders = collection.all_orders
    if searched:
        orders |= {BY_RELEVANCE.name: BY_RELEVANCE}
    order, descending = _order(query.get("ordering", usual), orders, faults)
    count = _count(query.get("count"), faults)
    scope = _scope(query, collection, order, descending=descending)
    position = None
    if not faults:
        column = _column(collection, order)
        try:
            position = read_position(query.get("cursor"), scope, column)
        except InvalidQuery as error:
            faults.extend(error.faults)
    return Page(size, order, descending, position, scope, count)


def _size(text: str | None, faults: list[Fault]) -> int:
    if text is None:
        return DEFAULT_SIZE
    if re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) and int(text) <= LARGEST_SIZE:
        return int(text)
    detail = f"must be a whole number from 1 to {LARGEST_SIZE}"
    faults.append(refuse("page_size", "out_of_range", detail))
    return DEFAULT_SIZE


def _column(collection: Collection, order: Order) -> "models.Field[Any, Any]":
    if order is BY_RELEVANCE:
        return models.CharField()
    column: models.Field[Any, Any] = collection.model._meta.get_field(order.column)  # type: ignore[assignment]
    return column


def _order(
    text: str, orders: Mapping[str, Order], faults: list[Fault]
) -> tuple[Order, bool]:
    descending = text.startswith("-")
    order = orders.get(text.removeprefix("-"))
    if order is None:
        allowed = [f"{sign}{name}" for name in orders for sign in ("", "-")]
        detail = "is not an order of this list"
        if text.removeprefix("-") == BY_RELEVANCE.name:
            detail = "by relevance needs q, which says what is relevant"
        faults.append(refuse("ordering", "unknown_order", detail, allowed))
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
    query: QueryDict, collection: Collection, order: Order, *, descending: bool
) -> str:
    """Name the list a cursor belongs to: collection, order and filters."""
    rest = sorted(
        (name, sorted(values))
        for name, values in query.lists()
        if name not in SAME_LIST
    )
    return f"{collection.name}:{'-' if descending else ''}{order.name}:{rest}"
