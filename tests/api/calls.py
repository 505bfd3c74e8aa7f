"""Asking the API in tests as a client does, over HTTP only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import orjson
from django.test import Client

from policies.common.collections import Collection
from policies.common.registry import registered

BASE = "/api/v1/"
JSON = "application/json"
PROBLEM = "application/problem+json"

Pairs = Sequence[tuple[str, Any]]
JSONRecord = dict[str, Any]

COLLECTIONS = registered()
BY_NAME = {one.name: one for one in COLLECTIONS}

CLIENT = Client(raise_request_exception=False)  # its middleware loads only once


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the content type and the body."""

    status: int
    type: str
    content: bytes

    @cached_property
    def body(self) -> Any:
        """The body, read as JSON."""
        return orjson.loads(self.content)

    @property
    def slugs(self) -> list[str]:
        """The public ids on a page, in its order."""
        return [record["slug"] for record in self.body["results"]]


def ask(address: str, query: Pairs | str = (), **options: Any) -> Answer:
    """Get an address of the API, such as ``laws/``; a query of text goes as it is."""
    text = query if isinstance(query, str) else urlencode(list(query))
    method = options.pop("method", "get")
    response = CLIENT.generic(method, f"{BASE}{address}", QUERY_STRING=text, **options)
    kind = response.headers.get("Content-Type", "")
    return Answer(response.status_code, kind, response.content)


def pages(collection: Collection, query: Pairs = ()) -> Iterator[Answer]:
    """Walk a list to its end by its cursors."""
    following: Pairs = query
    while True:
        answer = ask(f"{collection.name}/", following)
        if answer.status != 200:
            raise AssertionError(f"{collection.name} {query}: {answer.content!r}")
        yield answer
        cursor = answer.body["next_cursor"]
        if cursor is None:
            return
        if ("cursor", cursor) in following:
            raise AssertionError(f"{collection.name} {query}: the walk stands still")
        following = [*query, ("cursor", cursor)]


def records(collection: Collection, query: Pairs = ()) -> list[JSONRecord]:
    """Give all records of a list, however many pages it takes."""
    size = [] if dict(query).get("page_size") else [("page_size", "200")]
    return [
        record
        for page in pages(collection, [*query, *size])
        for record in page.body["results"]
    ]


def slugs(collection: Collection, query: Pairs = ()) -> list[str]:
    """Give the public ids of all records of a list, in its order."""
    return [record["slug"] for record in records(collection, query)]
