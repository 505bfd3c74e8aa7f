"""What a client holds is not sent again: entity tags, ``If-None-Match``, 304."""

from django.http import HttpResponse
from django.test import RequestFactory, TestCase
from django.utils import timezone

from policies.common.api.tags import unless_held
from tests.api.calls import COLLECTIONS
from tests.api.complete import fill
from tests.api.held import again, get, nothing_is_built, tag
from tests.api.records import make_with_parts

LAW = "laws/93-2025-qh15/"
OF_THE_PROGRAM = ("", "choices/", "schema/", "schema/?format=yaml")
OF_MANY_ROWS = (
    "laws/?count=true&facets=issuer&q=khoa+hoc",
    f"{LAW}?include=provisions",
    "search/?q=khoa+hoc",
    "resolve/?citation=57-NQ/TW",
    "laws.atom",
    "documents/93-2025-qh15/lineage/",
    "documents/93-2025-qh15/timeline/",
    "documents/93-2025-qh15/state/",
    "documents/93-2025-qh15/jsonld/",
    "documents/93-2025-qh15/akn/",
)
OF_ONE_ROW = (
    LAW,
    f"{LAW}?fields=title,subjects",
    f"{LAW}?as_of=2025-09-30",
)
NEVER = '"00000000000000000000000000000000"'


class EveryAddressTests(TestCase):
    """Each address has a tag; whoever sends it back is told in one query."""

    def assert_held(self, address: str, queries: int) -> None:
        held = tag(address)
        self.assertEqual(held, tag(address))
        with nothing_is_built(), self.assertNumQueries(queries):
            response = again(address, held)
        self.assertEqual(304, response.status_code)
        self.assertEqual(held, response["ETag"])
        self.assertEqual(b"", response.content)
        self.assertEqual(200, again(address, NEVER).status_code)

    def test_each_list_and_record(self) -> None:
        for one in COLLECTIONS:
            slug = f"0-{one.name}"
            make_with_parts(one, slug)
            for address in (f"{one.name}/", f"{one.name}/{slug}/"):
                with self.subTest(address):
                    self.assert_held(address, 1)

    def test_a_record_is_the_same_alone_and_among_others(self) -> None:
        fill()
        for one in COLLECTIONS:
            for record in get(f"{one.name}/?page_size=20").json()["results"]:
                address = f"{one.name}/{record['slug']}/"
                with self.subTest(address):
                    self.assertEqual(record, get(address).json())

    def test_what_is_read_of_one_row_costs_one_query_with_its_answer(self) -> None:
        for address in OF_ONE_ROW:
            with self.subTest(address):
                self.assert_held(address, 1)
                with self.assertNumQueries(1):
                    get(address)

    def test_what_the_register_said_at_a_past_time(self) -> None:
        time = timezone.now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        for address in (LAW, "laws/"):
            with self.subTest(address):
                self.assert_held(f"{address}?known_at={time}", 1)

    def test_what_is_read_of_many_rows(self) -> None:
        for address in OF_MANY_ROWS:
            with self.subTest(address):
                self.assert_held(address, 1)

    def test_what_depends_on_the_program_alone_asks_the_database_nothing(self) -> None:
        for address in OF_THE_PROGRAM:
            with self.subTest(address):
                self.assert_held(address, 0)

    def test_each_address_has_a_tag_of_its_own(self) -> None:
        addresses = (*OF_THE_PROGRAM, *OF_MANY_ROWS, *OF_ONE_ROW[:2], "laws/")
        self.assertEqual(len(addresses), len({tag(one) for one in addresses}))

    def test_an_answer_is_the_same_in_every_language(self) -> None:
        for address in (*OF_THE_PROGRAM, *OF_MANY_ROWS, *OF_ONE_ROW):
            vi, en = (
                get(address, {"Accept-Language": language}) for language in ("vi", "en")
            )
            with self.subTest(address):
                self.assertEqual(vi.content, en.content)
                self.assertEqual(vi["ETag"], en["ETag"])

    def test_a_refusal_has_none(self) -> None:
        for address in ("laws/none/", "laws/?nonsense=1", "none/"):
            for headers in ({}, {"If-None-Match": "*"}):
                response = get(address, headers)
                with self.subTest(address, **headers):
                    self.assertIn(response.status_code, {400, 404})
                    self.assertNotIn("ETag", response)


class HeaderTests(TestCase):
    """``If-None-Match`` as RFC 9110 (13.1.2) has it, and what an answer says."""

    def test_tags_are_compared_weakly_and_may_be_several(self) -> None:
        for address in (LAW, "laws/", "schema/"):
            held = tag(address)
            for sent in (held, f"W/{held}", f"{NEVER}, {held}", f' {held} , "a b"'):
                with self.subTest(address, sent=sent):
                    self.assertEqual(304, again(address, sent).status_code)

    def test_a_star_stands_for_whatever_there_is(self) -> None:
        for address in (LAW, "laws/", "schema/"):
            with self.subTest(address):
                response = again(address, "*")
                self.assertEqual(304, response.status_code)
                self.assertEqual(tag(address), response["ETag"])

    def test_what_is_no_tag_is_as_if_it_were_not_sent(self) -> None:
        for address in (LAW, "laws/", "schema/"):
            held = tag(address)
            for sent in (held.strip('"'), held[:-1], f"w/{held}", "", "*, *", "\x7fé"):
                with self.subTest(address, sent=sent):
                    self.assertEqual(200, again(address, sent).status_code)

    def test_head_is_answered_as_get(self) -> None:
        for address in (LAW, "laws/", "schema/"):
            with self.subTest(address):
                head = get(address, method="HEAD")
                self.assertEqual((200, tag(address)), (head.status_code, head["ETag"]))
                held = {"If-None-Match": head["ETag"]}
                self.assertEqual(304, get(address, held, "HEAD").status_code)

    def test_not_modified_says_what_the_answer_would_have_said_but_no_length(
        self,
    ) -> None:
        for address in (LAW, "laws/", "schema/"):
            whole = get(address)
            response = again(address, whole["ETag"])
            with self.subTest(address):
                for name in ("ETag", "Cache-Control", "Vary", "RateLimit-Policy"):
                    self.assertEqual(whole[name], response[name])
                self.assertIn("RateLimit", response)
                self.assertNotIn("Content-Length", response)
                self.assertNotIn("Content-Type", response)

    def test_caches_may_keep_an_answer_and_must_ask_before_each_use(self) -> None:
        for address in (LAW, "laws/", "schema/", "laws/none/"):
            with self.subTest(address):
                response = get(address)
                self.assertEqual("no-cache", response["Cache-Control"])
                self.assertIn("Authorization", response["Vary"])

    def test_an_answer_to_somebody_known_is_theirs_alone(self) -> None:
        for address in (LAW, "laws/"):
            known = get(address, {"Authorization": "Bearer none"})
            with self.subTest(address):
                self.assertEqual("private, no-cache", known["Cache-Control"])

    def test_an_address_that_leads_elsewhere_is_followed(self) -> None:
        request = RequestFactory().get("/", headers={"If-None-Match": "*"})
        moved = unless_held(request, NEVER, lambda: HttpResponse(status=301))
        self.assertEqual(301, moved.status_code)
        self.assertNotIn("ETag", moved)

    def test_another_media_type_is_another_answer(self) -> None:
        sparse = {"Accept": "application/vnd.r57.sparse+json"}
        for address in (LAW, "laws/"):
            with self.subTest(address):
                self.assertNotEqual(tag(address), get(address, sparse)["ETag"])

    def test_another_host_is_another_address(self) -> None:
        here = get("laws/?page_size=1")
        there = get("laws/?page_size=1", {"Host": "localhost"})
        self.assertNotEqual(here.content, there.content)
        self.assertNotEqual(here["ETag"], there["ETag"])
