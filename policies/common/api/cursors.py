"""Cursors in queries and answers: where a page begins, and where the next one does."""

from typing import Any

from django.db import models
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param

from policies.common.api.errors import InvalidQuery
from policies.common.api.query import refuse
from policies.common.filters import Word
from policies.common.keyset import Position, decode, encode


class Cursor(Word):
    """Where a page begins, as the page before it says."""

    limit = 1000


def read_position(
    cursor: str | None, scope: str, column: "models.Field[Any, Any]"
) -> Position | None:
    """Read where a page begins; None is the beginning.

    Raises:
        InvalidQuery: not a cursor, or one of another list, filter or order.

    """
    if cursor is None:
        return None
    try:
        return decode(cursor, scope, column)
    except ValueError as error:
        detail = f"is {error}; begin again without it"
        raise InvalidQuery([refuse("cursor", "bad_cursor", detail)]) from error


def next_page(
    request: Request, last: Position | None, scope: str
) -> dict[str, str | None]:
    """Say where the next page begins: after the last row given, None if that is all."""
    if last is None:
        return {"next": None, "next_cursor": None}
    cursor = encode(last, scope)
    url = replace_query_param(request.build_absolute_uri(), "cursor", cursor)
    return {"next": url, "next_cursor": cursor}
