"""Every list walks completely, in every order, at every page size."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.test import TestCase
from django.utils import timezone

from policies.common.collections import Collection
from policies.common.keyset import Order
from policies.common.models import RecordState
from tests.api.calls import BASE, BY_NAME, COLLECTIONS, JSONRecord, ask, records, slugs

SIZES = range(1, 8)
LAST = "9999-12-31"


def thin(collection: Collection, order: Order, size: int) -> None:
    """Leave about so many rows, spread over the order, some of them tied."""
    rows = collection.model._default_manager.order_by(order.column)
    ids = list(rows.values_list("pk", flat=True))
    kept = ids[:: max(1, len(ids) // size)]
    rows.exclude(pk__in=kept).update(state=RecordState.WITHDRAWN)
    rows.filter(pk__in=kept[::2]).update(modified_at=timezone.now())


def in_order(collection: Collection, order: Order, *, descending: bool) -> list[str]:
    """Sort all rows of a list in Python; unknown days are the last ones."""
    kept = collection.model._default_manager.values_list("slug", order.column, "pk")
    keys = {slug: (value, pk) for slug, value, pk in kept}

    def place(row: JSONRecord) -> tuple[str, int]:
        value, pk = keys[row["slug"]]
        return (row[order.name] or LAST if order.name in row else value), pk

    rows = sorted(records(collection), key=place, reverse=descending)
    return [row["slug"] for row in rows]


def orders(collection: Collection) -> Iterator[tuple[str, Order, bool]]:
    """Give each order of a list, both ways, by the text that asks for it."""
    for name, order in collection.all_orders.items():
        yield name, order, False
        yield f"-{name}", order, True


class WalkTests(TestCase):
    """Walking a list by its cursors."""

    def test_a_walk_gives_each_row_once_and_in_order_at_every_page_size(self) -> None:
        for one in COLLECTIONS:
            if not one.model._meta.proxy:
                thin(one, list(one.all_orders.values())[-1], 12)
        for one in COLLECTIONS:
            for text, order, descending in orders(one):
                expected = in_order(one, order, descending=descending)
                for size in SIZES:
                    query = [("ordering", text), ("page_size", size)]
                    with self.subTest(one.name, ordering=text, size=size):
                        self.assertEqual(expected, slugs(one, query))

    def test_a_walk_through_the_whole_register_gives_each_row_once(self) -> None:
        for one in COLLECTIONS:
            for text, order, descending in orders(one):
                with self.subTest(one.name, ordering=text):
                    expected = in_order(one, order, descending=descending)
                    self.assertEqual(expected, slugs(one, [("ordering", text)]))

    def test_a_walk_keeps_its_filters(self) -> None:
        query = [("kind", "law"), ("kind", "decree"), ("subjects__n", "5g")]
        documents = BY_NAME["documents"]
        expected = [
            row["slug"]
            for row in records(documents)
            if row["kind"] in {"law", "decree"}
            and "5g" not in [subject["slug"] for subject in row["subjects"]]
        ]
        self.assertEqual(expected, slugs(documents, [*query, ("page_size", "3")]))


class PageTests(TestCase):
    """One page and the way to the next."""

    def test_the_next_address_works_as_it_is(self) -> None:
        for query in (
            "page_size=2",
            "kind=law&kind=decree&page_size=2&ordering=-issued_on&count=true",
            "q=%C4%91%E1%BB%99t+ph%C3%A1&page_size=1",
            "page_size=2&include=citations,outgoing",
        ):
            with self.subTest(query):
                first = ask("documents/", query)
                address = urlsplit(first.body["next"])
                self.assertEqual(f"{BASE}documents/", address.path)
                second = ask("documents/", address.query)
                self.assertEqual(200, second.status)
                cursor = first.body["next_cursor"]
                self.assertEqual(
                    ask("documents/", f"{query}&cursor={cursor}").body, second.body
                )
                self.assertFalse(set(first.slugs) & set(second.slugs))

    def test_the_last_page_has_no_next(self) -> None:
        total = len(slugs(BY_NAME["laws"]))
        for size, ends in ((total - 1, False), (total, True), (total + 1, True)):
            with self.subTest(size=size):
                body = ask("laws/", f"page_size={size}").body
                self.assertEqual(ends, body["next"] is None)
                self.assertEqual(ends, body["next_cursor"] is None)

    def test_an_empty_list_has_no_next(self) -> None:
        body = ask("laws/", "slug=no-such-law&count=true").body
        self.assertEqual(
            {"results": [], "next": None, "next_cursor": None, "count": 0}, body
        )

    def test_a_page_holds_fifty_rows_unless_said_otherwise(self) -> None:
        self.assertEqual(50, len(ask("documents/").slugs))
        self.assertEqual(200, len(ask("citations/", "page_size=200").slugs))

    def test_the_list_is_in_the_order_of_public_ids_unless_said_otherwise(self) -> None:
        found = ask("documents/", "page_size=200").slugs
        self.assertEqual(sorted(found), found)

    def test_a_count_is_exact_and_given_only_when_asked(self) -> None:
        for one in COLLECTIONS:
            with self.subTest(one.name):
                total = len(slugs(one))
                self.assertEqual(
                    total, ask(f"{one.name}/", "count=true&page_size=1").body["count"]
                )
                self.assertNotIn("count", ask(f"{one.name}/").body)
                self.assertNotIn("count", ask(f"{one.name}/", "count=false").body)

    def test_a_count_counts_what_the_filters_keep(self) -> None:
        for query in (
            "kind=law",
            "q=so",
            "legal_state__n=in_force",
            "details=93-2025-qh15",
        ):
            with self.subTest(query):
                body = ask("documents/", f"{query}&count=true&page_size=200").body
                self.assertEqual(len(body["results"]), body["count"])
                self.assertTrue(body["count"])
