"""Atom feeds of documents, as feed readers read them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import feedparser
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from lxml import etree

from policies.api.feed import ENTRIES, MEDIA_TYPE
from policies.common.models import RecordState
from policies.models import Document
from policies.services import save_record
from tests.api.calls import BASE, BY_NAME, COLLECTIONS, PROBLEM, Pairs, ask, slugs
from tests.factories import make_decree, make_law

HOST = f"http://testserver{BASE}"
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [one.name for one in COLLECTIONS if issubclass(one.model, Document)]


def fetch(address: str, query: Pairs = ()) -> bytes:
    """Get a feed."""
    answer = ask(address, query)
    if (answer.status, answer.type) != (200, MEDIA_TYPE):
        raise AssertionError(answer.content)
    return answer.content


def read(address: str, query: Pairs = ()) -> Any:
    """Read a feed as a feed reader does."""
    found = feedparser.parse(fetch(address, query))
    if found.bozo:
        raise AssertionError(found.bozo_exception)
    return found


def link(element: Any, rel: str, kind: str = "") -> str | None:
    """Give the address of a link of a feed or an entry."""
    for one in element.links:
        if one.rel == rel and kind in {"", one.get("type")}:
            return str(one.href)
    return None


def names(found: Any) -> list[str]:
    """Give the public ids of the entries of a feed, in its order."""
    return [str(one.id).rpartition(":")[2] for one in found.entries]


def walk(address: str, query: Pairs = ()) -> list[str]:
    """Follow a feed to its end."""
    seen: list[str] = []
    following: Pairs | None = query
    while following is not None:
        found = read(address, following)
        seen += names(found)
        url = link(found.feed, "next")
        following = parse_qsl(urlsplit(url).query) if url else None
    return seen


class EntryTests(TestCase):
    """What an entry tells of a document."""

    def test_a_law_is_told_with_its_links_and_categories(self) -> None:
        found = read("laws.atom", [("number", "93/2025/QH15")])
        (law,) = found.entries
        self.assertEqual("urn:r57:document:93-2025-qh15", law.id)
        title = "93/2025/QH15: Luật Khoa học, công nghệ và đổi mới sáng tạo"
        self.assertEqual(title, law.title)
        own = ask("laws/93-2025-qh15/").body
        self.assertEqual(own["modified_at"], law.updated)
        self.assertEqual(own["created_at"], law.published)
        self.assertEqual(own["summary"] or own["title_en"], law.summary)
        address = f"{HOST}documents/93-2025-qh15/"
        self.assertEqual(address, link(law, "alternate", "application/json"))
        for kind, form in (("ld", "jsonld"), ("akn", "akn")):
            suffix = "json" if kind == "ld" else "xml"
            found_at = link(law, "related", f"application/{kind}+{suffix}")
            self.assertEqual(f"{address}{form}/", found_at)
        terms = {(one.scheme.rpartition(":")[2], one.term) for one in law.tags}
        self.assertIn(("document-kind", "law"), terms)
        self.assertIn(("legal-state", own["legal_state"]["state"]), terms)
        subjects = {("subject", one["slug"]) for one in own["subjects"]}
        self.assertLessEqual(subjects, terms)

    def test_every_link_leads_somewhere(self) -> None:
        for one in read("documents.atom", [("family", "party")]).entries:
            for each in one.links:
                path = urlsplit(each.href).path.removeprefix(BASE)
                with self.subTest(each.href):
                    self.assertEqual(200, ask(path, HTTP_ACCEPT=each.type).status)

    def test_markup_and_control_characters_do_not_break_it(self) -> None:
        law = make_law(title="<b>A & B</b> ]]> «ngoặc»", summary='"&amp;" <!--')
        Document.objects.filter(pk=law.pk).update(
            title_en="\x0b", summary="a\x0cb\x1f&"
        )
        (found,) = read("laws.atom", [("number", law.number)]).entries
        tree = etree.fromstring(fetch("laws.atom", [("number", law.number)]))
        self.assertEqual(f"{law.number}: {law.title}",
                         tree.findtext(f"{ATOM}entry/{ATOM}title"))  # fmt: skip
        self.assertEqual("ab&", tree.findtext(f"{ATOM}entry/{ATOM}summary"))
        self.assertEqual(f"urn:r57:document:{law.slug}", found.id)


class FeedTests(TestCase):
    """A feed as a whole, of every collection of documents."""

    def test_it_has_all_that_atom_asks_for(self) -> None:
        for name in FEEDS:
            root = etree.fromstring(fetch(f"{name}.atom"))
            with self.subTest(name):
                self.assertEqual(f"{ATOM}feed", root.tag)
                for tag in ("id", "title", "updated"):
                    self.assertEqual(1, len(root.findall(ATOM + tag)))
                    for one in root.findall(f"{ATOM}entry"):
                        self.assertEqual(1, len(one.findall(ATOM + tag)))
                self.assertTrue(root.findtext(f"{ATOM}author/{ATOM}name"))
                ids = [one.text for one in root.iter(f"{ATOM}id")]
                self.assertEqual(len(ids), len(set(ids)))

    def test_it_names_itself_and_the_list(self) -> None:
        query = [("kind", "law"), ("q", "công nghệ")]
        feed = read("documents.atom", query).feed
        self.assertEqual(f"{HOST}documents.atom?{urlencode(query)}", link(feed, "self"))
        listing = urlsplit(str(link(feed, "alternate")))
        self.assertEqual(f"{BASE}documents/", listing.path)
        listed = ask("documents/", parse_qsl(listing.query))
        self.assertEqual(names(read("documents.atom", query)), listed.slugs)

    def test_it_holds_what_its_list_holds(self) -> None:
        for name in FEEDS:
            collection = BY_NAME[name]
            with self.subTest(name):
                self.assertEqual(
                    sorted(slugs(collection)), sorted(walk(f"{name}.atom"))
                )

    def test_it_takes_every_filter_of_the_list(self) -> None:
        for query in (
            [("issuer", "government"), ("year__gte", "2025")],
            [("kind", "law"), ("kind", "decree")],
            [("details", "93-2025-qh15")],
            [("effective_on__isnull", "true"), ("family__n", "party")],
            [("in_force_on", "2025-10-01"), ("legal_state", "in_force")],
            [("q", "chuyen doi so")],
        ):
            with self.subTest(query):
                wanted = slugs(BY_NAME["documents"], query)
                self.assertTrue(wanted)
                self.assertEqual(sorted(wanted), sorted(walk("documents.atom", query)))

    def test_nothing_found_is_an_empty_feed(self) -> None:
        found = read("laws.atom", [("number", "0/0000/QH0")])
        self.assertEqual([], found.entries)
        self.assertTrue(found.feed.updated)

    def test_an_id_stays_whoever_asks_and_however_the_query_is_written(self) -> None:
        one = read("laws.atom", [("year", "2025"), ("kind", "law")]).feed.id
        other = read("laws.atom", [("kind", "law"), ("year", "2025")]).feed.id
        self.assertEqual(one, other)
        self.assertNotEqual(one, read("laws.atom").feed.id)


class ChangeTests(TestCase):
    """New and changed documents, those changed last first."""

    def test_a_change_brings_a_document_to_the_top(self) -> None:
        first, second = make_decree(), make_decree()
        self.assertEqual([second.slug, first.slug], names(read("decrees.atom"))[:2])
        before = read("decrees.atom").feed.updated
        first.title = "Tên mới"
        save_record(first)
        found = read("decrees.atom")
        self.assertEqual([first.slug, second.slug], names(found)[:2])
        self.assertGreater(found.feed.updated, before)
        self.assertEqual(found.feed.updated, found.entries[0].updated)

    def test_a_save_without_a_change_moves_nothing(self) -> None:
        first, second = make_decree(), make_decree()
        save_record(first)
        self.assertEqual([second.slug, first.slug], names(read("decrees.atom"))[:2])

    def test_pages_lead_to_the_end_though_documents_change_meanwhile(self) -> None:
        start = datetime(2031, 1, 1, tzinfo=UTC)
        made = [make_decree() for _ in range(ENTRIES + 5)]
        for number, decree in enumerate(made):
            moment = start + timedelta(minutes=number // 2)
            Document.objects.filter(pk=decree.pk).update(modified_at=moment)
        page = read("decrees.atom")
        self.assertEqual(ENTRIES, len(page.entries))
        make_decree()
        following = parse_qsl(urlsplit(str(link(page.feed, "next"))).query)
        rest = walk("decrees.atom", following)
        seen = [*names(page), *rest]
        self.assertEqual(len(seen), len(set(seen)))
        self.assertLessEqual({decree.slug for decree in made}, set(seen))
        times = [one.updated for one in page.entries]
        self.assertEqual(sorted(times, reverse=True), times)

    def test_what_is_not_public_is_not_told(self) -> None:
        hidden = make_decree(state=RecordState.DRAFT)
        self.assertNotIn(hidden.slug, walk("decrees.atom"))


class AnswerTests(TestCase):
    """Costs and refusals."""

    def test_it_costs_three_queries_at_any_length(self) -> None:
        for name in ("laws.atom", "circulars.atom"):
            with self.subTest(name), CaptureQueriesContext(connection) as captured:
                fetch(name)
                self.assertEqual(3, len(captured))

    def test_a_wrong_question_is_refused_in_json(self) -> None:
        cursor = parse_qsl(
            urlsplit(str(link(read("documents.atom").feed, "next"))).query
        )
        for query, name, code in (
            ([("colour", "red")], "colour", "unknown_parameter"),
            ([("kind", "poem")], "kind", "malformed"),
            ([("year__gte", "")], "year__gte", "empty"),
            ([("q", " ")], "q", "empty"),
            ([("q", "x" * 201)], "q", "malformed"),
            ([("cursor", "nonsense")], "cursor", "bad_cursor"),
            ([*cursor, ("kind", "law")], "cursor", "bad_cursor"),
            ([("page_size", "10")], "page_size", "unknown_parameter"),
            ([("ordering", "slug")], "ordering", "unknown_parameter"),
        ):
            answer = ask("documents.atom", query)
            with self.subTest(query):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                fault = answer.body["errors"][0]
                self.assertEqual((name, code), (fault["parameter"], fault["code"]))

    def test_another_format_is_refused(self) -> None:
        answer = ask("laws.atom", HTTP_ACCEPT="text/html")
        self.assertEqual((406, PROBLEM), (answer.status, answer.type))

    def test_only_documents_have_feeds(self) -> None:
        self.assertEqual(404, ask("agencies.atom").status)
