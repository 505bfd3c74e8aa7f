"""What an agency owes, by the API and on its page; late ones are marked."""

from datetime import date

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from policies.choices import TaskStatus
from policies.models import Task
from policies.services import save_record
from tests.api.calls import PROBLEM, JSONRecord, ask
from tests.contract.validation import violations
from tests.factories import (
    make_agency,
    make_decree,
    make_delegation,
    make_law,
    make_task,
)

DAY = "as_of=2026-01-01"


def owed(slug: str, query: str = DAY) -> JSONRecord:
    """Ask what an agency owes, and hold it to the schema."""
    answer = ask(f"agencies/{slug}/owed/", query)
    broken = violations("OwedBy", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


class OwedTests(TestCase):
    """An agency that leads tasks and is to detail matters of laws."""

    def setUp(self) -> None:
        self.agency = make_agency()
        due = {"lead": self.agency, "due_precision": "quarter"}
        self.late = make_task(due_on="2025-07-01", **due)
        self.coming = make_task(due_on="2026-04-01", **due)
        self.undated = make_task(lead=self.agency)
        self.done = make_task(due_on="2025-01-01", status=TaskStatus.DONE, **due)
        self.in_force = make_delegation(agency=self.agency)
        self.not_yet = make_delegation(
            agency=self.agency, document=make_law(effective_on=date(2026, 7, 1))
        )
        fulfilled = make_decree(effective_on=date(2025, 10, 1))
        make_delegation(agency=self.agency, fulfilled_by=fulfilled)
        make_delegation()
        make_task()

    def test_it_lists_what_is_late_first_and_then_as_it_falls_due(self) -> None:
        found = owed(self.agency.slug)
        self.assertEqual(
            (5, 2, True), (found["owed"], found["late"], found["complete"])
        )
        listed = [(one["slug"], one["late"]) for one in found["records"]]
        self.assertEqual(
            [(self.late.slug, True), (self.in_force.slug, True)], listed[:2]
        )
        self.assertEqual((self.coming.slug, False), listed[2])
        self.assertEqual(
            {(self.undated.slug, False), (self.not_yet.slug, False)}, set(listed[3:])
        )

    def test_late_counts_with_the_whole_period_on_any_day(self) -> None:
        for day, expected in (("2025-09-30", False), ("2025-10-01", True)):
            rows = owed(self.agency.slug, f"as_of={day}")["records"]
            (own,) = (one for one in rows if one["slug"] == self.late.slug)
            self.assertEqual(expected, own["late"])

    def test_the_register_s_past_is_answered(self) -> None:
        before = self.late.modified_at.isoformat().replace("+", "%2B")
        task = Task.objects.get(pk=self.late.pk)
        task.status = TaskStatus.DONE
        save_record(task)
        self.assertEqual(4, owed(self.agency.slug)["owed"])
        past = owed(self.agency.slug, f"{DAY}&known_at={before}")["records"]
        self.assertIn(self.late.slug, [one["slug"] for one in past])

    def test_it_costs_the_same_however_much_is_owed(self) -> None:
        for _ in range(2):
            with CaptureQueriesContext(connection) as captured:
                owed(self.agency.slug)
            self.assertEqual(4, len(captured))
            make_task(lead=self.agency)

    def test_its_page_lists_the_same_and_marks_what_is_late(self) -> None:
        officer = User.objects.create_superuser("officer")
        self.client.force_login(officer)
        page = reverse("admin:policies_agency_change", args=[self.agency.pk])
        text = self.client.get(page).content.decode()
        for record in (self.late, self.in_force, self.not_yet):
            meta = record._meta
            name = f"admin:{meta.app_label}_{meta.model_name}_change"
            self.assertIn(reverse(name, args=[record.pk]), text)
        done = reverse("admin:policies_task_change", args=[self.done.pk])
        self.assertNotIn(done, text)
        self.assertIn("<strong>Quá hạn</strong>", text)
        new = self.client.get(reverse("admin:policies_agency_add"))
        self.assertEqual(200, new.status_code)

    def test_a_wrong_question_is_refused_by_name(self) -> None:
        for query, name in (("as_of=now", "as_of"), ("day=2025-01-01", "day")):
            answer = ask(f"agencies/{self.agency.slug}/owed/", query)
            self.assertEqual((400, PROBLEM), (answer.status, answer.type))
            self.assertEqual(name, answer.body["errors"][0]["parameter"])
        self.assertEqual(404, ask("agencies/no-such-agency/owed/").status)


class RegisterTests(TestCase):
    """The Ministry of Science and Technology."""

    def test_it_owes_the_circulars_and_the_tasks_it_leads(self) -> None:
        found = owed("ministry-of-science-and-technology")
        kinds = {one["collection"] for one in found["records"]}
        self.assertEqual({"tasks", "delegations"}, kinds)
        circulars = "93-2025-qh15-delegation-guiding-circulars"
        self.assertIn(
            (circulars, True), [(one["slug"], one["late"]) for one in found["records"]]
        )
