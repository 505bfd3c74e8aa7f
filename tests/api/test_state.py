"""The legal state of a document on a day, with its reason."""

from datetime import UTC, date, datetime
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.models import RecordState
from policies.models import Document
from tests.api.calls import PROBLEM, JSONRecord, ask
from tests.api.test_legal_state import ANY_DAYS, DAYS
from tests.contract.validation import violations
from tests.factories import (
    make_document,
    make_law,
    make_provision,
    make_relation,
    make_reported_state,
)


def state(slug: str, day: str = "") -> JSONRecord:
    """Ask for a legal state, and hold it to the schema."""
    answer = ask(f"documents/{slug}/state/", f"on={day}" if day else "")
    broken = violations("StateOnDay", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


class DayTests(TestCase):
    """The state on telling days of the register."""

    def test_it_agrees_with_the_filter_of_lists(self) -> None:
        for slug, day, expected, why in DAYS:
            with self.subTest(slug, day=day, why=why):
                having = state(slug, day)["state"] in {"in_force", "partly_ended"}
                self.assertEqual(expected, having)

    def test_the_day_lies_within_the_time_that_the_state_holds(self) -> None:
        for day in ANY_DAYS:
            for slug in ("80-2015-qh13", "193-2025-qh15", "57-nq-tw"):
                found = state(slug, day)
                with self.subTest(slug, day=day):
                    self.assertLessEqual(found["since"] or day, day)
                    self.assertGreater(found["until"] or "9999", day)

    def test_it_is_that_of_today_in_viet_nam_unless_said_otherwise(self) -> None:
        for hour, expected in ((16, "not_yet_in_force"), (17, "in_force")):
            moment = datetime(2025, 9, 30, hour, 30, tzinfo=UTC)
            with patch("django.utils.timezone.now", return_value=moment):
                self.assertEqual(expected, state("93-2025-qh15")["state"])

    def test_state_and_reason_are_said_in_both_languages(self) -> None:
        found = state("80-2015-qh13", "2025-04-01")
        self.assertEqual(("ended", "replaced"), (found["state"], found["reason"]))
        labels = found["state_label"], found["state_label_en"]
        self.assertEqual(("Hết hiệu lực", "Ended"), labels)
        labels = found["reason_label"], found["reason_label_en"]
        self.assertEqual(("được thay thế", "replaced"), labels)


class CauseTests(TestCase):
    """The record that decides the state."""

    def test_a_relation_is_named_with_the_acting_document(self) -> None:
        cause = state("80-2015-qh13", "2025-04-01")["cause"]
        self.assertEqual("relation", cause["record"])
        self.assertEqual("64-2025-qh15-replaces-80-2015-qh13", cause["slug"])
        self.assertEqual("64-2025-qh15", cause["document"]["slug"])

    def test_a_provision_is_named_with_its_document(self) -> None:
        law = make_law()
        part = make_provision(document=law, effective_on=date(2025, 7, 1))
        cause = state(law.slug, "2025-07-01")["cause"]
        self.assertEqual(("provision", part.slug), (cause["record"], cause["slug"]))
        self.assertEqual(law.slug, cause["document"]["slug"])

    def test_the_document_itself_decides_by_its_own_days(self) -> None:
        cause = state("93-2025-qh15", "2025-10-01")["cause"]
        self.assertEqual("document", cause["record"])
        self.assertEqual("93-2025-qh15", cause["slug"])

    def test_a_cause_that_is_not_public_is_not_named(self) -> None:
        law = make_law()
        acting = make_document(effective_on=date(2025, 12, 1))
        make_relation(source=acting, type="repeals", target=law)
        Document.objects.filter(pk=acting.pk).update(state=RecordState.DRAFT)
        self.assertIsNone(state(law.slug, "2025-12-01")["cause"])


class DetailingTests(TestCase):
    """A text that details another one, before and after the 2025 law."""

    def ended(self, on: date) -> JSONRecord:
        """End a law on a day, and give the state of its decree on that day."""
        began = date(2018, 1, 1)
        self.law = make_law(number="", issued_on=None, effective_on=began, ends_on=on)
        decree = make_document(number="", issued_on=None, effective_on=began)
        self.relation = make_relation(source=decree, target=self.law)
        return state(decree.slug, str(on))

    def test_it_ended_with_its_parent_under_the_2015_law(self) -> None:
        found = self.ended(date(2025, 3, 31))
        self.assertEqual(("ended", "parent_ended"), (found["state"], found["reason"]))
        self.assertEqual(self.relation.slug, found["cause"]["slug"])
        self.assertEqual(self.law.slug, found["cause"]["document"]["slug"])
        (parent,) = found["parents_ended"]
        self.assertEqual(
            ("law_80_2015", True), (parent["law"], parent["ended_with_it"])
        )

    def test_it_survives_under_the_2025_law_and_the_answer_says_so(self) -> None:
        found = self.ended(date(2025, 4, 1))
        self.assertEqual("in_force", found["state"])
        (parent,) = found["parents_ended"]
        self.assertEqual(
            ("law_64_2025", False), (parent["law"], parent["ended_with_it"])
        )
        self.assertEqual("2025-04-01", parent["ended_on"])


class ReportedTests(TestCase):
    """What portals showed stands beside the computed state."""

    def test_only_reports_of_that_day_or_before_are_given_the_latest_first(
        self,
    ) -> None:
        law = make_law()
        old, new, later, undated = (
            make_reported_state(document=law, reported_on=day)
            for day in (date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1), None)
        )
        make_reported_state(document=law, state=RecordState.DRAFT)
        found = [one["slug"] for one in state(law.slug, "2025-02-01")["reported"]]
        self.assertEqual([new.slug, old.slug, undated.slug], found)
        self.assertNotIn(later.slug, found)


class AnswerTests(TestCase):
    """Costs and refusals."""

    def test_it_costs_at_most_seven_queries(self) -> None:
        for slug, cost in (("57-nq-tw", 5), ("80-2015-qh13", 7)):
            with self.subTest(slug), CaptureQueriesContext(connection) as captured:
                state(slug)
                self.assertEqual(cost, len(captured))

    def test_a_day_that_is_none_is_refused(self) -> None:
        for query in (
            "on=2025-02-29",
            "on=today",
            "on=",
            "on=2025-01-01&on=2025-01-02",
        ):
            answer = ask("documents/57-nq-tw/state/", query)
            with self.subTest(query):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual("on", answer.body["errors"][0]["parameter"])

    def test_a_document_that_is_not_public_has_no_state(self) -> None:
        hidden = make_law(state=RecordState.IN_REVIEW)
        for slug in (hidden.slug, "no-such-document"):
            answer = ask(f"documents/{slug}/state/")
            self.assertEqual((404, PROBLEM), (answer.status, answer.type))
