"""Pictures: well-formed, in words too, in two languages, asked for like anything."""

import re
from itertools import pairwise
from typing import Any
from unittest.mock import patch
from xml.etree.ElementTree import Element, fromstring

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.api.pictures import lineage
from policies.common.models import RecordState
from policies.common.svg import text_width
from policies.models import Document, Target
from tests.api.calls import CLIENT, PROBLEM, ask
from tests.factories import (
    make_decree,
    make_delegation,
    make_indicator,
    make_law,
    make_observation,
    make_relation,
    make_target,
)

SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LAW = "93-2025-qh15"
TARGET = "digital-economy-30-percent-of-gdp-by-2030"
REAL = (
    f"documents/{LAW}/lineage.svg",
    f"documents/{LAW}/coverage.svg",
    f"targets/{TARGET}/path.svg",
)
HOSTILE = '<script>alert("1")</script> & ]]> \u202e"'


def drawn(address: str, query: str = "") -> Element:
    """Ask for a picture and read it."""
    answer = ask(address, query)
    if (answer.status, answer.type) != (200, "image/svg+xml"):
        raise AssertionError((answer.status, answer.type, answer.content))
    return fromstring(answer.content)  # noqa: S314 # our own


def texts(root: Element) -> str:
    """Give all that is written in a picture."""
    return " | ".join(one.text or "" for one in root.iter(f"{SVG}text"))


def told(root: Element) -> str:
    """Give what those hear who do not see it."""
    named = {one.get("id"): one.text or "" for one in root.iter() if one.get("id")}
    return " ".join(named[name] for name in root.get("aria-labelledby", "").split())


class EveryPictureTests(TestCase):
    """What holds for each of them, on the real register."""

    def test_it_is_an_image_with_words_of_its_own(self) -> None:
        for address in REAL:
            root = drawn(address)
            with self.subTest(address):
                self.assertEqual((f"{SVG}svg", "img"), (root.tag, root.get("role")))
                self.assertRegex(root.get("viewBox", ""), r"^0 0 [\d.]+ [\d.]+$")
                self.assertGreater(len(told(root)), 40)

    def test_its_words_are_in_the_language_asked_for(self) -> None:
        for address, vi, en in zip(
            REAL,
            ("Chuỗi văn bản", "Đã quy định", "Chậm tiến độ"),
            ("Lineage of", "matters owed are detailed", "Behind"),
            strict=True,
        ):
            for query, language, word, other in (
                ("", "vi", vi, en),
                ("lang=vi", "vi", vi, en),
                ("lang=en", "en", en, vi),
            ):
                root = drawn(address, f"{query}&as_of=2026-01-01".strip("&"))
                with self.subTest(address, query=query):
                    self.assertEqual(language, root.get(XML_LANG))
                    self.assertIn(word, texts(root))
                    self.assertIn(word, told(root))
                    self.assertNotIn(other, texts(root) + told(root))

    def test_it_fetches_nothing_and_runs_nothing(self) -> None:
        for address in REAL:
            answer = ask(address)
            text = answer.content.decode()
            with self.subTest(address):
                links = re.findall(r"(?:href|src|url\(|@import|<script|on\w+=)", text)
                self.assertEqual([], links)
                self.assertEqual(
                    ["http://www.w3.org/2000/svg"],
                    re.findall(r"https?://[^\"' ]+", text),
                )
                policy = CLIENT.get(f"/api/v1/{address}")["Content-Security-Policy"]
                self.assertIn("default-src 'none'", policy)

    def test_any_site_may_show_it(self) -> None:
        response = CLIENT.get(f"/api/v1/{REAL[0]}", headers={"accept": "image/*"})
        self.assertEqual(200, response.status_code)
        self.assertEqual("*", response["Access-Control-Allow-Origin"])
        self.assertEqual("cross-origin", response["Cross-Origin-Resource-Policy"])

    def test_colours_follow_the_reader_or_what_is_asked_for(self) -> None:
        dark, light = "#0f141a", "#ffffff"
        for query, colours in (
            ("", {dark, light}),
            ("theme=auto", {dark, light}),
            ("theme=light", {light}),
            ("theme=dark", {dark}),
        ):
            style = drawn(REAL[0], query).findtext(f"{SVG}style") or ""
            with self.subTest(query):
                found = {one for one in (dark, light) if one in style}
                self.assertEqual(colours, found)
                self.assertEqual(len(colours) == 2, "prefers-color-scheme" in style)

    def test_who_holds_it_is_not_sent_it_again(self) -> None:
        for address in REAL:
            tag = CLIENT.get(f"/api/v1/{address}")["ETag"]
            held = {"if-none-match": tag}
            again = CLIENT.get(f"/api/v1/{address}", headers=held)
            other = CLIENT.get(f"/api/v1/{address}?lang=en", headers=held)
            with self.subTest(address):
                self.assertEqual((304, b""), (again.status_code, again.content))
                self.assertEqual(200, other.status_code)

    def test_a_wrong_question_is_refused_by_name(self) -> None:
        for address in REAL:
            for name, value in (
                ("lang", "fr"),
                ("theme", "red"),
                ("layout", "square"),
                ("as_of", "2025-02-30"),
                ("known_at", "tomorrow"),
                ("size", "5"),
            ):
                answer = ask(address, [(name, value)])
                with self.subTest(address, parameter=name):
                    self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                    self.assertEqual(name, answer.body["errors"][0]["parameter"])
        for address in ("documents/no/lineage.svg", "targets/no/path.svg"):
            self.assertEqual((404, PROBLEM), (ask(address).status, ask(address).type))
        past = ask(REAL[0], "known_at=2020-01-01T00:00:00Z")
        self.assertEqual(404, past.status)

    def test_no_text_runs_beyond_the_edge(self) -> None:
        for address in REAL:
            for layout in ("wide", "narrow"):
                root = drawn(address, f"layout={layout}")
                width = float(root.get("width", "0"))
                for one in root.iter(f"{SVG}text"):
                    kinds = (one.get("class") or "").split()
                    size = 17 if "h" in kinds else 11.5 if "s" in kinds else 13
                    long = text_width(one.text or "", size) / 1.06
                    shift = {"end": 1.0, "middle": 0.5}
                    x = float(one.get("x", "0"))
                    left = x - long * shift.get(one.get("text-anchor") or "", 0)
                    with self.subTest(address, layout=layout, text=one.text):
                        self.assertGreaterEqual(left, 0)
                        self.assertLessEqual(left + long, width)

    def test_the_number_of_queries_does_not_depend_on_what_is_drawn(self) -> None:
        for address, cost in zip(REAL, (5, 4, 3), strict=True):
            with self.subTest(address), CaptureQueriesContext(connection) as captured:
                drawn(address)
                self.assertEqual(cost, len(captured))


class LineagePictureTests(TestCase):
    """The chain of a document."""

    def test_hostile_titles_are_text(self) -> None:
        law = make_law(title=HOSTILE, title_en=HOSTILE)
        root = drawn(f"documents/{law.slug}/lineage.svg", "lang=en")
        self.assertEqual([], list(root.iter(f"{SVG}script")))
        self.assertIn("<script>", told(root))

    def test_each_document_is_a_card_with_its_state_and_deed(self) -> None:
        written = texts(drawn(REAL[0], "lang=en&as_of=2026-01-01"))
        for expected in ("57-NQ/TW", "262/2025/NĐ-CP", "In force", "Not applicable"):
            self.assertIn(expected, written)
        self.assertIn("Implements: 57-NQ/TW", written)

    def test_a_column_that_is_too_long_is_cut_and_says_so(self) -> None:
        law = make_law()
        for _number in range(4):
            make_relation(source=make_decree(), target=law)
        with patch.object(lineage, "MOST_IN_COLUMN", 3):
            root = drawn(f"documents/{law.slug}/lineage.svg")
        self.assertIn("và 1 văn bản nữa", texts(root))
        self.assertIn("và 1 văn bản nữa", told(root))

    def test_when_a_column_is_cut_what_others_hang_on_is_kept(self) -> None:
        law = make_law()
        made = [make_decree() for _number in range(4)]
        for one in made:
            make_relation(source=one, target=law)
        make_relation(source=make_decree(), target=Document.objects.get(pk=made[3].pk))
        with patch.object(lineage, "MOST_IN_COLUMN", 1):
            root = drawn(f"documents/{law.slug}/lineage.svg")
        self.assertIn(made[3].number, texts(root))

    def test_what_lies_farther_away_is_said_to_be_left_out(self) -> None:
        documents: list[Any] = [make_law(), *(make_decree() for _number in range(5))]
        for target, source in pairwise(documents):
            make_relation(source=source, target=target)
        root = drawn(f"documents/{documents[0].slug}/lineage.svg")
        self.assertIn("Còn văn bản ở xa hơn", texts(root))

    def test_a_document_that_stands_alone_is_drawn(self) -> None:
        root = drawn(f"documents/{make_law().slug}/lineage.svg", "layout=narrow")
        self.assertIn("Văn bản được hỏi", texts(root))

    def test_only_what_is_public_is_drawn(self) -> None:
        law = make_law()
        hidden = make_decree(state=RecordState.DRAFT)
        make_relation(source=hidden, target=law, state=RecordState.DRAFT)
        written = texts(drawn(f"documents/{law.slug}/lineage.svg"))
        self.assertNotIn(hidden.number, written)


class CoveragePictureTests(TestCase):
    """What a law orders to be detailed."""

    def test_each_matter_has_a_row_with_what_became_of_it(self) -> None:
        written = texts(drawn(REAL[1], "lang=en&as_of=2025-11-01"))
        self.assertIn("2 of 7 matters owed are detailed.", written)
        self.assertIn("Article 40", written)
        for status in ("Detailed", "Overdue", "Effect of the detailing text not known"):
            self.assertIn(status, written)

    def test_a_document_that_delegates_nothing_says_so(self) -> None:
        root = drawn(f"documents/{make_law().slug}/coverage.svg")
        self.assertIn("Sổ chưa ghi nội dung nào", texts(root))

    def test_hostile_matters_are_text(self) -> None:
        one = make_delegation(matter=HOSTILE)
        root = drawn(f"documents/{one.document.slug}/coverage.svg")
        self.assertEqual([], list(root.iter(f"{SVG}script")))
        self.assertIn("alert", texts(root))

    def test_a_law_of_many_matters_is_cut_and_says_so(self) -> None:
        law = make_law()
        for number in range(62):
            make_delegation(document=law, matter=f"Nội dung {number}")
        root = drawn(f"documents/{law.slug}/coverage.svg")
        self.assertIn("và 2 nội dung nữa", texts(root))


class PathPictureTests(TestCase):
    """The way to a target."""

    def test_values_of_each_method_stand_apart(self) -> None:
        root = drawn(REAL[2], "lang=en&as_of=2026-01-01")
        written = texts(root)
        for expected in ("13.17%", "18.3%", "14.02%", "at least 30%, 2030"):
            self.assertIn(expected, written)
        self.assertIn("Figure of the statistics office", written)
        self.assertIn("Estimate of a ministry", written)

    def test_values_that_do_not_count_yet_are_left_out(self) -> None:
        before = texts(drawn(REAL[2], "as_of=2025-12-30"))
        self.assertIn("13,17%", before)
        self.assertNotIn("14,02%", before)

    def test_a_target_without_values_shows_the_target_alone(self) -> None:
        target = make_target()
        root = drawn(f"targets/{target.slug}/path.svg")
        self.assertIn("Chưa có số liệu nào", texts(root))
        self.assertIn("50%", texts(root))

    def test_an_ambition_says_that_it_has_no_path(self) -> None:
        ambition = Target.objects.filter(kind="ambition", state="published").first()
        if ambition is None:
            self.fail("the register has ambitions")
        root = drawn(f"targets/{ambition.slug}/path.svg")
        self.assertIn("Đây là định hướng", texts(root))

    def test_odd_values_are_drawn(self) -> None:
        for unit, values, value in (
            ("vnd", ("25000000000000", "0"), "100000000000000"),
            ("rank", ("50", "0.5"), "3"),
            ("count", ("0",), "0"),
            ("percent", ("999999999999999",), "0.000001"),
        ):
            indicator = make_indicator(unit=unit)
            for year, one in enumerate(values, start=2023):
                make_observation(
                    indicator=indicator,
                    value=one,
                    period_on=f"{year}-01-01",
                    method="Một",
                )
            target = make_target(indicator=indicator, value=value)
            for layout in ("wide", "narrow"):
                with self.subTest(unit, layout=layout):
                    root = drawn(f"targets/{target.slug}/path.svg", f"layout={layout}")
                    self.assertTrue(texts(root))
