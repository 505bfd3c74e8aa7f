"""Search across every kind of record: one question, one ranked list."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from policies.common.api.conditional import conditional, register_etag
from policies.common.api.cursors import Cursor, next_page, read_position
from policies.common.api.pages import DEFAULT_SIZE, LARGEST_SIZE
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.search_shapes import SearchResultPage
from policies.common.api.searched import SearchedCollection, hits, searched
from policies.common.filters import Whole, Word
from policies.common.keyset import Position
from policies.common.search import QUERY_WORDS, read_query


class PageSize(Whole):
    """How many results stand on a page."""

    least, most = 1, LARGEST_SIZE


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

    @conditional(register_etag)
    def get(self, request: Request) -> Response:
        """Give one page of what is found."""
        asked = self.asked(request)
        query, size = read_query(asked["q"]), asked["page_size"]
        names = asked["collection"] or tuple(searched())
        scope = f"search:{asked['q']}:{sorted(asked['collection'])}"
        begin = read_position(asked["cursor"], scope, models.CharField())
        rows = hits(query, names, begin.value if begin else "", size + 1)
        results = []
        for hit in rows[:size]:
            address = reverse(f"{hit.collection}-detail", args=[hit.slug])
            url = request.build_absolute_uri(address)
            results.append({**hit.result(query), "url": url})
        last = Position(rows[size - 1].place, 0) if len(rows) > size else None
        return Response({"results": results, **next_page(request, last, scope)})
