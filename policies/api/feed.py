"""Atom feeds of new and changed documents, for any filter of their lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import quote, urlencode

from django.db import models
from django.urls import URLPattern, path, reverse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param

from policies.api.entries import ATOM, entry, link
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.cursors import Cursor, read_position
from policies.common.api.pages import Page
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.renderers import XMLRenderer
from policies.common.api.rows import plan
from policies.common.api.schema import camel
from policies.common.collections import BY_MODIFIED, Collection
from policies.common.filters import Word
from policies.common.search import QUERY_WORDS, read_query, search
from policies.common.xml import document as written
from policies.common.xml import element
from policies.models import Document

MEDIA_TYPE = "application/atom+xml"
ENTRIES = 50
NEVER = "1970-01-01T00:00:00Z"
FEED_SCHEMA = {"type": "string", "description": "The feed, as Atom 1.0 (RFC 4287)."}


class AtomRenderer(XMLRenderer):
    """Atom."""

    media_type = MEDIA_TYPE


class FilterParameter(Parameter):
    """A filter of a list as a parameter of its feed."""

    def schema(self) -> dict[str, Any]:
        """OpenAPI schema of the parameter, as in the list."""
        return self.reads.schema()


def parameters(collection: Collection) -> dict[str, Parameter]:
    """Give what may be asked of the feed of a collection: every filter, and ``q``."""
    filters = {
        name: FilterParameter(made, made.description(), several=made.takes_several)
        for name, made in collection.filterset.base_filters.items()
    }
    others = {
        "q": Parameter(Word(), QUERY_WORDS),
        "cursor": Parameter(
            Cursor(), "Where the page begins; the link `next` of a feed has it."
        ),
    }
    return {**filters, **others}


class Feed(Question):
    """New and changed documents, those changed last first, 50 on a page.

    It takes the filters of the list and `q`. The link `next` leads to older changes
    (RFC 5005, paged feeds). An entry keeps its id for good; `updated` moves when the
    content of a document changes.
    """

    collection: Collection = None  # type: ignore[assignment]  # set in as_view()
    answers: ClassVar[Mapping[str, Answer]] = {MEDIA_TYPE: FEED_SCHEMA}
    renderer_classes = (AtomRenderer,)

    @conditional(register_etag)
    def get(self, request: Request) -> Response:
        """Write one page of the feed."""
        asked = self.asked(request)
        page = self._page(request, asked)
        rows = page.read(self.collection, self._narrowed(asked))
        shown = rows[: page.size]
        records = plan(self.collection.serializer).build(shown)
        following = page.following(request, rows)["next"]
        return Response(self._written(request, records, following))

    def _page(self, request: Request, asked: Mapping[str, Any]) -> Page:
        """Read where the page begins, for the filters of this feed only."""
        scope = f"feed:{self._address(request)}"
        position = read_position(asked["cursor"], scope, models.DateTimeField())
        return Page(ENTRIES, BY_MODIFIED, True, position, scope, False)  # noqa: FBT003

    def _narrowed(self, asked: Mapping[str, Any]) -> models.QuerySet[Any]:
        """Give the documents that the filters and the search leave."""
        found = self.collection.published()
        for name, made in self.collection.filterset.base_filters.items():
            value = asked[name]
            if value is not None:
                values = value if made.takes_several else (value,)
                found = made.apply(found, values)
        return found if asked["q"] is None else search(found, read_query(asked["q"]))

    def _written(
        self, request: Request, records: Sequence[Mapping[str, Any]], following: str
    ) -> bytes:
        """Write the feed: its own data, then the entries."""
        here = request.build_absolute_uri()
        name = self.collection.name
        query = self._query(request)
        listing = request.build_absolute_uri(reverse(f"{name}-list"))
        listed = urlencode([*query, ("ordering", "-modified_at")])
        newest = records[0]["modified_at"] if records else NEVER
        children = [
            element("id", text=f"urn:r57:feed:{self._address(request)}"),
            element("title", text=f"R57: {self.collection.about}"),
            element("updated", text=newest),
            element("author", children=[element("name", text="R57")]),
            element("generator", text="R57"),
            link("self", here, MEDIA_TYPE),
            link("first", remove_query_param(here, "cursor"), MEDIA_TYPE),
            link("alternate", f"{listing}?{listed}", "application/json"),
        ]
        if following:
            children.append(link("next", following, MEDIA_TYPE))
        entries = [entry(record, request) for record in records]
        return written(element("feed", {"xmlns": ATOM}, [*children, *entries]))

    def _query(self, request: Request) -> list[tuple[str, str]]:
        """Give the filters of the feed in one order, whoever wrote them."""
        return sorted(
            (name, value)
            for name, values in request.query_params.lists()
            for value in values
            if name != "cursor"
        )

    def _address(self, request: Request) -> str:
        """Name the feed by its collection and filters."""
        filters = quote(urlencode(self._query(request)), safe="")
        return ":".join(filter(None, (self.collection.name, filters)))


def feeds(collections: Iterable[Collection]) -> list[URLPattern]:
    """Give the address of the feed of each collection of documents."""
    return [
        path(
            f"{one.name}.atom",
            Feed.as_view(
                collection=one,
                operations={"get": f"get{camel(one.name)}Feed"},
                tag=one.name,
                summary=f"New and changed {one.name}, as an Atom feed",
                parameters=parameters(one),
            ),
            name=f"{one.name}-feed",
        )
        for one in collections
        if issubclass(one.model, Document)
    ]
