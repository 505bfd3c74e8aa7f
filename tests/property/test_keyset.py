"""Cursors, and walks through a list that others change meanwhile."""

from datetime import UTC, date, timedelta
from typing import Any

from django.db import models
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from policies.common.collections import Collection
from policies.common.fields import DatePrecision
from policies.common.keyset import Position, decode, encode
from policies.common.models import RecordState
from policies.models import Source
from tests.api.calls import BY_NAME, ask

Placed = tuple[Any, Any, int]  # a column, a value of it, an id
DAY, TIME, TEXT = models.DateField(), models.DateTimeField(), models.CharField()
ids = st.integers(min_value=1, max_value=2**63 - 1)
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,4}", fullmatch=True)
positions = (
    st.tuples(st.just(DAY), st.dates(), ids)
    | st.tuples(st.just(TIME), st.datetimes(timezones=st.just(UTC)), ids)
    | st.tuples(st.just(TEXT), slugs, ids)
)


class CursorProperties(TestCase):
    """A cursor says exactly where a walk stands, and only for its own list."""

    @given(positions, st.text())
    def test_a_position_is_read_back_as_it_was_written(
        self, placed: Placed, scope: str
    ) -> None:
        column, value, row_id = placed
        position = Position(value, row_id)
        self.assertEqual(position, decode(encode(position, scope), scope, column))

    @given(positions, st.text(), st.text())
    def test_a_cursor_of_another_list_is_refused(
        self, placed: Placed, scope: str, other: str
    ) -> None:
        assume(scope != other)
        column, value, row_id = placed
        cursor = encode(Position(value, row_id), scope)
        with self.assertRaises(ValueError):
            decode(cursor, other, column)

    @given(st.text() | st.binary().map(bytes.hex), st.text())
    def test_a_text_that_is_no_cursor_is_refused(self, text: str, scope: str) -> None:
        with self.assertRaises(ValueError):
            decode(text, scope, TEXT)


START = date(2025, 1, 1)
days = st.none() | st.integers(0, 3).map(lambda number: START + timedelta(number))
changes = st.lists(
    st.tuples(st.just("insert"), days)
    | st.tuples(st.just("delete"), st.integers(0, 40)),
    max_size=4,
)


class Walk:
    """A walk through the sources, page by page, and what happens on the way."""

    def __init__(self, initial: list[date | None]) -> None:
        Source.objects.update(state=RecordState.WITHDRAWN)
        self.collection: Collection = BY_NAME["sources"]
        self.made = 0
        for day in initial:
            self.insert(day)
        self.alive = {source.slug for source in self.published()}
        self.throughout = set(self.alive)
        self.seen: list[str] = []

    def published(self) -> models.QuerySet[Source]:
        return Source.objects.filter(state=RecordState.PUBLISHED)

    def insert(self, day: date | None) -> None:
        self.made += 1
        Source.objects.bulk_create(
            [
                Source(
                    slug=f"{(self.made * 7919) % 1000:03}-{self.made}",
                    title="Nguồn",
                    kind="press",
                    language="vi",
                    published_on=day,
                    published_precision=DatePrecision.DAY if day else "",
                    state=RecordState.PUBLISHED,
                )
            ]
        )

    def change(self, kind: str, what: date | int | None) -> None:
        """Let somebody enter a source, or take one out."""
        if kind == "insert":
            self.insert(what if isinstance(what, date) else None)
            return
        rows = list(self.published().order_by("slug").values_list("slug", flat=True))
        if rows and isinstance(what, int):
            gone = rows[what % len(rows)]
            Source.objects.filter(slug=gone).delete()
            self.throughout.discard(gone)

    def page(self, ordering: str, size: int, cursor: str | None) -> str | None:
        """Read one page; give the cursor of the next."""
        query = [("ordering", ordering), ("page_size", str(size))]
        if cursor:
            query.append(("cursor", cursor))
        answer = ask(f"{self.collection.name}/", query)
        self.seen += answer.slugs
        following: str | None = answer.body["next_cursor"]
        return following


class ChangingListProperties(TestCase):
    """Rows that come and go during a walk neither hide nor repeat others."""

    @settings(max_examples=150, deadline=None)
    @given(
        initial=st.lists(days, max_size=12),
        ordering=st.sampled_from(
            [
                "slug",
                "-slug",
                "published_on",
                "-published_on",
                "modified_at",
                "-modified_at",
            ]
        ),
        size=st.integers(1, 5),
        between=st.lists(changes, max_size=8),
    )
    def test_a_walk_gives_once_each_row_that_was_there_throughout(
        self,
        initial: list[date | None],
        ordering: str,
        size: int,
        between: list[list[tuple[str, date | int | None]]],
    ) -> None:
        walk = Walk(initial)
        cursor = walk.page(ordering, size, None)
        meanwhile = iter(between)
        while cursor and len(walk.seen) <= walk.made * size:
            for kind, what in next(meanwhile, []):
                walk.change(kind, what)
            cursor = walk.page(ordering, size, cursor)
        self.assertEqual(len(walk.seen), len(set(walk.seen)))
        self.assertLessEqual(walk.throughout, set(walk.seen))
