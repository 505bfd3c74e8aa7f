"""Search across every kind of record: one question, one ranked list."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from policies.common.api.errors import InvalidQuery
from policies.common.api.pages import DEFAULT_SIZE, LARGEST_SIZE
from policies.common.api.query import refuse
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.search_shapes import SearchResultPage
from policies.common.api.searched import SearchedCollection, hits, searched
from policies.common.filters import Whole, Word
from policies.common.keyset import Position, decode, encode
from policies.common.search import QUERY_WORDS, read_query


class PageSize(Whole):
    """How many results stand on a page."""

    least, most = 1, LARGEST_SIZE


class Cursor(Word):
    """Where a page begins."""

    limit = 1000


class Search(Question):
    """Records of every kind that hold the words, best first.

    Best is a record whose number or code is asked for, then one whose name holds the
    words, then one whose other texts do; with the accents typed before without; whole
    words before beginnings; then by public id. `match` says why it was found.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "searchRegister"}
    summary = "Search every kind of record"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "q": Parameter(Word(), QUERY_WORDS, required=True),
        "collection": Parameter(
            SearchedCollection(),
            "Collections to search, all of them unless said otherwise; may be "
            "repeated. Laws, decrees and other kinds are found among the documents.",
            several=True,
            default=(),
        ),
        "page_size": Parameter(
            PageSize(),
            f"Results on a page; {DEFAULT_SIZE} unless said otherwise.",
            default=DEFAULT_SIZE,
        ),
        "cursor": Parameter(
            Cursor(), "Where the page begins: `next_cursor` of the page before."
        ),
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": SearchResultPage}

    def get(self, request: Request) -> Response:
        """Give one page of what is found."""
        asked = self.asked(request)
        query, size = read_query(asked["q"]), asked["page_size"]
        names = asked["collection"] or tuple(searched())
        scope = f"search:{asked['q']}:{sorted(asked['collection'])}"
        rows = hits(query, names, _start(asked["cursor"], scope), size + 1)
        answer: dict[str, Any] = {"results": [], "next": None, "next_cursor": None}
        for hit in rows[:size]:
            address = reverse(f"{hit.collection}-detail", args=[hit.slug])
            url = request.build_absolute_uri(address)
            answer["results"].append({**hit.result(query), "url": url})
        if len(rows) > size:
            cursor = encode(Position(rows[size - 1].place, 0), scope)
            here = request.build_absolute_uri()
            answer["next"] = replace_query_param(here, "cursor", cursor)
            answer["next_cursor"] = cursor
        return Response(answer)


def _start(cursor: str | None, scope: str) -> str:
    """Read the place that a page comes after; "" is before every place."""
    if cursor is None:
        return ""
    try:
        place: str = decode(cursor, scope, models.CharField()).value
    except ValueError as error:
        detail = f"is {error}; begin again without it"
        raise InvalidQuery([refuse("cursor", "bad_cursor", detail)]) from error
    return place
