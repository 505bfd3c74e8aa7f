"""Searches that nobody thought of: answered, and each record with its reason."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from policies.common.search import read_query
from tests.api.calls import ask

WORDS = ("luật", "luat", "khoa", "học", "57", "nq", "tw", "qh15", "số", "đ", "dữ", "(")
SIGNS = (" ", '"', "“", "”", "/", "-", "%", "_", "'", "\\", "|", "#")
typed = st.lists(st.sampled_from(WORDS + SIGNS), min_size=1, max_size=12).map("".join)
queries = (typed | st.text("aáạâđ 57\"'%_", max_size=40)).filter(str.strip)


class SearchProperties(TestCase):
    """A search answers whatever is typed."""

    @settings(max_examples=60, deadline=None)
    @given(queries)
    def test_every_order_of_a_search_lists_the_same_records(self, query: str) -> None:
        ranked = ask("documents/", [("q", query), ("page_size", 200)])
        by_slug = [("q", query), ("page_size", 200), ("ordering", "slug")]
        self.assertEqual(200, ranked.status)
        self.assertEqual(sorted(ranked.slugs), sorted(ask("documents/", by_slug).slugs))
        if not read_query(query).words:
            self.assertEqual([], ranked.slugs)

    @settings(max_examples=60, deadline=None)
    @given(queries)
    def test_every_record_found_says_why(self, query: str) -> None:
        for address in ("documents/", "search/"):
            answer = ask(address, [("q", query), ("page_size", 20)])
            self.assertEqual(200, answer.status)
            for record in answer.body["results"]:
                segments = record["match"]["segments"]
                self.assertTrue(any(one["matched"] for one in segments))
