"""A cell is harmless in a spreadsheet, and reads back as what was written."""

from unittest import TestCase

from hypothesis import example, given
from hypothesis import strategies as st

from policies.common.exports.cells import guarded, unguarded
from policies.common.text import is_clean

FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1"),
    *("\u3000-1", "\ufeff=1", "\u200b=1", "＝1", "＋1", "－1", "＠A1", " \t＝1"),
    *("'=1", "''=1", "' =1", "\tword", "- gạch đầu dòng"),
)
HARMLESS = (
    "",
    "Luật",
    "57-NQ/TW",
    "a=b",
    "'",
    "''",
    "'Luật'",
    "1-2",
    " a",
    "30%",
    "−5",
)
texts = st.text(
    st.sampled_from("'= +-@\t\r\n＝＋－＠\u3000\u200bđ,\"")
    | st.characters(codec="utf-8"),
    max_size=12,
).filter(is_clean)


class CellTests(TestCase):
    """Texts of the register as cells."""

    def test_what_begins_like_a_formula_is_guarded(self) -> None:
        for text in FORMULAS:
            with self.subTest(text):
                self.assertEqual(f"'{text}", guarded(text))

    def test_what_is_harmless_stays_as_it_is(self) -> None:
        for text in HARMLESS:
            with self.subTest(text):
                self.assertEqual(text, guarded(text))

    @example("'=1")
    @example("''\t=1")
    @given(texts)
    def test_every_text_reads_back_as_it_was(self, text: str) -> None:
        self.assertEqual(text, unguarded(guarded(text)))

    @given(texts)
    def test_no_cell_begins_with_a_sign_of_formulas(self, text: str) -> None:
        shown = guarded(text).lstrip(" \u3000\u200b\ufeff\u00a0")
        self.assertNotIn(shown[:1] or "a", set("=+-@\t\r\n＝＋－＠"))
