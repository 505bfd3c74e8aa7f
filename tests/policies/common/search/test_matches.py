"""Excerpts: why a record was found."""

import unicodedata
from typing import Any
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from policies.common.search import Source, match, read_query
from policies.common.search.matches import LONGEST_EXCERPT

PIECES = st.text('aáạâđ e\u0301\u0323 57-/“"', max_size=300)


def title(text: str) -> Source:
    """Make the source of a title."""
    return Source("title", "title", text)


def why(query: str, *sources: Source) -> dict[str, Any]:
    """Explain a match that is there."""
    found = match(read_query(query), sources)
    if found is None:
        raise AssertionError(f"{query} is in none of {sources}")
    return found


def shown(query: str, text: str) -> str:
    """Show an excerpt, with brackets around what matched."""
    segments = why(query, title(text))["segments"]
    return "".join(
        f"[{one['text']}]" if one["matched"] else one["text"] for one in segments
    )


class SegmentTests(TestCase):
    def test_what_matched_is_marked_with_its_accents(self) -> None:
        text = "Về đột phá phát triển"
        for query in ("dot pha", "đột phá", "ĐỘT PHÁ", "pha dot"):
            self.assertEqual("Về [đột phá] phát triển", shown(query, text))
            apart = unicodedata.normalize("NFD", text)
            expected = unicodedata.normalize("NFD", "Về [đột phá] phát triển")
            self.assertEqual(expected, shown(query, apart))

    def test_of_a_word_that_goes_on_only_its_beginning_is_marked(self) -> None:
        self.assertEqual("[nghi]ên cứu", shown("nghi", "nghiên cứu"))

    def test_as_typed_is_marked_before_other_accents(self) -> None:
        self.assertEqual("ban [bản] bán", shown("bản", "ban bản bán"))
        self.assertEqual("[ban bàn]", shown("bẩn", "ban bàn"))

    def test_a_phrase_is_marked_only_where_it_stands(self) -> None:
        text = "nghệ công, công nghệ, nghệ"
        self.assertEqual("nghệ công, [công nghệ], nghệ", shown('"công nghệ"', text))

    def test_a_number_is_one_piece(self) -> None:
        self.assertEqual(
            "Luật [93/2025/QH15]", shown("93 2025 qh15", "Luật 93/2025/QH15")
        )

    def test_a_long_text_is_cut_around_most_of_what_was_found(self) -> None:
        filler = "xin " * 200
        cut = shown("chip ban dan", f"chip {filler}chip bán dẫn {filler}")
        self.assertIn("[chip bán dẫn]", cut)
        self.assertLess(len(cut), LONGEST_EXCERPT + 3)
        self.assertEqual(cut, cut.strip())

    @given(PIECES, PIECES)
    def test_the_segments_are_a_piece_of_the_text(self, query: str, text: str) -> None:
        found = match(read_query(query), [title(text)])
        if found is None:
            return
        pieces = [one["text"] for one in found["segments"]]
        self.assertIn("".join(pieces), text)
        self.assertTrue(all(pieces))
        self.assertTrue(any(one["matched"] for one in found["segments"]))
        self.assertLessEqual(len("".join(pieces)), LONGEST_EXCERPT)


class FieldTests(TestCase):
    def test_the_text_with_most_of_the_words_is_chosen(self) -> None:
        summary = Source("summary", "rest", "Trí tuệ nhân tạo")
        found = why("tri tue nhan tao", title("Trí thức"), summary)
        self.assertEqual("summary", found["field"])

    def test_the_first_is_chosen_of_texts_that_match_alike(self) -> None:
        summary = Source("summary", "rest", "Dữ liệu")
        self.assertEqual("title", why("dữ liệu", title("Dữ liệu"), summary)["field"])

    def test_accents_as_typed_are_chosen_before_others(self) -> None:
        summary = Source("summary", "rest", "Bản đồ")
        self.assertEqual("summary", why("bản", title("Ban"), summary)["field"])

    def test_a_number_asked_for_is_chosen_before_every_text(self) -> None:
        number = Source("number", "number", "262/2025/NĐ-CP")
        found = why("nghị định 262", number, title("Nghị định 262 mẫu"))
        self.assertEqual("number", found["field"])

    def test_words_in_no_text_have_no_reason(self) -> None:
        self.assertIsNone(match(read_query("khác"), [title("Dữ liệu"), title("")]))
