"""Ids never die: what is read where a record was deleted, withdrawn or merged."""

from typing import Any

from django.test import TestCase
from django.utils import timezone
from rest_framework import serializers

from policies.common.models import Record, RecordState
from policies.serializers import PersonRef
from policies.services import save_record
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from tests.factories import (
    make_decision,
    make_decree,
    make_law,
    make_measure,
    make_person,
    make_source,
)

API = "/api/v1"
OF_DOCUMENTS = ("lineage", "timeline", "state", "jsonld", "akn")
PROBLEM = "application/problem+json"


def withdraw(record: Record, reason: str = "") -> None:
    """Withdraw a record."""
    record.state = RecordState.WITHDRAWN
    save_record(record, reason=reason)


class GoneCase(TestCase):
    """A test that asks for what is not there any more."""

    def ask(self, path: str, **query: str) -> tuple[int, dict[str, Any], Any]:
        """Give status, members and the answer; redirects are not followed."""
        answer = self.client.get(f"{API}/{path}", query)
        self.assertEqual(PROBLEM, answer["Content-Type"])
        return answer.status_code, answer.json(), answer

    def now(self) -> str:
        """Give the present time as a query has it."""
        return timezone.now().isoformat()


class GoneTests(GoneCase):
    """What was deleted or withdrawn is gone, and says when and why."""

    def test_what_was_deleted_says_when_and_why(self) -> None:
        person = make_person()
        before = timezone.now()
        delete_record(person, reason="nhập trùng")
        status, told, _answer = self.ask(f"people/{person.slug}/")
        self.assertEqual((410, 410, "deleted"), (status, told["status"], told["code"]))
        self.assertEqual("nhập trùng", told["reason"])
        self.assertLessEqual(before.isoformat()[:19], told["at"][:19])
        self.assertIn(person.slug, told["detail"])

    def test_a_reason_that_was_not_given_is_null(self) -> None:
        person = make_person()
        delete_record(person)
        self.assertIsNone(self.ask(f"people/{person.slug}/")[1]["reason"])

    def test_what_was_withdrawn_says_so_until_it_is_published_again(self) -> None:
        source = make_source()
        withdraw(source, "sai nguồn")
        status, told, _answer = self.ask(f"sources/{source.slug}/")
        self.assertEqual(
            (410, "withdrawn", "sai nguồn"), (status, told["code"], told["reason"])
        )
        source.state = RecordState.PUBLISHED
        save_record(source)
        again = self.client.get(f"{API}/sources/{source.slug}/")
        self.assertEqual(200, again.status_code)

    def test_every_address_of_a_document_says_so(self) -> None:
        law = make_law()
        withdraw(law)
        for under in ("documents", "laws"):
            self.assertEqual(410, self.ask(f"{under}/{law.slug}/")[0])
        for question in OF_DOCUMENTS:
            with self.subTest(question):
                status, told, _answer = self.ask(f"documents/{law.slug}/{question}/")
                self.assertEqual((410, "withdrawn"), (status, told["code"]))

    def test_what_never_was_public_was_never_there(self) -> None:
        draft = make_person(state=RecordState.DRAFT)
        hidden = make_person(state=RecordState.DRAFT)
        delete_record(draft)
        withdraw(hidden)
        for slug in (draft.slug, hidden.slug, "khong-co"):
            with self.subTest(slug):
                status, told, _answer = self.ask(f"people/{slug}/")
                self.assertEqual((404, "not_found"), (status, told["code"]))

    def test_a_law_is_no_decree_when_it_is_gone_either(self) -> None:
        there, withdrawn, deleted = make_law(), make_law(), make_law()
        withdraw(withdrawn)
        delete_record(deleted)
        for law in (there, withdrawn, deleted):
            with self.subTest(law.slug):
                self.assertEqual(404, self.ask(f"decrees/{law.slug}/")[0])
        self.assertEqual(410, self.ask(f"laws/{deleted.slug}/")[0])

    def test_the_register_of_a_past_time_answers_as_then(self) -> None:
        person, law = make_person(), make_law()
        public = self.now()
        withdraw(person, "tạm rút")
        withdraw(law)
        hidden = self.now()
        person.state = RecordState.PUBLISHED
        save_record(person)
        delete_record(person)
        address = f"{API}/people/{person.slug}/"
        shown = self.client.get(address, {"known_at": public})
        self.assertEqual(200, shown.status_code)
        status, told, _answer = self.ask(f"people/{person.slug}/", known_at=hidden)
        self.assertEqual(
            (410, "withdrawn", "tạm rút"), (status, told["code"], told["reason"])
        )
        self.assertEqual("deleted", self.ask(f"people/{person.slug}/")[1]["code"])
        for path in (f"laws/{law.slug}/", f"documents/{law.slug}/lineage/"):
            self.assertEqual(410, self.ask(path, known_at=hidden)[0])
            before = self.client.get(f"{API}/{path}", {"known_at": public})
            self.assertEqual(200, before.status_code)

    def test_a_miss_costs_one_more_question(self) -> None:
        person, law = make_person(), make_law()
        delete_record(person)
        delete_record(law)
        for path in (f"people/{person.slug}/", f"laws/{law.slug}/", "people/nobody/"):
            with self.subTest(path), self.assertNumQueries(2):
                self.ask(path)


class MergedTests(GoneCase):
    """What was merged leads to the record that goes on."""

    def test_a_merged_record_leads_to_the_survivor(self) -> None:
        one, two = make_person(), make_person()
        merge_records(one, two, reason="cùng một người")
        status, told, answer = self.ask(f"people/{one.slug}/", fields="slug,name")
        self.assertEqual(
            (301, "merged", two.slug, "cùng một người"),
            (status, told["code"], told["into"], told["reason"]),
        )
        self.assertEqual(
            f"{API}/people/{two.slug}/?fields=slug%2Cname", answer["Location"]
        )
        followed = self.client.get(answer["Location"])
        self.assertEqual(two.slug, followed.json()["slug"])

    def test_every_address_of_a_document_leads_to_the_same_of_the_survivor(
        self,
    ) -> None:
        one, two = make_law(), make_law()
        merge_records(one, two)
        for question in OF_DOCUMENTS:
            with self.subTest(question):
                answer = self.ask(f"documents/{one.slug}/{question}/")[2]
                to = f"{API}/documents/{two.slug}/{question}/"
                self.assertEqual(to, answer["Location"])
        answer = self.ask(f"laws/{one.slug}/")[2]
        self.assertEqual(f"{API}/laws/{two.slug}/", answer["Location"])

    def test_a_survivor_of_another_kind_is_led_to_among_the_documents(self) -> None:
        one, two = make_decree(), make_decision()
        merge_records(one, two)
        answer = self.ask(f"decrees/{one.slug}/")[2]
        self.assertEqual(f"{API}/documents/{two.slug}/", answer["Location"])
        self.assertEqual(200, self.client.get(answer["Location"]).status_code)

    def test_a_chain_of_merges_leads_to_its_end_at_once(self) -> None:
        one, two, three = make_person(), make_person(), make_person()
        merge_records(one, two)
        merge_records(two, three)
        told, answer = self.ask(f"people/{one.slug}/")[1:]
        self.assertEqual(three.slug, told["into"])
        self.assertEqual(f"{API}/people/{three.slug}/", answer["Location"])

    def test_a_survivor_that_was_deleted_is_gone(self) -> None:
        one, two = make_person(), make_person()
        merge_records(one, two)
        delete_record(two)
        answer = self.ask(f"people/{one.slug}/")[2]
        last = self.client.get(answer["Location"])
        self.assertEqual((410, "deleted"), (last.status_code, last.json()["code"]))

    def test_before_the_merge_both_were_there(self) -> None:
        one, two = make_person(), make_person()
        before = self.now()
        merge_records(one, two)
        for person in (one, two):
            address = f"{API}/people/{person.slug}/"
            answer = self.client.get(address, {"known_at": before})
            self.assertEqual(200, answer.status_code)

    def test_lists_and_search_know_the_survivor_only(self) -> None:
        one, two = make_law(title="Luật Zyxwv"), make_law(title="Luật Zyxwv khác")
        measure = make_measure(document=one)
        merge_records(one, two)
        found = self.client.get(f"{API}/laws/", {"q": "zyxwv"}).json()["results"]
        self.assertEqual([two.slug], [law["slug"] for law in found])
        query = {"document": two.slug}
        found = self.client.get(f"{API}/measures/", query).json()["results"]
        self.assertEqual([measure.slug], [one["slug"] for one in found])
        resolved = self.client.get(f"{API}/resolve/", {"citation": one.number}).json()
        (only,) = resolved["results"]
        self.assertEqual(two.slug, only["document"]["slug"])


class ReferenceTests(TestCase):
    """Who writes a reference by the id of a merged record is told of the survivor."""

    def refused(self, slug: str) -> serializers.ErrorDetail:
        """Expect that a reference is refused, and give the refusal."""
        with self.assertRaises(serializers.ValidationError) as caught:
            PersonRef().run_validation(slug)
        detail: Any = caught.exception.detail
        only: serializers.ErrorDetail = detail[0]
        return only

    def test_the_survivor_is_named_and_not_taken(self) -> None:
        one, two = make_person(), make_person()
        merge_records(one, two)
        refusal = self.refused(one.slug)
        self.assertEqual("merged_into", refusal.code)
        self.assertIn(two.slug, refusal)

    def test_what_was_deleted_is_not_there(self) -> None:
        person = make_person()
        delete_record(person)
        self.assertEqual("does_not_exist", self.refused(person.slug).code)
