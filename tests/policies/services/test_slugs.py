"""Public ids that the register suggests."""

from datetime import date
from typing import Any

from django.test import TestCase

from decrees.models import Delegation, DelegationCitation
from policies.common.models import Record, RecordState
from policies.common.validators import public_slug
from policies.models import (
    Agency,
    AgencySuccession,
    Citation,
    Document,
    DocumentAlias,
    Event,
    Measure,
    Observation,
    Person,
    Post,
    Provision,
    Relation,
    ReportedState,
    Source,
    Statement,
    Term,
    UnresolvedCitation,
)
from policies.services.slugs import suggest_slug
from tests.factories import (
    make_agency,
    make_alias,
    make_citation,
    make_delegation,
    make_document,
    make_indicator,
    make_law,
    make_measure,
    make_person,
    make_source,
)


class SuggestionTests(TestCase):
    law: Any
    decree: Any
    source: Any

    @classmethod
    def setUpTestData(cls) -> None:
        cls.law = make_law(slug="a-law")
        cls.decree = make_document(slug="a-decree")
        cls.source = make_source()

    def test_a_document_is_called_by_its_number_else_by_its_title(self) -> None:
        numbered = Document(number="9721/2025/NĐ-CP", title="Về thử nghiệm")
        self.assertEqual(suggest_slug(numbered), "9721-2025-nd-cp")
        unnumbered = Document(title="Chương trình đột phá thử nghiệm")
        expected = "chuong-trinh-dot-pha-thu-nghiem"
        self.assertEqual(suggest_slug(unnumbered), expected)

    def test_parts_are_called_after_what_they_belong_to(self) -> None:
        law, decree = self.law, self.decree
        indicator, measure = make_indicator(slug="share"), make_measure(slug="split")
        before, after = make_agency(slug="before"), make_agency(slug="after")
        lam = make_person(slug="a-person")
        year = date(2025, 1, 1)
        cases: list[tuple[Record, str]] = [
            (DocumentAlias(document=law, text="Luật Thử"), "a-law-alias-luat-thu"),
            (
                Provision(document=law, eid="art_6a__cl_2__pt_dd"),
                "a-law-art-6a-cl-2-pt-dd",
            ),
            (
                Relation(source=decree, type="details", target=law),
                "a-decree-details-a-law",
            ),
            (
                UnresolvedCitation(document=law, type="amends", text="9/2020/NĐ-CP"),
                "a-law-amends-9-2020-nd-cp",
            ),
            (
                ReportedState(document=law, source=self.source, reported_state="ended"),
                "a-law-reported-ended",
            ),
            (Term(measure=measure, role="share"), "split-share"),
            (
                Observation(
                    indicator=indicator, period_on=year, period_precision="quarter"
                ),
                "share-2025-q1",
            ),
            (
                AgencySuccession(predecessor=before, successor=after),
                "before-to-after",
            ),
            (Post(person=lam, title="Bộ trưởng"), "a-person-bo-truong"),
            (Delegation(document=law, matter="Về quỹ"), "a-law-ve-quy"),
        ]
        for record, expected in cases:
            with self.subTest(type(record).__name__):
                self.assertEqual(suggest_slug(record), expected)

    def test_named_records_prefer_the_english_name(self) -> None:
        cases: list[tuple[Record, str]] = [
            (Agency(name="Bộ Thử", name_en="Ministry of Tests"), "ministry-of-tests"),
            (Person(name="Nguyễn Văn Thử"), "nguyen-van-thu"),
            (Source(title="Bài báo thử"), "bai-bao-thu"),
            (Event(name="Hội nghị thử"), "hoi-nghi-thu"),
            (Measure(title="Chia 30/70", title_en="Split"), "split"),
            (Statement(text="Điểm nghẽn của điểm nghẽn"), "diem-nghen-cua-diem-nghen"),
        ]
        for record, expected in cases:
            with self.subTest(type(record).__name__):
                self.assertEqual(suggest_slug(record), expected)

    def test_citations_are_numbered_by_what_they_cite(self) -> None:
        fresh = Citation(document=self.law, source=self.source)
        self.assertEqual(suggest_slug(fresh), "document-a-law-c1")
        make_citation(slug="document-a-law-c1", document=self.law)
        self.assertEqual(suggest_slug(fresh), "document-a-law-c2")
        self.assertEqual(
            suggest_slug(fresh, {"document-a-law-c2"}), "document-a-law-c3"
        )
        delegation = make_delegation(slug="owed")
        of_delegation = DelegationCitation(delegation=delegation, source=self.source)
        self.assertEqual(suggest_slug(of_delegation), "delegation-owed-c1")

    def test_nothing_to_go_by_suggests_nothing(self) -> None:
        self.assertEqual(suggest_slug(Person(name="")), "")
        self.assertEqual(suggest_slug(Person(name="—")), "")

    def test_a_suggestion_is_never_one_used_before(self) -> None:
        gone = make_alias(slug="a-law-alias-x", document=self.law, text="y")
        gone.state = RecordState.DRAFT
        gone.delete()
        again = DocumentAlias(document=self.law, text="x")
        self.assertEqual(suggest_slug(again), "a-law-alias-x-2")
        third = suggest_slug(again, {"a-law-alias-x-2"})
        self.assertEqual(third, "a-law-alias-x-3")

    def test_a_long_name_gives_a_valid_id_of_bounded_length(self) -> None:
        long = "Điều kiện " * 90
        for record in (
            Document(title=long),
            Statement(text=long),
            DocumentAlias(document=self.law, text=long),
        ):
            slug = suggest_slug(record)
            public_slug(slug)
            self.assertLessEqual(len(slug), 100)
