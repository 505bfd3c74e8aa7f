"""Vietnamese is told from English by its letters."""

from unittest import TestCase

from tests.locale.letters import vietnamese_words


class LetterTests(TestCase):
    """Texts of both languages, and texts that mix them."""

    def test_every_marked_letter_is_seen(self) -> None:
        text = "Điều khoản được quy định ở Luật"
        self.assertEqual(
            ["Điều", "khoản", "được", "định", "ở", "Luật"], vietnamese_words(text)
        )

    def test_letters_in_pieces_are_seen(self) -> None:
        self.assertEqual(["ế"], vietnamese_words("e\u0302\u0301"))

    def test_english_passes(self) -> None:
        self.assertEqual([], vietnamese_words("Don’t: “decree” — R&D, 93/2025/QH15"))

    def test_a_quoted_point_passes(self) -> None:
        self.assertEqual([], vietnamese_words("As printed: 5, 6a, II, đ."))
