"""Words of a text: folded, spelled, and where they stand."""

import unicodedata
from unittest import TestCase

from hypothesis import example, given
from hypothesis import strategies as st

from policies.common.search.words import words_of
from policies.common.text import words

ANY_TEXT = st.text(st.characters(exclude_categories=()))
VIETNAMESE = st.text("aàảãáạăằâấđêểôốơợưữỳỹỵ ĐÂẪƯỬ/-57")


def spelled(text: str) -> list[str]:
    """Give the spelled forms of a text's words."""
    return [word.spelled for word in words_of(text)]


class WordTests(TestCase):
    @given(ANY_TEXT | VIETNAMESE)
    @example("½ ﬁn ǅ ß İ \u0301a e\u0301\u00adx \ufeff")
    def test_words_fold_as_texts_do(self, text: str) -> None:
        self.assertEqual(words(text), [word.folded for word in words_of(text)])

    @given(ANY_TEXT | VIETNAMESE)
    def test_every_beginning_of_a_word_has_its_place_in_the_text(
        self, text: str
    ) -> None:
        for word in words_of(text):
            for length in range(1, len(word.folded) + 1):
                piece = text[word.start : word.stop(length)]
                begun = "".join(words(piece))
                self.assertTrue(begun)
                self.assertIn(word.folded[:length], begun)

    @given(VIETNAMESE)
    def test_composed_and_decomposed_texts_are_spelled_alike(self, text: str) -> None:
        composed = unicodedata.normalize("NFC", text)
        self.assertEqual(
            spelled(composed), spelled(unicodedata.normalize("NFD", composed))
        )

    def test_the_place_of_the_tone_makes_no_difference(self) -> None:
        for one, other in (("hòa", "hoà"), ("thủy", "thuỷ"), ("KHỎE", "khoẻ")):
            self.assertEqual(spelled(one), spelled(other))

    def test_another_accent_is_another_spelling(self) -> None:
        forms = spelled("ban bàn bản bán bạn bân băn đan dan")
        self.assertEqual(len(forms), len(set(forms)))

    def test_the_beginning_of_a_word_is_the_beginning_of_its_spelling(self) -> None:
        self.assertTrue(spelled("phương")[0].startswith(spelled("phư")[0]))
        self.assertFalse(spelled("phương")[0].startswith(spelled("phu")[0]))
        self.assertFalse(spelled("phướng")[0].startswith(spelled("phư")[0]))

    def test_a_word_ends_after_its_accents(self) -> None:
        text = unicodedata.normalize("NFD", "Đột phá")
        first, second = words_of(text)
        self.assertEqual("Đột", unicodedata.normalize("NFC", text[: first.stop(3)]))
        self.assertEqual("Độ", unicodedata.normalize("NFC", text[: first.stop(2)]))
        self.assertEqual(len(text), second.stop(3))
