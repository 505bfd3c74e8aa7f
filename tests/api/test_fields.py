"""``fields=`` and ``omit=`` give what was asked for, and cost no more than that."""

import hypothesis.extra.django
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.common.api.parts import parts
from policies.common.api.rows import SPARSE_PLANS, plan
from policies.common.api.shown import members_of
from policies.common.collections import Collection
from policies.serializers import DocumentShape
from tests.api.calls import BY_NAME, COLLECTIONS, JSON, PROBLEM, ask, records
from tests.api.refused import EVERYWHERE
from tests.contract.validation import violations

SPARSE = "application/vnd.r57.sparse+json"
LISTED = {"co_issuers", "signers", "subjects"}
REFUSED = (
    ("fields=", "fields", "empty"),
    ("fields=slug,", "fields", "empty"),
    ("fields=slug,slug", "fields", "repeated"),
    ("fields=slug&fields=state", "fields", "repeated"),
    ("fields=nonsense", "fields", "unknown_member"),
    ("fields=Slug", "fields", "unknown_member"),
    ("fields=id", "fields", "unknown_member"),
    ("fields=included", "fields", "unknown_member"),
    ("fields=state%00", "fields", "unclean"),
    ("omit=", "omit", "empty"),
    ("omit=nonsense", "omit", "unknown_member"),
    ("omit=slug", "omit", "unknown_member"),
    ("omit=state,state", "omit", "repeated"),
    ("fields=slug&omit=state", "omit", "conflicting"),
)


def statements(address: str, query: str) -> list[str]:
    """Give the statements that an answer needs, but for the register's version."""
    with CaptureQueriesContext(connection) as captured:
        answer = ask(address, query)
    if answer.status != 200:
        raise AssertionError(f"{address}?{query}: {answer.content!r}")
    told = (one["sql"] for one in captured)
    return [text for text in told if "policies_registerversion" not in text]


def address(collection: Collection) -> str:
    """Give the address of the first record of a list."""
    slug = ask(f"{collection.name}/", "page_size=1").slugs[0]
    return f"{collection.name}/{slug}/"


class MemberTests(TestCase):
    """Which members a record has."""

    def test_each_member_can_be_had_alone(self) -> None:
        for one in COLLECTIONS:
            complete = records(one)
            for name in members_of(one.serializer):
                wanted = [{key: row[key] for key in ("slug", name)} for row in complete]
                with self.subTest(one.name, member=name):
                    self.assertEqual(wanted, records(one, [("fields", name)]))

    def test_each_member_can_be_left_out(self) -> None:
        for one in COLLECTIONS:
            complete = records(one)[:50]
            for name in members_of(one.serializer):
                wanted = [
                    {key: row[key] for key in row if key != name} for row in complete
                ]
                if name == "slug":
                    continue
                with self.subTest(one.name, member=name):
                    answer = ask(f"{one.name}/", f"omit={name}&page_size=50")
                    self.assertEqual(wanted, answer.body["results"])

    def test_one_record_has_what_its_list_gives(self) -> None:
        for one in COLLECTIONS:
            for query in ("fields=slug,state", "omit=created_at", "fields=modified_at"):
                listed = ask(f"{one.name}/", f"page_size=1&{query}").body["results"][0]
                with self.subTest(one.name, query=query):
                    found = ask(f"{one.name}/{listed['slug']}/", query)
                    self.assertEqual(listed, found.body)

    def test_members_come_in_the_order_of_the_complete_record(self) -> None:
        row = ask("laws/", "page_size=1&fields=title,subjects,family").body["results"]
        self.assertEqual(["slug", "family", "title", "subjects"], list(row[0]))

    def test_a_walk_may_change_what_it_shows(self) -> None:
        whole = ask("laws/", "page_size=2")
        cursor = whole.body["next_cursor"]
        for query in ("fields=title", "omit=summary", "facets=kind&include=aliases"):
            with self.subTest(query):
                rest = ask("laws/", f"page_size=2&{query}&cursor={cursor}")
                self.assertEqual(200, rest.status)
                self.assertEqual(
                    ask("laws/", f"page_size=2&cursor={cursor}").slugs, rest.slugs
                )

    def test_an_order_needs_not_be_shown(self) -> None:
        for one in COLLECTIONS:
            for order in one.all_orders:
                wanted = ask(f"{one.name}/", f"ordering=-{order}").slugs
                with self.subTest(one.name, order=order):
                    found = ask(f"{one.name}/", f"ordering=-{order}&fields=slug")
                    self.assertEqual(wanted, found.slugs)


class ChoiceTests(hypothesis.extra.django.TestCase):
    """Any choice of members."""

    @settings(max_examples=40, deadline=None)
    @given(st.sets(st.sampled_from(members_of(DocumentShape)), min_size=1))
    def test_it_gives_just_these_members(self, chosen: set[str]) -> None:
        answer = ask("laws/", f"page_size=3&fields={','.join(sorted(chosen))}")
        for row in answer.body["results"]:
            self.assertEqual(chosen | {"slug"}, set(row))


class PartTests(TestCase):
    """Parts come if they are asked for, whatever members are chosen."""

    def test_parts_come_complete_beside_chosen_members(self) -> None:
        for one in COLLECTIONS:
            every = ",".join(parts(one.serializer))
            if not every:
                continue
            path = address(one)
            whole = ask(path, f"include={every}").body["included"]
            for query in ("fields=slug", "omit=state"):
                with self.subTest(one.name, query=query):
                    found = ask(path, f"include={every}&{query}").body
                    self.assertEqual(whole, found["included"])

    def test_no_part_comes_unasked(self) -> None:
        row = ask("laws/93-2025-qh15/", "fields=title").body
        self.assertEqual({"slug", "title"}, set(row))


class CostTests(TestCase):
    """The database is asked for no more than what is given."""

    def test_a_record_of_few_members_is_one_query_without_a_join(self) -> None:
        for path in ("documents/", "documents/93-2025-qh15/"):
            with self.subTest(path):
                (only,) = statements(path, "fields=slug,title")
                self.assertEqual(1, only.count(" JOIN "), only)  # with the page itself
                for column in ("summary", "number", "issuer_id", "legalinterval"):
                    self.assertNotIn(column, only)

    def test_a_related_record_is_joined_only_if_it_is_shown(self) -> None:
        (with_issuer,) = statements("documents/", "fields=issuer")
        self.assertIn("policies_agency", with_issuer)
        self.assertNotIn("legalinterval", with_issuer)
        (with_state,) = statements("documents/", "fields=legal_state")
        self.assertIn("legalinterval", with_state)
        self.assertNotIn("policies_agency", with_state)

    def test_only_the_lists_that_are_shown_are_read(self) -> None:
        _rows, lists = statements("documents/", "fields=title,subjects")
        self.assertIn("policies_document_subjects", lists)
        self.assertNotIn("policies_person", lists)
        self.assertNotIn("UNION", lists)

    def test_omitting_every_list_saves_their_query(self) -> None:
        omitted = ",".join(sorted(LISTED))
        self.assertEqual(1, len(statements("documents/", f"omit={omitted}")))
        self.assertEqual(2, len(statements("documents/", "omit=subjects")))

    def test_no_choice_costs_more_queries_than_the_complete_record(self) -> None:
        for one in COLLECTIONS:
            whole = len(statements(f"{one.name}/", ""))
            for name in members_of(one.serializer):
                with self.subTest(one.name, member=name):
                    found = statements(f"{one.name}/", f"fields={name}")
                    self.assertLessEqual(len(found), whole)

    def test_no_more_choices_are_kept_than_the_bound(self) -> None:
        for chosen in range(SPARSE_PLANS + 40):
            members = [
                name
                for place, name in enumerate(members_of(DocumentShape))
                if chosen >> place & 1
            ]
            plan(DocumentShape, frozenset({"slug", *members}))
        whole = plan(DocumentShape)
        self.assertIs(whole, plan(DocumentShape))


class TypeTests(TestCase):
    """The type of an answer says whether its records are complete."""

    def test_a_choice_of_members_has_a_type_of_its_own(self) -> None:
        for path in ("laws/", "laws/93-2025-qh15/"):
            for query, kind in (
                ("", JSON),
                ("include=aliases", JSON),
                ("fields=title", SPARSE),
                ("omit=title", SPARSE),
                ("fields=title&include=aliases", SPARSE),
            ):
                with self.subTest(path, query=query):
                    self.assertEqual(kind, ask(path, query).type)

    def test_whoever_takes_json_is_answered(self) -> None:
        for accepted in (JSON, "*/*", "application/*", SPARSE):
            with self.subTest(accepted):
                headers = {"Accept": accepted}
                answer = ask("laws/", "fields=title", headers=headers)
                self.assertEqual((200, SPARSE), (answer.status, answer.type))

    def test_a_complete_record_is_given_in_the_type_that_is_accepted(self) -> None:
        answer = ask("laws/", headers={"Accept": SPARSE})
        self.assertEqual((200, SPARSE), (answer.status, answer.type))
        both = ask("laws/", headers={"Accept": f"{SPARSE};q=0.5, {JSON}"})
        self.assertEqual(JSON, both.type)

    def test_what_is_no_json_at_all_is_not_acceptable(self) -> None:
        answer = ask("laws/", "fields=title", headers={"Accept": "text/html"})
        self.assertEqual((406, PROBLEM), (answer.status, answer.type))

    def test_sparse_answers_are_what_the_schema_describes(self) -> None:
        for one in COLLECTIONS:
            listed = ask(f"{one.name}/", "fields=state&page_size=2&count=true")
            found = ask(address(one), "omit=state")
            with self.subTest(one.name):
                self.assertEqual([], violations("SparsePage", listed.body))
                self.assertEqual([], violations("SparseRecord", found.body))


class RefusalTests(TestCase):
    """What cannot be shown is refused, on lists and single records alike."""

    def test_what_is_refused(self) -> None:
        for path in ("laws/", "laws/93-2025-qh15/"):
            for query, parameter, code in REFUSED:
                with self.subTest(path, query=query):
                    answer = ask(path, query)
                    self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                    (fault,) = answer.body["errors"]
                    named = (fault["parameter"], fault["code"])
                    self.assertEqual((parameter, code), named)

    def test_an_unknown_member_gets_all_members(self) -> None:
        every = sorted(members_of(BY_NAME["laws"].serializer))
        (fault,) = ask("laws/", "fields=titel").body["errors"]
        self.assertEqual(every, fault["allowed"])
        (fault,) = ask("laws/", "omit=titel").body["errors"]
        self.assertEqual([name for name in every if name != "slug"], fault["allowed"])

    def test_whatever_else_is_wrong_is_named_once_and_beside_it(self) -> None:
        for query, parameter, _code in EVERYWHERE:
            if parameter in {"", "cursor"}:  # a cursor is read if all else is right
                continue
            with self.subTest(query=query[:60]):
                answer = ask("laws/", f"{query}&fields=nonsense")
                named = [fault["parameter"] for fault in answer.body["errors"]]
                self.assertEqual(sorted([parameter, "fields"]), sorted(named))


class LengthTests(TestCase):
    """A query has at most as many octets as the server reads."""

    def test_a_longer_query_is_a_problem_that_names_the_limit(self) -> None:
        for path in ("", "laws/", "laws/93-2025-qh15/"):
            with self.subTest(path), self.settings(MAX_QUERY=100):
                answer = ask(path, f"q={'a' * 99}")
                self.assertEqual((414, PROBLEM), (answer.status, answer.type))
                self.assertEqual([], violations("Problem", answer.body))
                self.assertEqual("uri_too_long", answer.body["code"])
                self.assertIn("100 octets", answer.body["detail"])

    def test_a_query_of_the_longest_length_is_read(self) -> None:
        with self.settings(MAX_QUERY=100):
            self.assertEqual(200, ask("laws/", f"q={'a' * 98}").status)

    def test_it_is_counted_as_it_is_sent(self) -> None:
        with self.settings(MAX_QUERY=100):
            self.assertEqual(414, ask("laws/", f"q={'%C3%A0' * 17}").status)
            self.assertEqual(200, ask("laws/", f"q={'%C3%A0' * 16}").status)
