"""Drafts are deleted in the admin by the service: once in history, never from under."""

from typing import Any
from unittest.mock import patch

from django.core.exceptions import ValidationError

from policies.common.models import RecordState
from policies.models import Change, Person, RegisterVersion, Subject
from policies.services.removing import delete_record
from tests.factories import make_decree, make_measure, make_person, make_subject
from tests.policies.admin.cases import AdminCase, page

DRAFT = RecordState.DRAFT


class DeletingTests(AdminCase):
    def delete_marked(self, model: Any, *records: Any) -> Any:
        """Delete the records that are marked in a list."""
        sent = {
            "action": "delete_selected",
            "_selected_action": [record.pk for record in records],
            "post": "yes",
        }
        return self.client.post(page(model, "changelist"), sent, follow=True)

    def ends(self, record: Any) -> list[Any]:
        """Give the last rows of the history of a record that is gone."""
        rows = type(record).history.filter(id=record.pk, history_type="-")
        return [row.history_user for row in rows]

    def test_one_draft_ends_once_in_history_with_the_officer(self) -> None:
        draft = make_person(state=DRAFT)
        version = RegisterVersion.objects.get().version
        self.client.post(page(Person, "delete", draft.pk), {"post": "yes"})
        self.assertEqual([self.officer], self.ends(draft))
        self.assertEqual(version + 1, RegisterVersion.objects.get().version)

    def test_drafts_marked_in_a_list_end_once_each(self) -> None:
        drafts = [make_person(state=DRAFT) for _number in range(3)]
        self.delete_marked(Person, *drafts)
        self.assertEqual([[self.officer]] * 3, [self.ends(one) for one in drafts])

    def test_a_row_of_a_page_ends_once_with_its_reason(self) -> None:
        decree = make_decree()
        alias = decree.aliases.create(slug="a-draft", text="Tên", kind="spelling")
        sent = {"aliases-0-DELETE": "on", "change_reason": "nhập nhầm"}
        self.assert_saved(self.save(decree, **sent))
        (gone,) = type(alias).history.filter(slug="a-draft", history_type="-")
        self.assertEqual(
            ("nhập nhầm", self.officer), (gone.history_change_reason, gone.history_user)
        )

    def test_what_was_public_once_is_told_of_in_the_log(self) -> None:
        person = make_person()
        self.assert_saved(self.save(person, state="draft"))
        self.client.post(page(Person, "delete", person.pk), {"post": "yes"})
        told = Change.objects.filter(slug=person.slug).order_by("sequence").last()
        assert told is not None
        self.assertEqual("delete", told.kind)

    def test_a_draft_that_a_record_lists_stays_and_the_page_names_it(self) -> None:
        subject = make_subject(state=DRAFT)
        make_measure(subjects=[subject], state=DRAFT, title="Hỗ trợ trạm 5G")
        address = page(Subject, "delete", subject.pk)
        self.assertContains(self.client.get(address), "Hỗ trợ trạm 5G")
        self.client.post(address, {"post": "yes"})
        self.delete_marked(Subject, subject, make_subject(state=DRAFT))
        self.assertTrue(Subject.objects.filter(pk=subject.pk).exists())
        self.assertEqual([], self.ends(subject))

    def test_what_the_service_refuses_is_said_and_nothing_is_deleted(self) -> None:
        first, second = (make_person(state=DRAFT) for _number in range(2))

        def gone_meanwhile(record: Any, **told: Any) -> None:
            if record == second:
                raise ValidationError("Không còn trong sổ.", code="gone")
            delete_record(record, **told)

        with patch("policies.admin.deleting.delete_record", gone_meanwhile):
            response = self.delete_marked(Person, first, second)
            self.assertContains(response, "Không còn trong sổ.")
            one = self.client.post(
                page(Person, "delete", second.pk), {"post": "yes"}, follow=True
            )
            self.assertContains(one, "Không còn trong sổ.")
        self.assertEqual(2, Person.objects.filter(pk__in=[first.pk, second.pk]).count())
        self.assertEqual([], self.ends(first))

    def test_an_edit_of_what_was_withdrawn_is_refused_at_its_state(self) -> None:
        person = make_person()
        self.assert_saved(self.save(person, state="withdrawn"))
        self.assert_saved(self.save(person))
        response = self.save(person, name="Tên khác")
        self.assertEqual(200, response.status_code)
        faults = response.context["adminform"].form.errors.as_data()
        self.assertEqual(["withdrawn"], [one.code for one in faults["state"]])
        again = self.save(person, name="Tên khác", state="published")
        self.assert_saved(again)
