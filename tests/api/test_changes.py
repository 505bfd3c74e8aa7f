"""Reading the change log: strict questions, constant cost, no entry passed over."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from policies.common.models import RecordState
from policies.models import Change, RegisterVersion
from policies.services import save_record
from policies.services.changes import last_sequence, log_position
from policies.services.emitting import emit_due
from tests.api.calls import CLIENT, Answer, Pairs, ask
from tests.factories import make_law, make_measure, make_subject, make_term


def changes(**query: Any) -> Answer:
    """Ask for changes."""
    pairs: Pairs = [
        (name, value)
        for name, given in query.items()
        for value in (given if isinstance(given, list) else [given])
    ]
    return ask("changes/", pairs)


def walk(**query: Any) -> list[dict[str, Any]]:
    """Follow the pages to the end; give all entries."""
    found: list[dict[str, Any]] = []
    answer = changes(**query)
    while True:
        found += answer.body["results"]
        following = answer.body["next"]
        if following is None:
            return found
        answer = ask("changes/", urlsplit(following).query)


class ReadingTests(TestCase):
    """What an entry tells, and how the pages follow on each other."""

    def setUp(self) -> None:
        self.begin = last_sequence()

    def test_an_entry_of_an_update_names_the_members(self) -> None:
        law = make_law()
        law.title, law.summary = "Tên khác", "Nội dung"
        save_record(law, reason="nội bộ")
        created, updated = changes(after=self.begin, collection="documents").body[
            "results"
        ]
        self.assertEqual(("create", []), (created["kind"], created["fields"]))
        self.assertEqual(
            {
                "sequence": last_sequence(),
                "at": updated["at"],
                "kind": "update",
                "collection": "documents",
                "slug": law.slug,
                "fields": ["title", "summary"],
                "into": None,
                "day": None,
                "old_state": None,
                "new_state": None,
                "reason": None,
            },
            updated,
        )

    def test_a_withdrawal_says_why(self) -> None:
        subject = make_subject()
        subject.state = RecordState.WITHDRAWN
        save_record(subject, reason="trùng")
        (entry,) = changes(after=self.begin, kind="withdraw").body["results"]
        self.assertEqual("trùng", entry["reason"])

    def test_a_change_of_state_names_the_day_and_both_states(self) -> None:
        emit_due()
        yesterday = timezone.localdate() - timedelta(days=1)
        RegisterVersion.objects.update(logged_day=yesterday)
        measure = make_measure(effective_on=timezone.localdate())
        emit_due()
        found = walk(after=self.begin, kind="state_changed", collection="measures")
        (entry,) = (one for one in found if one["slug"] == measure.slug)
        told = [entry[name] for name in ("day", "old_state", "new_state")]
        self.assertEqual(
            [timezone.localdate().isoformat(), "not_yet", "in_effect"], told
        )

    def test_pages_give_each_entry_once_in_order(self) -> None:
        for _each in range(5):
            make_subject()
        sequences = [one["sequence"] for one in walk(after=self.begin, page_size=2)]
        self.assertEqual([self.begin + n for n in range(1, 6)], sequences)

    def test_the_last_page_has_no_next_and_the_tail_is_empty(self) -> None:
        make_subject()
        body = changes(after=self.begin, page_size=1).body
        self.assertEqual((None, self.begin + 1), (body["next"], body["last"]))
        tail = changes(after=body["last"]).body
        self.assertEqual(([], None), (tail["results"], tail["next"]))
        self.assertEqual(body["last"], tail["last"])

    def test_filters_pass_over_entries_and_next_keeps_them(self) -> None:
        kept = [make_subject().slug for _each in range(3) if make_law()]
        asked = {"after": self.begin, "collection": "subjects", "page_size": 2}
        self.assertEqual(kept, [one["slug"] for one in walk(**asked)])
        body = changes(**asked).body
        self.assertIn("collection=subjects", body["next"])
        self.assertIn("page_size=2", body["next"])
        self.assertEqual(last_sequence(), body["last"])

    def test_what_is_written_meanwhile_waits_for_the_next_poll(self) -> None:
        """Between the two queries of a page somebody else may commit."""
        seen = make_subject()
        position = log_position()
        make_subject()
        with patch("policies.api.changes.log_position", return_value=position):
            body = changes(after=self.begin, kind="create").body
        self.assertEqual([seen.slug], [one["slug"] for one in body["results"]])
        self.assertEqual((position.last, None), (body["last"], body["next"]))

    def test_several_collections_and_kinds_are_alternatives(self) -> None:
        subject, term = make_subject(), make_term()
        subject.name = "Khác"
        save_record(subject)
        found = walk(after=self.begin, collection=["subjects", "terms"])
        self.assertEqual(
            [subject.slug, term.slug, subject.slug], [one["slug"] for one in found]
        )
        found = walk(after=self.begin, kind=["update", "publish"])
        self.assertEqual([subject.slug], [one["slug"] for one in found])

    def test_every_page_names_the_log(self) -> None:
        log = changes().body["log"]
        self.assertEqual(RegisterVersion.objects.get().log_id, log)
        self.assertEqual(200, changes(log=log).status)

    def test_the_entry_of_the_api_names_it(self) -> None:
        self.assertTrue(ask("").body["changes"].endswith("/api/v1/changes/"))


class IncludedTests(TestCase):
    """The record beside its entry: as it stands now, if the public sees it."""

    def test_each_entry_has_the_record_as_it_stands_now(self) -> None:
        begin = last_sequence()
        subject = make_subject()
        parent = make_subject()
        subject.name, subject.parent = "Quang tử", parent
        save_record(subject)
        found = changes(after=begin, include="record").body["results"]
        self.assertEqual(3, len(found))
        self.assertEqual(found[0]["record"], found[2]["record"])
        self.assertEqual("Quang tử", found[0]["record"]["name"])
        self.assertEqual(parent.slug, found[0]["record"]["parent"])

    def test_what_is_not_public_now_has_none(self) -> None:
        begin = last_sequence()
        subject = make_subject()
        for state in (RecordState.WITHDRAWN, RecordState.DRAFT):
            subject.state = state
            save_record(subject)
            for entry in changes(after=begin, include="record").body["results"]:
                self.assertIsNone(entry["record"])

    def test_without_it_there_is_no_record(self) -> None:
        make_subject()
        self.assertNotIn("record", changes().body["results"][0])


class StrictTests(TestCase):
    """A wrong question gets no answer."""

    def assert_fault(self, code: str, parameter: str, query: str) -> None:
        """Expect 400 with one fault."""
        answer = ask("changes/", query)
        self.assertEqual(400, answer.status, query)
        (fault,) = answer.body["errors"]
        self.assertEqual((code, parameter), (fault["code"], fault["parameter"]))

    def test_what_is_not_allowed_is_named(self) -> None:
        for code, parameter, query in (
            ("unknown_parameter", "since", "since=5"),
            ("malformed", "after", "after=-1"),
            ("malformed", "after", "after=abc"),
            ("malformed", "after", "after=9223372036854775808"),
            ("malformed", "after", "after=1.5"),
            ("empty", "after", "after="),
            ("repeated", "after", "after=1&after=2"),
            ("malformed", "collection", "collection=laws"),
            ("malformed", "kind", "kind=created"),
            ("malformed", "include", "include=history"),
            ("repeated", "include", "include=record,record"),
            ("malformed", "page_size", "page_size=201"),
            ("malformed", "page_size", "page_size=0"),
            ("malformed", "log", f"log={'a' * 33}"),
        ):
            with self.subTest(query):
                self.assert_fault(code, parameter, query)

    def test_a_sequence_beyond_the_log_is_refused(self) -> None:
        last = last_sequence()
        self.assertEqual(200, changes(after=last).status)
        self.assert_fault("beyond_the_log", "after", f"after={last + 1}")
        self.assert_fault("beyond_the_log", "after", f"after={2**63 - 1}")

    def test_a_sequence_of_another_log_is_refused(self) -> None:
        self.assert_fault("another_log", "log", f"log={'0' * 32}&after={2**63 - 1}")

    def test_only_reading_is_offered(self) -> None:
        answer = ask(
            "changes/", method="post", data="{}", content_type="application/json"
        )
        self.assertEqual(405, answer.status)


class CostTests(TestCase):
    """A page costs the same few queries at any depth."""

    def cost(self, **query: Any) -> int:
        """Count the queries of an answer."""
        with CaptureQueriesContext(connection) as captured:
            answer = changes(**query)
        self.assertEqual(200, answer.status)
        for one in captured:
            self.assertNotIn("OFFSET", one["sql"])
            self.assertNotIn("COUNT(", one["sql"])
        return len(captured)

    def test_two_queries_at_any_depth(self) -> None:
        last = last_sequence()
        for after in (0, 1, last // 2, last - 1, last):
            for size in (1, 200):
                with self.subTest(after=after, size=size):
                    self.assertEqual(2, self.cost(after=after, page_size=size))
        self.assertEqual(2, self.cost(kind="create", collection=["terms", "events"]))

    def test_records_cost_at_most_two_queries_for_each_collection(self) -> None:
        last = last_sequence()
        for after in range(0, last, last // 7):
            page = changes(after=after, page_size=200).body["results"]
            collections = {one["collection"] for one in page}
            cost = self.cost(after=after, page_size=200, include="record")
            with self.subTest(after=after, collections=len(collections)):
                self.assertLessEqual(cost, 2 + 2 * len(collections))

    def test_a_poll_of_one_who_has_all_costs_one_query(self) -> None:
        address = f"/api/v1/changes/?after={last_sequence()}"
        tag = CLIENT.get(address).headers["ETag"]
        with CaptureQueriesContext(connection) as captured:
            answer = CLIENT.get(address, headers={"If-None-Match": tag})
        self.assertEqual((304, 1), (answer.status_code, len(captured)))

    def test_a_draft_moves_no_tag_a_change_does(self) -> None:
        address = f"/api/v1/changes/?after={last_sequence()}"
        tag = CLIENT.get(address).headers["ETag"]
        make_subject(state="draft")
        self.assertEqual(tag, CLIENT.get(address).headers["ETag"])
        make_subject()
        self.assertNotEqual(tag, CLIENT.get(address).headers["ETag"])
        self.assertEqual(1, Change.objects.filter(sequence=last_sequence()).count())
