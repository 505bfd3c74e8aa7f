"""Search, address and look-up forms of Vietnamese text."""

import re
import sys
import unicodedata
from unittest import TestCase

from hypothesis import example, given
from hypothesis import strategies as st

from policies.common.text import (
    ascii_key,
    fold,
    is_clean,
    slugify,
    unclean_reason,
    words,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
VIETNAMESE = st.text("aàảãáạăằâấđêểôốơợưữỳỹỵ ĐÂẪƯỬ/-57")
SLUG = re.compile("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?")


class FoldTests(TestCase):
    def test_accents_case_and_punctuation_do_not_matter(self) -> None:
        self.assertEqual(fold("Đột phá, 57-NQ/TW"), "dot pha 57 nq tw")
        self.assertEqual(fold("ĐỘT PHÁ 57–NQ/TW."), "dot pha 57 nq tw")
        self.assertEqual(fold("dot pha 57 NQ TW"), "dot pha 57 nq tw")

    def test_every_vietnamese_vowel_becomes_its_plain_letter(self) -> None:
        marked = {
            "a": "aàảãáạăằẳẵắặâầẩẫấậ",
            "e": "eèẻẽéẹêềểễếệ",
            "i": "iìỉĩíị",
            "o": "oòỏõóọôồổỗốộơờởỡớợ",
            "u": "uùủũúụưừửữứự",
            "y": "yỳỷỹýỵ",
        }
        for plain, letters in marked.items():
            with self.subTest(plain=plain):
                self.assertEqual(fold(letters), plain * len(letters))
                self.assertEqual(fold(letters.upper()), plain * len(letters))

    def test_d_with_stroke_and_its_look_alikes_become_d(self) -> None:
        self.assertEqual(fold("\u0111\u0110\u00d0\u00f0\u0189\u0256"), "dddddd")

    def test_old_and_new_tone_placement_meet(self) -> None:
        self.assertEqual(fold("hoà thuỷ"), fold("hòa thủy"))

    def test_invisible_characters_do_not_part_a_word(self) -> None:
        self.assertEqual(fold("\ufeffcông\u00ad nghệ\u200d"), "cong nghe")

    def test_zero_width_and_no_break_blanks_part_words(self) -> None:
        self.assertEqual(fold("công\u200bnghệ\u00a0số"), "cong nghe so")

    def test_nothing_to_search_folds_to_nothing(self) -> None:
        for text in ("", "  \t\n", "—/…", "\u0301", "\ud800", "\x00"):
            with self.subTest(text=ascii(text)):
                self.assertEqual(fold(text), "")

    def test_every_single_character_folds_stably(self) -> None:
        unstable = [
            hex(code)
            for code in range(sys.maxunicode + 1)
            if fold(fold(chr(code))) != fold(chr(code))
        ]
        self.assertEqual(unstable, [])

    @given(ANY_TEXT)
    @example("İstanbul ß ŉ ½")
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        self.assertEqual(fold(fold(text)), fold(text))

    @given(ANY_TEXT | VIETNAMESE)
    def test_composed_and_decomposed_text_fold_the_same(self, text: str) -> None:
        expected = fold(text)
        self.assertEqual(fold(unicodedata.normalize("NFC", text)), expected)
        self.assertEqual(fold(unicodedata.normalize("NFD", text)), expected)

    @given(VIETNAMESE)
    def test_vietnamese_folds_to_plain_ascii_words(self, text: str) -> None:
        self.assertRegex(fold(text), r"\A(?:[a-z0-9]+(?: [a-z0-9]+)*)?\Z")

    def test_words_come_in_their_order(self) -> None:
        self.assertEqual(
            words(" Khoa học, công nghệ "), ["khoa", "hoc", "cong", "nghe"]
        )
        self.assertEqual(words("…"), [])


class SlugTests(TestCase):
    def test_title_becomes_an_address(self) -> None:
        self.assertEqual(
            slugify("Luật Công nghiệp công nghệ số"), "luat-cong-nghiep-cong-nghe-so"
        )
        self.assertEqual(slugify("57-NQ/TW"), "57-nq-tw")

    def test_long_title_is_cut_between_words(self) -> None:
        self.assertEqual(slugify("khoa học công nghệ", limit=8), "khoa-hoc")
        self.assertEqual(slugify("khoa học công nghệ", limit=9), "khoa-hoc")
        self.assertEqual(slugify("khoa học công nghệ", limit=12), "khoa-hoc")
        self.assertEqual(slugify("khoa học công nghệ", limit=13), "khoa-hoc-cong")

    def test_word_longer_than_the_limit_is_cut_inside(self) -> None:
        self.assertEqual(slugify("Nghiên cứu", limit=4), "nghi")

    def test_characters_without_ascii_form_are_left_out(self) -> None:
        self.assertEqual(slugify("Ω 5G Ж công"), "5g-cong")
        self.assertEqual(slugify("Ω"), "")

    def test_limit_without_room_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            slugify("công nghệ", limit=0)

    @given(ANY_TEXT | VIETNAMESE, st.integers(min_value=1, max_value=30))
    def test_slug_is_always_an_address_within_its_limit(
        self, text: str, limit: int
    ) -> None:
        slug = slugify(text, limit)
        self.assertIsNotNone(SLUG.fullmatch(slug), slug)
        self.assertLessEqual(len(slug), limit)

    @given(VIETNAMESE, st.integers(min_value=1, max_value=30))
    def test_slug_is_the_beginning_of_the_whole_one(
        self, text: str, limit: int
    ) -> None:
        self.assertTrue(slugify(text, 1000).startswith(slugify(text, limit)))


class AsciiKeyTests(TestCase):
    def test_number_has_one_key_in_every_spelling(self) -> None:
        spellings = {
            "193-2025-qh15": ("193/2025/QH15", "193/2025/qh15"),
            "57-nq-tw": ("57-NQ/TW", "57 - nq / tw", "57-nq/tw"),
            "66-14-2026-nq-cp": ("66.14/2026/NQ-CP",),
            "262-2025-nd-cp": ("262/2025/NĐ-CP", "262/2025/NÐ-CP", "262/2025/ND-CP"),
            "": ("", "…"),
        }
        for key, numbers in spellings.items():
            for number in numbers:
                with self.subTest(number=number):
                    self.assertEqual(ascii_key(number), key)

    def test_mirror_images_share_a_key(self) -> None:
        self.assertEqual(ascii_key("03/NQ-CP"), ascii_key("03-NQ/CP"))

    @given(ANY_TEXT)
    def test_key_of_a_key_is_the_key(self, text: str) -> None:
        self.assertEqual(ascii_key(ascii_key(text)), ascii_key(text))


class CleanTextTests(TestCase):
    def test_ordinary_text_is_clean(self) -> None:
        for text in ("", "Đột phá\r\n\tphát triển", "👩🏽‍🔬 \u200b\ufeff", "\ufffd"):
            with self.subTest(text=text):
                self.assertIsNone(unclean_reason(text))
                self.assertTrue(is_clean(text))

    def test_reason_names_what_cannot_be_stored(self) -> None:
        reasons = {
            "nul": ("\x00", "công\x00nghệ"),
            "control": ("\x01", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1f"),
            "surrogate": ("\ud800", "a\udfff"),
            "noncharacter": ("\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0010ffff"),
        }
        for reason, texts in reasons.items():
            for text in texts:
                with self.subTest(text=ascii(text)):
                    self.assertEqual(unclean_reason(text), reason)
                    self.assertFalse(is_clean(text))

    def test_first_bad_character_is_named(self) -> None:
        self.assertEqual(unclean_reason("a\x1f\x00"), "control")

    @given(ANY_TEXT)
    def test_clean_text_is_storable(self, text: str) -> None:
        if is_clean(text):
            self.assertNotIn("\x00", text)
            self.assertEqual(text.encode().decode(), text)
        else:
            self.assertIn(
                unclean_reason(text), {"nul", "control", "surrogate", "noncharacter"}
            )
