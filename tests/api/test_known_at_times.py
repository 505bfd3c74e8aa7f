"""What the register said at a past time: questions, publication, odd clocks."""

from datetime import date
from typing import Any

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.services.removing import delete_record
from tests.api.calls import BY_NAME, ask
from tests.api.past import DOCUMENTS, PastCase
from tests.factories import (
    make_decree,
    make_law,
    make_relation,
    make_subject,
)


class QuestionTests(PastCase):
    """What is asked of one document beside its record."""

    def setUp(self) -> None:
        super().setUp()
        with self.on(1):
            self.law = make_law()
            acting = make_decree(effective_on=date(2026, 1, 1))
            self.relation = make_relation(
                source=acting, target=self.law, type=RelationType.REPEALS
            )
        self.change(3, self.relation, state=RecordState.WITHDRAWN)

    def said(self, day: int, question: str, *pairs: tuple[str, str]) -> Any:
        """Ask of the law what was known on a day."""
        return self.ask(day, f"documents/{self.law.slug}/{question}/", *pairs).body

    def test_the_legal_state_is_what_was_known_of_it(self) -> None:
        for day, state in ((2, "ended"), (3, "in_force")):
            with self.subTest(day=day):
                told = self.said(day, "state", ("on", "2026-02-01"))
                self.assertEqual(state, told["state"])

    def test_the_lineage_is_what_was_known_of_it(self) -> None:
        repeals = ("relation", "repeals")
        for day, edges in ((2, [self.relation.slug]), (3, [])):
            with self.subTest(day=day):
                told = self.said(day, "lineage", repeals)
                self.assertEqual(edges, [one["relation"] for one in told["edges"]])

    def test_the_timeline_is_what_was_known_of_it(self) -> None:
        for day, times in ((2, 1), (3, 0)):
            with self.subTest(day=day):
                items = self.said(day, "timeline")["items"]
                kinds = [item["kind"] for item in items]
                self.assertEqual(times, kinds.count("acted_on"))

    def test_a_document_that_was_not_there_is_said_not_to_have_been(self) -> None:
        for question in ("state", "lineage", "timeline"):
            with self.subTest(question):
                told = self.said(0, question)
                self.assertEqual("not_found", told["code"])
                self.assertIn("was in the register at", told["detail"])


class PublicTests(PastCase):
    """Only what was public then is told."""

    def test_a_record_is_there_from_its_publication_to_its_withdrawal(self) -> None:
        with self.on(1):
            law = make_law(state=RecordState.DRAFT)
        self.change(3, law, state=RecordState.PUBLISHED)
        self.change(5, law, state=RecordState.WITHDRAWN)
        address, own = f"laws/{law.slug}/", ("slug", law.slug)
        for day, there in ((0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 0), (6, 0)):
            with self.subTest(day=day):
                status = self.ask(day, address).status
                hidden = 410 if day >= 5 else 404
                self.assertEqual(200 if there else hidden, status)
                self.assertEqual([law.slug] * there, self.found(day, DOCUMENTS, own))

    def test_a_record_that_was_not_there_is_said_not_to_have_been(self) -> None:
        with self.on(1):
            law = make_law()
        answer = self.ask(0, f"laws/{law.slug}/")
        self.assertEqual((404, "not_found"), (answer.status, answer.body["code"]))
        time = self.time(0).isoformat().replace("+00:00", "Z")
        said = f"No law «{law.slug}» was in the register at {time}."
        self.assertEqual(said, answer.body["detail"])

    def test_a_record_that_was_deleted_was_there_before(self) -> None:
        with self.on(1):
            subject = make_subject()
        address = f"subjects/{subject.slug}/"
        with self.on(3):
            delete_record(subject)
        self.assertEqual(200, self.ask(2, address).status)
        self.assertEqual(410, self.ask(3, address).status)


class ClockTests(PastCase):
    """Times that cannot be trusted, and times that are refused."""

    def test_of_two_changes_at_one_time_the_later_one_counts(self) -> None:
        with self.on(1):
            subject = make_subject()
        for name in ("Quyxyzzy", "Zyxxyuq"):
            self.change(3, subject, name=name)
        told = self.told(3, subject, BY_NAME["subjects"])
        self.assertEqual("Zyxxyuq", told["name"])

    def test_a_clock_that_went_back_does_not_bring_back_what_was_replaced(self) -> None:
        with self.on(1):
            subject = make_subject()
        self.change(5, subject, name="Quyxyzzy")
        self.change(3, subject, name="Zyxxyuq")
        for day in (4, 6):
            told = self.told(day, subject, BY_NAME["subjects"])
            self.assertEqual("Zyxxyuq", told["name"])

    def test_a_time_is_told_by_its_offset(self) -> None:
        with self.on(1):
            law = make_law()
        zulu = self.time(1).isoformat().replace("+00:00", "Z")
        with self.on(99):
            for text in (zulu, "2199-12-31T00:00:00+07:00"):
                answer = ask(f"laws/{law.slug}/", [("known_at", text)])
                expected = 200 if text == zulu else 400
                self.assertEqual(expected, answer.status, text)

    def test_a_plus_that_an_address_turned_into_a_blank_is_explained(self) -> None:
        answer = ask("laws/", "known_at=2026-01-01T00:00:00+07:00")
        (fault,) = answer.body["errors"]
        self.assertIn("%2B07:00", fault["detail"])

    def test_what_is_no_time_that_has_come_is_refused(self) -> None:
        refused = (
            "2025-06-12",
            "2025-06-12T00:00:00",
            "yesterday",
            "2199-01-01T00:00:00Z",
            "0001-01-01T00:00:00+07:00",
        )
        for address in ("documents/", "documents/57-nq-tw/", "agencies/"):
            for text in refused:
                answer = ask(address, [("known_at", text)])
                with self.subTest(address, text=text):
                    self.assertEqual(400, answer.status)
                    (fault,) = answer.body["errors"]
                    self.assertEqual("known_at", fault["parameter"])
