"""Queries: words, phrases in quotation marks, numbers."""

from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from policies.common.search.query import read_query


def loose(text: str) -> list[str]:
    """Give the folded words outside quotation marks."""
    return [word.folded for word in read_query(text).loose]


def phrases(text: str) -> list[str]:
    """Give the folded phrases."""
    found = read_query(text).phrases
    return [" ".join(word.folded for word in phrase) for phrase in found]


class QueryTests(TestCase):
    def test_words_in_quotation_marks_are_a_phrase(self) -> None:
        for text in ('luật "Công nghệ cao" mới', "luật “Công nghệ cao” mới"):
            self.assertEqual(["luat", "moi"], loose(text))
            self.assertEqual(["cong nghe cao"], phrases(text))

    def test_a_mark_that_nothing_closes_parts_words(self) -> None:
        for text in ('"công nghệ', 'công "nghệ', 'công nghệ"', 'công"nghệ'):
            self.assertEqual(["cong", "nghe"], loose(text))
            self.assertEqual([], phrases(text))
        self.assertEqual(["b"], phrases('a "b" "c'))
        self.assertEqual(["a", "c"], loose('a "b" "c'))

    def test_marks_around_nothing_say_nothing(self) -> None:
        for text in ('""', '" "', '"—"', "“”", "%", " "):
            self.assertEqual((), read_query(text).words)

    def test_the_word_for_number_is_left_out_before_a_number(self) -> None:
        self.assertEqual(["nghi", "dinh", "262"], loose("Nghị định số 262"))
        self.assertEqual(["decree", "262"], loose("Decree No. 262"))
        self.assertEqual(["so", "hoa"], loose("số hóa"))
        self.assertEqual(["so"], loose("số"))

    def test_the_number_begins_with_the_first_digit(self) -> None:
        number = read_query("Luật số 93/2025/QH15").number
        self.assertEqual(("93", "2025", "qh15"), number)
        self.assertEqual((), read_query("luật").number)

    @given(st.text(st.characters(exclude_categories=())))
    def test_any_text_is_read(self, text: str) -> None:
        query = read_query(text)
        inside = {word.folded for phrase in query.phrases for word in phrase}
        outside = {word.folded for word in query.loose}
        self.assertEqual(inside | outside, {word.folded for word in query.words})
