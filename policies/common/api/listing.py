"""Everything that may be asked of a list, read strictly in one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import QueryDict
from rest_framework.request import Request

from policies.common.api.clocks import clocks
from policies.common.api.errors import Fault, InvalidQuery
from policies.common.api.facets import Facet, facets_of
from policies.common.api.pages import PARAMETERS, Page, read_page
from policies.common.api.query import (
    Asked,
    read_filters,
    read_names,
    refuse,
    without_faults,
)
from policies.common.api.rows import JSONRecord, Row
from policies.common.api.shown import Shown, parameters, read_shown
from policies.common.collections import Collection
from policies.common.fields import folded_field
from policies.common.filters import Code, narrowed
from policies.common.models import RecordState
from policies.common.search import (
    LONGEST_QUERY,
    Query,
    Relevance,
    match,
    read_query,
    search,
)

STATE = "state"
PUBLIC = (RecordState.PUBLISHED,)
LISTED = Code(
    RecordState,
    label="editorial state, published unless said otherwise; others need a token",
)


@dataclass(frozen=True)
class Listing:
    """What is asked of a list.

    Attributes:
        collection: what is listed.
        filters: the filters with their values.
        words: what is searched, if anything.
        page: which part of the rows found is given, in which order.
        shown: what is shown of each record.
        facets: the filters whose values are counted.
        states: the editorial states of what is listed.

    """

    collection: Collection
    filters: Sequence[Asked]
    words: Query | None
    page: Page
    shown: Shown
    facets: Sequence[Facet]
    states: tuple[str, ...] = PUBLIC

    def narrowed(self, rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Leave of rows those that the filters and the search find."""
        rows = narrowed(rows, ((one.filter, one.values) for one in self.filters))
        return rows if self.words is None else search(rows, self.words)

    def read(self, found: models.QuerySet[Any]) -> list[Row]:
        """Give the rows of the page and one more, if there are more."""
        if self.words is not None:
            found = found.annotate(relevance=Relevance(self.words))
        members, texts = self.shown.members, self._texts
        return self.page.read(self.collection, found, members, texts)

    def records(self, rows: Sequence[Row]) -> list[JSONRecord]:
        """Build the records of rows; with a search each says why it was found."""
        records = self.shown.records(rows)
        if self.words is None:
            return records
        folded = folded_field(self.collection.model)
        for record, row in zip(records, rows, strict=True):
            texts = row[-1 - len(self._texts) : -1]
            values = dict(zip(self._texts, texts, strict=True))
            if why := match(self.words, folded.texts(values)):
                record["match"] = why
        return records

    @property
    def _texts(self) -> tuple[str, ...]:
        """The columns that are searched, if anything is."""
        if self.words is None:
            return ()
        return folded_field(self.collection.model).sources


def read_listing(request: Request, collection: Collection) -> Listing:
    """Read the query of a list; the clocks are read before.

    Raises:
        InvalidQuery: with one fault for each parameter that is wrong.

    """
    query: QueryDict = request.query_params
    shape = collection.serializer
    filters = collection.filterset.base_filters
    facets = facets_of(collection)
    other = {*PARAMETERS, "q", *parameters(shape), *clocks(shape)}
    if facets:
        other.add("facets")
    faults: list[Fault] = []
    found = read_filters(query, {**filters, STATE: LISTED}, other, faults)
    asked = [one for one in found if one.name != STATE]
    states = next((one.values for one in found if one.name == STATE), PUBLIC)
    query = without_faults(query, faults)
    words = _words(query.get("q"), faults)
    shown = read_shown(query, shape, faults)
    page = read_page(query, collection, faults)
    names = read_names(query, "facets", list(facets), "facet", faults)
    if faults:
        raise InvalidQuery(faults)
    counted = [facets[name] for name in names]
    return Listing(collection, asked, words, page, shown, counted, states)


def read_detail(request: Request, collection: Collection) -> Shown:
    """Read the query of one record; the clocks are read before.

    Raises:
        InvalidQuery: with one fault for each parameter that is wrong.

    """
    shape = collection.serializer
    faults: list[Fault] = []
    other = {*parameters(shape), *clocks(shape)}
    read_filters(request.query_params, {}, other, faults)
    shown = read_shown(without_faults(request.query_params, faults), shape, faults)
    if faults:
        raise InvalidQuery(faults)
    return shown


def _words(text: str | None, faults: list[Fault]) -> Query | None:
    if text is None:
        return None
    if len(text) > LONGEST_QUERY:
        detail = f"has more than {LONGEST_QUERY} characters"
        faults.append(refuse("q", "too_long", detail))
        return None
    return read_query(text)
