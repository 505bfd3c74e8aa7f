"""Citations: nothing makes reading fail, and spelling changes nothing."""

import unicodedata
from pathlib import Path
from typing import Any

import yaml
from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.common.text import fold
from policies.rules.citations import CitationReading, Held, judge, read_citation
from policies.rules.provisions import (
    LETTERS,
    ProvisionLevel,
    citation_en,
    citation_vi,
    read_eid,
)

FIXTURES = Path(__file__).parents[2] / "fixtures"
DOCUMENTS: list[dict[str, Any]] = yaml.safe_load(
    (FIXTURES / "documents.yaml").read_text("utf-8")
)
NUMBERS = sorted({one["number"] for one in DOCUMENTS if one.get("number")})
PIECES = (
    *("57", "262", "2025", "1131", "-", "/", ".", ",", " ", "(", ")", "NQ", "TW"),
    *("NĐ", "CP", "QĐ-TTg", "QH15", "Luật", "Điều", "khoản", "điểm", "đ", "số"),
    *("ngày", "tháng", "năm", "của", "Chính phủ", "Resolution", "No.", "Article"),
    *("31/02/2024", "\u0000", "\ud800", "\u200b", "Ð", "½", "٣", "ﬁ", "\u0301"),
)
numbers = st.sampled_from(NUMBERS)
labels = st.integers(1, 999).map(str)
paths = st.tuples(labels, labels, st.sampled_from(LETTERS)).map(
    lambda one: (
        (ProvisionLevel.ARTICLE, one[0]),
        (ProvisionLevel.CLAUSE, one[1]),
        (ProvisionLevel.POINT, one[2]),
    )
)


def named(reading: CitationReading) -> object:
    """Give the part of a reading that names the document."""
    return reading.number, reading.sequence, reading.year, reading.kinds


class ReadingTests(SimpleTestCase):
    """Properties of reading and judging."""

    @settings(max_examples=300)
    @given(st.text(max_size=600))
    def test_no_text_makes_reading_fail(self, text: str) -> None:
        judge(read_citation(text), Held())

    @settings(max_examples=500)
    @given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
    def test_no_heap_of_pieces_makes_reading_fail(self, text: str) -> None:
        judge(read_citation(text), Held())

    @given(numbers, st.data())
    def test_spelling_changes_nothing(self, number: str, data: st.DataObject) -> None:
        expected = named(read_citation(number))
        signs = st.sampled_from([" ", "-", "/", "."])
        one_sign = data.draw(signs).join(fold(number).split())
        for variant in (
            number.lower(),
            number.upper(),
            number.replace("/", " / ").replace("-", " – "),
            unicodedata.normalize("NFD", number),
            f"  {number}.",
            f"«{number}»",
        ):
            self.assertEqual(expected, named(read_citation(variant)), variant)
        if "BKHCN-CĐSQG" not in number:  # without a type only its own signs tell
            self.assertEqual(expected, named(read_citation(one_sign)), one_sign)

    @given(numbers)
    def test_accents_change_nothing(self, number: str) -> None:
        plain = fold(number)
        if "cdsqg" not in plain:
            self.assertEqual(
                named(read_citation(number)), named(read_citation(plain)), plain
            )

    @given(numbers, paths)
    def test_a_provision_is_read_back_in_both_languages(
        self, number: str, path: tuple[tuple[ProvisionLevel, str], ...]
    ) -> None:
        for cited in (
            f"{citation_vi(path)} {number}",
            f"{citation_en(path)} of {number}",
            f"{number}, {citation_vi(path)}",
            f"Điều {path[0][1]}({path[1][1]})({path[2][1]}) {number}",
        ):
            reading = read_citation(cited)
            self.assertEqual(read_citation(number).number, reading.number, cited)
            self.assertIsNotNone(reading.provision, cited)
            if reading.provision:
                self.assertEqual(path, reading.provision.path, cited)
                self.assertEqual(list(path), read_eid(reading.provision.eid))
