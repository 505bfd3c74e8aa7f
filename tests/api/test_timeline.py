"""The timeline of a document: what happened to it, in order, and what caused it."""

from datetime import date
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.api import timeline
from policies.common.models import RecordState
from policies.models import Document
from tests.api.calls import BY_NAME, PROBLEM, JSONRecord, ask, slugs
from tests.contract.validation import violations
from tests.factories import (
    make_document,
    make_event,
    make_law,
    make_provision,
    make_relation,
    make_reported_state,
    make_resolution,
)


def read(slug: str) -> JSONRecord:
    """Ask for a timeline, and hold it to the schema."""
    answer = ask(f"documents/{slug}/timeline/")
    broken = violations("Timeline", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


def items(slug: str, *kinds: str) -> list[JSONRecord]:
    """Give the items of a timeline, of some kinds only if they are named."""
    found: list[JSONRecord] = read(slug)["items"]
    return [item for item in found if not kinds or item["kind"] in kinds]


def days(slug: str, *kinds: str) -> list[tuple[str, str | None]]:
    """Give kind and day of each item."""
    return [(item["kind"], item["day"]) for item in items(slug, *kinds)]


class RegisterTests(TestCase):
    """Timelines of the real register."""

    def test_resolution_193_is_issued_takes_effect_and_is_repealed_in_part(
        self,
    ) -> None:
        found = days("193-2025-qh15", "issued", "effective", "state_change")
        wanted = [
            ("issued", "2025-02-19"),
            ("effective", "2025-02-19"),
            ("state_change", "2025-02-19"),
            ("state_change", "2025-10-01"),
        ]
        self.assertEqual(wanted, found)
        last = items("193-2025-qh15", "state_change")[-1]
        self.assertEqual("93-2025-qh15-repeals-193-2025-qh15", last["cause"]["slug"])
        self.assertEqual("93-2025-qh15", last["cause"]["document"]["slug"])

    def test_a_partial_repeal_is_called_so_in_both_languages(self) -> None:
        found = items("193-2025-qh15", "acted_on")
        words = {(item["words"], item["words_en"]) for item in found}
        wanted = (
            "bị bãi bỏ bởi 93/2025/QH15 (một phần)",
            "is repealed by 93/2025/QH15 (in part)",
        )
        self.assertIn(wanted, words)

    def test_every_timeline_is_in_order_and_whole(self) -> None:
        for slug in slugs(BY_NAME["documents"]):
            body = read(slug)
            found = [item["day"] or "9999-12-31" for item in body["items"]]
            with self.subTest(slug):
                self.assertEqual(sorted(found), found)
                self.assertTrue(body["complete"])

    def test_an_unknown_day_comes_last_and_says_so(self) -> None:
        last = items("80-2015-qh13")[-1]
        self.assertEqual((None, None, "unknown"),
                         (last["day"], last["precision"], last["basis"]))  # fmt: skip


class ItemTests(TestCase):
    """Each kind of item, on documents made up for it."""

    def test_a_draft_stands_at_its_stage_and_has_no_effect(self) -> None:
        for stage in ("planned", "drafting", "submitted"):
            draft = make_document(stage=stage, issued_on=None)
            with self.subTest(stage):
                self.assertEqual([(stage, None)], days(draft.slug))

    def test_effect_of_an_unknown_day_is_said_but_not_of_the_party(self) -> None:
        decree, party = make_document(), make_resolution()
        self.assertEqual([("effective", None)], days(decree.slug, "effective"))
        self.assertEqual([], days(party.slug, "effective"))

    def test_gazette_and_own_end_have_their_days(self) -> None:
        law = make_law(
            gazette_number="99999",
            gazette_on=date(2025, 8, 1),
            ends_on=date(2030, 1, 1),
        )
        found = days(law.slug, "gazette", "own_end")
        self.assertEqual([("gazette", "2025-08-01"), ("own_end", "2030-01-01")], found)

    def test_a_relation_is_told_from_both_ends(self) -> None:
        law, decree = make_law(), make_document()
        relation = make_relation(
            source=decree, target=law, effective_on=date(2031, 1, 1)
        )
        for document, other, kind in ((law, decree, "acted_on"), (decree, law, "acts")):
            (found,) = items(document.slug, "acts", "acted_on")
            with self.subTest(kind):
                self.assertEqual((kind, "2031-01-01"), (found["kind"], found["day"]))
                self.assertEqual(relation.slug, found["cause"]["slug"])
                self.assertEqual(other.slug, found["cause"]["document"]["slug"])
                self.assertIn(other.number, found["words"])

    def test_the_basis_says_whose_day_it_is(self) -> None:
        law = make_law()
        known, issued = date(2025, 11, 1), date(2025, 6, 27)
        for basis, own, effective, day in (
            ("recorded", date(2031, 1, 1), known, "2031-01-01"),
            ("acting_effective", None, known, "2025-11-01"),
            ("acting_issued", None, None, "2025-06-27"),
        ):
            acting = make_document(issued_on=issued, effective_on=effective)
            make_relation(source=acting, target=law, effective_on=own)
            (found,) = items(acting.slug, "acts")
            with self.subTest(basis):
                self.assertEqual((basis, day), (found["basis"], found["day"]))

    def test_a_suspension_ends_on_its_until(self) -> None:
        law = make_law()
        acting = make_document(effective_on=date(2025, 12, 1))
        make_relation(
            source=acting, type="suspends", target=law, until=date(2026, 3, 1)
        )
        found = days(law.slug, "acted_on", "acted_on_ends", "state_change")
        wanted = [
            ("state_change", "2025-10-01"),
            ("acted_on", "2025-12-01"),
            ("state_change", "2025-12-01"),
            ("acted_on_ends", "2026-03-01"),
            ("state_change", "2026-03-01"),
        ]
        self.assertEqual(wanted, found)
        self.assertEqual([("act_ends", "2026-03-01")], days(acting.slug, "act_ends"))

    def test_a_provision_takes_and_loses_effect_on_days_of_its_own(self) -> None:
        law = make_law()
        part = make_provision(
            document=law, effective_on=date(2025, 7, 1), ends_on=date(2026, 7, 1)
        )
        found = items(law.slug, "provision_effective", "provision_ends")
        self.assertEqual(["2025-07-01", "2026-07-01"], [item["day"] for item in found])
        self.assertEqual({part.slug}, {item["cause"]["slug"] for item in found})
        self.assertIn(f"Điều {part.label}", found[0]["words"])
        self.assertIn(f"Article {part.label}", found[0]["words_en"])

    def test_an_event_keeps_its_precision(self) -> None:
        law = make_law()
        event = make_event(
            documents=[law], starts_on=date(2025, 3, 1), starts_precision="month"
        )
        (found,) = items(law.slug, "event")
        self.assertEqual(("2025-03-01", "month"), (found["day"], found["precision"]))
        self.assertEqual(event.slug, found["cause"]["slug"])
        self.assertEqual(event.name, found["words"])

    def test_a_reported_state_is_told_on_its_day(self) -> None:
        law = make_law()
        report = make_reported_state(document=law, reported_on=date(2025, 10, 5))
        (found,) = items(law.slug, "reported_state")
        self.assertEqual("2025-10-05", found["day"])
        self.assertEqual(report.slug, found["cause"]["slug"])
        self.assertIn("Còn hiệu lực", found["words"])


class AnswerTests(TestCase):
    """Costs, bounds and what is public."""

    def test_it_costs_the_same_however_much_happened(self) -> None:
        busy, quiet = "57-nq-tw", make_law().slug
        for slug in (busy, quiet):
            with self.subTest(slug), CaptureQueriesContext(connection) as captured:
                read(slug)
                self.assertEqual(7, len(captured))

    def test_what_is_left_out_is_said(self) -> None:
        law = make_law()
        for _ in range(3):
            make_relation(source=make_document(), target=law)
        for most, complete in ((2, False), (3, True)):
            with self.subTest(most), patch.object(timeline, "MOST_OF_A_KIND", most):
                body = read(law.slug)
                self.assertEqual(complete, body["complete"])
                upon = [one for one in body["items"] if one["kind"] == "acted_on"]
                self.assertEqual(most, len(upon))

    def test_only_what_is_public_is_told(self) -> None:
        law, hidden = make_law(), make_document()
        make_relation(source=hidden, target=law)
        make_relation(source=make_document(), target=law, state=RecordState.DRAFT)
        Document.objects.filter(pk=hidden.pk).update(state=RecordState.WITHDRAWN)
        make_provision(document=law, effective_on=date(2025, 7, 1), state="draft")
        make_event(documents=[law], state="draft")
        make_reported_state(document=law, state="draft")
        kinds = {kind for kind, _day in days(law.slug)}
        self.assertEqual({"issued", "effective", "state_change"}, kinds)

    def test_a_document_that_is_not_public_has_no_timeline(self) -> None:
        hidden = make_law(state=RecordState.DRAFT)
        for slug in (hidden.slug, "no-such-document"):
            answer = ask(f"documents/{slug}/timeline/")
            self.assertEqual((404, PROBLEM), (answer.status, answer.type))

    def test_it_takes_no_parameter(self) -> None:
        answer = ask("documents/57-nq-tw/timeline/", "kind=issued")
        self.assertEqual((400, PROBLEM), (answer.status, answer.type))
