"""Search by words: with and without accents, numbers in any spelling, English."""

from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.api.calls import BY_NAME, COLLECTIONS, JSONRecord, Pairs, ask, records, slugs
from tests.api.golden_search import GOLDEN, SPELLINGS
from tests.factories import make_law

SIZES = (1, 2, 3, 7)


def found(name: str, query: str, *more: tuple[str, Any]) -> list[str]:
    """Search a collection."""
    return slugs(BY_NAME[name], [("q", query), *more])


def matched(record: JSONRecord) -> list[str]:
    """Give the pieces of a record's excerpt that are what was searched."""
    return [one["text"] for one in record["match"]["segments"] if one["matched"]]


def excerpt(record: JSONRecord) -> str:
    """Give the excerpt of a record as one text."""
    return "".join(one["text"] for one in record["match"]["segments"])


class GoldenTests(TestCase):
    """What stands in the golden list is found, in its order, and nothing else."""

    def test_the_golden_queries_find_exactly_their_records_in_order(self) -> None:
        for name, query, expected in GOLDEN:
            with self.subTest(name, query=query):
                self.assertEqual(expected.split(), found(name, query))


class SpellingTests(TestCase):
    """One query, spelled in several ways, finds the same."""

    def test_spellings_of_one_query_find_the_same(self) -> None:
        for what, spellings in SPELLINGS.items():
            expected = sorted(found("documents", spellings[0]))
            self.assertTrue(expected, what)
            for other in spellings[1:]:
                with self.subTest(what, query=other):
                    self.assertEqual(expected, sorted(found("documents", other)))


class WordTests(TestCase):
    """What counts as a hit."""

    def test_the_beginning_of_a_word_is_enough_and_its_end_is_not(self) -> None:
        self.assertIn("fpt", found("agencies", "fp"))
        self.assertEqual([], found("agencies", "pt"))

    def test_every_word_must_occur(self) -> None:
        both = set(found("documents", "khoa học")) & set(found("documents", "dữ liệu"))
        self.assertEqual(both, set(found("documents", "khoa học dữ liệu")))
        self.assertEqual([], found("documents", "khoa học zzz"))

    def test_signs_of_the_database_have_no_meaning(self) -> None:
        for query in ("%", "_", "\\", "*", "?", "'", '"', "#", "=", "^", "|"):
            with self.subTest(query):
                self.assertEqual([], found("documents", query))
        self.assertEqual(found("documents", "đột phá"), found("documents", "đột% _phá"))

    def test_words_and_filters_narrow_together(self) -> None:
        query = [("q", "công nghệ"), ("kind", "law")]
        together = slugs(BY_NAME["documents"], query)
        expected = [
            row["slug"]
            for row in records(BY_NAME["documents"], [("q", "công nghệ")])
            if row["kind"] == "law"
        ]
        self.assertEqual(expected, together)
        self.assertTrue(together)

    def test_every_list_is_searched_by_its_own_texts(self) -> None:
        for one in COLLECTIONS:
            for record in one.published().exclude(search_text="")[:3]:
                query = " ".join(record.search_text.split()[:8])[:200]
                with self.subTest(one.name, query=query):
                    answer = ask(f"{one.name}/", [("q", query), ("page_size", "200")])
                    self.assertIn(record.slug, answer.slugs)


class PhraseTests(TestCase):
    """Words in quotation marks."""

    @classmethod
    def setUpTestData(cls) -> None:
        make_law(slug="zq-one", title="Zzq về khoá học mẫu", summary="Ghi chú mẫu")
        make_law(slug="zq-two", title="Zzq về khoa học mẫu", summary="mẫu ghi chú")

    def test_a_phrase_stands_in_its_order_and_whole(self) -> None:
        self.assertEqual(["zq-two"], found("documents", 'zzq "mẫu ghi"'))
        self.assertEqual(["zq-one"], found("documents", 'zzq "chú mẫu"'))
        self.assertEqual([], found("documents", 'zzq "khoa họ"'))

    def test_a_phrase_does_not_reach_from_one_text_into_the_next(self) -> None:
        self.assertEqual([], found("documents", '"hoc mau ghi chu"'))

    def test_a_phrase_with_accents_asks_for_them_and_one_without_does_not(self) -> None:
        self.assertEqual(["zq-two"], found("documents", 'zzq "khoa học"'))
        self.assertEqual(["zq-one"], found("documents", 'zzq "khóa học"'))
        self.assertEqual(["zq-one", "zq-two"], found("documents", 'zzq "khoa hoc"'))


class RankTests(TestCase):
    """The best comes first."""

    @classmethod
    def setUpTestData(cls) -> None:
        number = "9781/2025/QH15"
        make_law(slug="zr-number", number=number, title="Luật mẫu")
        make_law(slug="zq-title", title=f"Về luật {number}")
        make_law(slug="za-summary", title="Luật khác", summary=f"Thay {number}")
        make_law(slug="zx-exact", title="Luật khác", summary="Zzr bản đồ")
        make_law(slug="zw-title", title="Zzr ban đồ")
        make_law(slug="zk-whole", title="Nói về zzp trường")
        make_law(slug="zj-longer", title="Nói về zzpq trường")

    def test_a_number_comes_before_titles_and_titles_before_other_texts(self) -> None:
        for query in ("9781/2025/QH15", "luật 9781", "9781 2025 qh15"):
            with self.subTest(query):
                expected = ["zr-number", "zq-title", "za-summary"]
                self.assertEqual(expected, found("laws", query))

    def test_accents_as_typed_come_before_others_wherever_they_stand(self) -> None:
        self.assertEqual(["zx-exact", "zw-title"], found("laws", "zzr bản đồ"))
        self.assertEqual(["zw-title", "zx-exact"], found("laws", "zzr ban do"))

    def test_a_whole_word_comes_before_one_that_goes_on(self) -> None:
        self.assertEqual(["zk-whole", "zj-longer"], found("laws", "zzp"))

    def test_where_an_order_is_asked_for_it_holds(self) -> None:
        by_slug = found("laws", "9781", ("ordering", "slug"))
        self.assertEqual(["za-summary", "zq-title", "zr-number"], by_slug)
        worst_first = found("laws", "9781", ("ordering", "-relevance"))
        best_first = found("laws", "9781", ("ordering", "relevance"))
        self.assertEqual(found("laws", "9781"), best_first)
        self.assertEqual(best_first[::-1], worst_first)

    def test_relevance_without_a_search_is_refused(self) -> None:
        for order in ("relevance", "-relevance"):
            answer = ask("laws/", [("ordering", order)])
            self.assertEqual(400, answer.status)
            (fault,) = answer.body["errors"]
            self.assertEqual("ordering", fault["parameter"])
            self.assertNotIn(order, fault["allowed"])


class WalkTests(TestCase):
    """Walking through what was found, page by page."""

    def test_a_walk_gives_each_record_once_at_every_page_size(self) -> None:
        for name, query in (("documents", "luật"), ("tasks", "công nghệ số")):
            for order in ("relevance", "-relevance", "modified_at", "slug"):
                expected = found(name, query, ("ordering", order))
                self.assertGreater(len(expected), 7)
                for size in SIZES:
                    more = (("ordering", order), ("page_size", size))
                    with self.subTest(name, order=order, size=size):
                        self.assertEqual(expected, found(name, query, *more))

    def test_a_long_search_can_be_walked(self) -> None:
        query = ("luật " * 40)[:200]
        self.assertEqual(found("laws", "luật"), found("laws", query, ("page_size", 9)))

    def test_a_cursor_of_one_search_is_refused_by_another(self) -> None:
        query = [("q", "luật"), ("page_size", "2")]
        cursor = ask("laws/", query).body["next_cursor"]
        other: list[Pairs] = [[("q", "công"), ("cursor", cursor)], [("cursor", cursor)]]
        for asked in other:
            self.assertEqual(400, ask("laws/", asked).status)


class MatchTests(TestCase):
    """Each record says why it was found."""

    def first(self, name: str, query: str) -> JSONRecord:
        record: JSONRecord = ask(f"{name}/", [("q", query)]).body["results"][0]
        return record

    def test_the_field_that_matches_best_is_named(self) -> None:
        expected = {
            "57 nq tw": ("number", ["57-NQ/TW"]),
            "nghị định số 262": ("number", ["262"]),
            "dot pha": ("title", ["đột phá"]),
            "artificial intel": ("title_en", ["Artificial Intel"]),
            "hiến pháp": ("title", ["Hiến pháp"]),
        }
        for query, (field, pieces) in expected.items():
            record = self.first("documents", query)
            with self.subTest(query):
                self.assertEqual(field, record["match"]["field"])
                self.assertEqual(pieces, matched(record))
                self.assertIn(excerpt(record), record[field])

    def test_every_record_found_has_an_excerpt_of_one_of_its_texts(self) -> None:
        for name in ("measures", "tasks", "statements", "events", "agencies"):
            for record in records(BY_NAME[name], [("q", "công nghệ")]):
                with self.subTest(name, slug=record["slug"]):
                    text = record[record["match"]["field"]]
                    self.assertIn(excerpt(record), text)
                    self.assertTrue(matched(record))

    def test_a_record_that_was_not_searched_says_nothing(self) -> None:
        self.assertNotIn("match", ask("laws/").body["results"][0])
        self.assertNotIn("match", ask("laws/93-2025-qh15/").body)

    def test_an_excerpt_is_given_beside_chosen_members(self) -> None:
        asked = [("q", "dữ liệu"), ("fields", "number")]
        record = ask("laws/", asked).body["results"][0]
        self.assertEqual({"slug", "number", "match"}, set(record))
        self.assertEqual(["Dữ liệu"], matched(record))

    def test_a_search_costs_no_further_query(self) -> None:
        costs = []
        for query in ("", "q=luat", "q=luat&page_size=2", "q=%22luat+khoa+hoc%22"):
            with CaptureQueriesContext(connection) as captured:
                self.assertEqual(200, ask("laws/", query).status)
            costs.append(len(captured))
        self.assertEqual([costs[0]] * 4, costs)
