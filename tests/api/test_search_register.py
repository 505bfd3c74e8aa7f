"""Search across every kind of record."""

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.api.searched import searched
from policies.common.models import RecordState
from tests.api.calls import BASE, BY_NAME, CLIENT, JSONRecord, ask, slugs
from tests.api.golden_search_register import ACROSS
from tests.api.records import make
from tests.contract.validation import violations


def results(query: str, *more: tuple[str, Any]) -> list[JSONRecord]:
    """Give all that is found, however many pages it takes."""
    return list(walk(query, *more))


def walk(query: str, *more: tuple[str, Any]) -> Iterator[JSONRecord]:
    """Follow the cursors to the end."""
    cursor: list[tuple[str, Any]] = []
    while True:
        answer = ask("search/", [("q", query), *more, *cursor])
        if answer.status != 200:
            raise AssertionError(answer.content)
        yield from answer.body["results"]
        if answer.body["next_cursor"] is None:
            return
        cursor = [("cursor", answer.body["next_cursor"])]


def names(found: list[JSONRecord]) -> list[str]:
    """Name records by collection and public id."""
    return [f"{one['collection']}/{one['slug']}" for one in found]


class FoundTests(TestCase):
    def test_the_golden_queries_find_their_records_first(self) -> None:
        for query, expected in ACROSS:
            best = expected.split()
            with self.subTest(query):
                found = names(results(query))
                self.assertEqual(best, found[: len(best)])
                self.assertEqual(bool(best), bool(found))

    def test_what_is_found_is_what_the_lists_find(self) -> None:
        for query in ("bán dẫn", "57-NQ/TW", '"công nghệ số"', "5g"):
            found = results(query)
            self.assertEqual(len(names(found)), len(set(names(found))))
            for name in searched():
                inside = [one["slug"] for one in found if one["collection"] == name]
                with self.subTest(query, collection=name):
                    self.assertEqual(slugs(BY_NAME[name], [("q", query)]), inside)

    def test_a_document_is_found_once_whatever_kind_it_is(self) -> None:
        collections = {one["collection"] for one in results("luật")}
        self.assertIn("documents", collections)
        self.assertFalse(collections & {"laws", "decrees", "resolutions"})

    def test_records_of_both_apps_are_found(self) -> None:
        self.assertIn("delegations", {one["collection"] for one in results("chi tiết")})

    def test_a_record_says_what_it_is_called_and_where_it_is(self) -> None:
        law = results("93/2025/QH15")[0]
        kept = ask("documents/93-2025-qh15/").body
        self.assertEqual(kept["number"], law["number"])
        self.assertEqual(kept["title"], law["label"])
        self.assertEqual(kept["title_en"], law["label_en"])
        self.assertEqual("number", law["match"]["field"])
        address = law["url"].removeprefix(f"http://testserver{BASE}")
        self.assertEqual("93-2025-qh15", ask(address).body["slug"])

    def test_every_result_is_what_the_schema_describes(self) -> None:
        for query in ("công nghệ", "57", "data"):
            for one in results(query):
                self.assertEqual([], violations("SearchResult", one), one["slug"])

    def test_hidden_records_are_not_found(self) -> None:
        for name in searched():
            record = make(BY_NAME[name])
            rows: Any = BY_NAME[name].model._default_manager.filter(pk=record.pk)
            rows.update(search_text=" quyxyzzy ")
            with self.subTest(name):
                self.assertEqual([f"{name}/{record.slug}"], names(results("quyxyzzy")))
                rows.update(state=RecordState.WITHDRAWN)
                self.assertEqual([], results("quyxyzzy"))


class PageTests(TestCase):
    def test_a_walk_gives_each_record_once_at_every_page_size(self) -> None:
        expected = names(results("khoa học", ("page_size", 200)))
        self.assertGreater(len(expected), 50)
        for size in (1, 7, 50):
            with self.subTest(size=size):
                found = names(results("khoa học", ("page_size", size)))
                self.assertEqual(expected, found)

    def test_collections_can_be_chosen(self) -> None:
        everything = names(results("bán dẫn"))
        chosen = (("collection", "tasks"), ("collection", "subjects"))
        expected = [
            name for name in everything if name.startswith(("tasks/", "subjects/"))
        ]
        self.assertTrue(expected)
        self.assertEqual(expected, names(results("bán dẫn", *chosen)))

    def test_the_next_address_is_the_next_page(self) -> None:
        first = ask("search/", [("q", "luật"), ("page_size", "2")]).body
        following = CLIENT.get(first["next"]).json()["results"]
        self.assertEqual(names(results("luật"))[2:4], names(following))

    def test_one_query_and_the_version_answer_whatever_is_asked(self) -> None:
        for query in ("q=luat", "q=luat&page_size=200", "q=5g&collection=tasks"):
            with CaptureQueriesContext(connection) as captured:
                self.assertEqual(200, ask("search/", query).status)
            self.assertEqual(2, len(captured), query)


class RefusedTests(TestCase):
    def test_what_cannot_be_asked_is_refused_and_named(self) -> None:
        cursor = ask("search/", "q=luat&page_size=1").body["next_cursor"]
        asked = {
            "": "q",
            "q=": "q",
            "q=%20": "q",
            "q=a&q=b": "q",
            f"q={'a' * 201}": "q",
            "q=a&page_size=0": "page_size",
            "q=a&page_size=201": "page_size",
            "q=a&collection=laws": "collection",
            "q=a&collection=": "collection",
            "q=a&cursor=x": "cursor",
            f"q=khac&cursor={cursor}": "cursor",
            f"q=luat&collection=tasks&cursor={cursor}": "cursor",
            "q=a&order=slug": "order",
        }
        for query, parameter in asked.items():
            with self.subTest(query):
                answer = ask("search/", query)
                self.assertEqual(400, answer.status)
                named = [fault["parameter"] for fault in answer.body["errors"]]
                self.assertEqual([parameter], named)

    def test_signs_alone_find_nothing(self) -> None:
        for query in ('"', "%", "''", "—", '"" ""'):
            with self.subTest(query):
                self.assertEqual([], results(query))
