"""Search by words: with and without accents, numbers in any spelling, English."""

from django.test import TestCase

from tests.api.calls import BY_NAME, COLLECTIONS, ask, records, slugs
from tests.api.golden_search import GOLDEN, SPELLINGS


def found(name: str, query: str) -> list[str]:
    """Search a collection."""
    return slugs(BY_NAME[name], [("q", query)])


class GoldenTests(TestCase):
    """What stands in the golden list is found, and nothing else."""

    def test_the_golden_queries_find_exactly_their_records(self) -> None:
        for name, query, expected in GOLDEN:
            with self.subTest(name, query=query):
                self.assertEqual(list(expected), found(name, query))


class SpellingTests(TestCase):
    """One query, spelled in several ways, finds the same."""

    def test_spellings_of_one_query_find_the_same(self) -> None:
        for what, spellings in SPELLINGS.items():
            expected = found("documents", spellings[0])
            self.assertTrue(expected, what)
            for other in spellings[1:]:
                with self.subTest(what, query=other):
                    self.assertEqual(expected, found("documents", other))


class WordTests(TestCase):
    """What counts as a hit."""

    def test_the_beginning_of_a_word_is_enough_and_its_end_is_not(self) -> None:
        self.assertIn("fpt", found("agencies", "fp"))
        self.assertEqual([], found("agencies", "pt"))

    def test_every_word_must_occur(self) -> None:
        both = set(found("documents", "khoa học")) & set(found("documents", "dữ liệu"))
        self.assertEqual(sorted(both), found("documents", "khoa học dữ liệu"))
        self.assertEqual([], found("documents", "khoa học zzz"))

    def test_signs_of_the_database_have_no_meaning(self) -> None:
        for query in ("%", "_", "\\", "*", "?", "'", '"'):
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
            for record in one.published().exclude(search_text__in=["", "  "])[:3]:
                query = " ".join(record.search_text.split()[:8])
                with self.subTest(one.name, query=query):
                    answer = ask(f"{one.name}/", [("q", query), ("page_size", "200")])
                    self.assertIn(record.slug, answer.slugs)
