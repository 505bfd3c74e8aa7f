"""An officer merges two records that turned out to be one."""

from typing import Any
from unittest.mock import patch

from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError

from policies.models import Agency, Document, Person, Subject
from tests.api.calls import BASE
from tests.factories import (
    make_agency,
    make_law,
    make_measure,
    make_person,
    make_subject,
)
from tests.policies.admin.cases import AdminCase, page, record_admins


class MergingTests(AdminCase):
    """The page of a record leads to a page that merges it by the one service."""

    def merge(self, record: Any, into: Any, words: str, **sent: str) -> Any:
        """Choose a record among those found, and merge."""
        address = f"{page(type(record), 'merge', record.pk)}?q={words}"
        return self.client.post(address, {"into": into.pk, **sent}, follow=True)

    def test_every_kind_of_record_has_the_page(self) -> None:
        for one in record_admins():
            record = one.model._default_manager.first()
            with self.subTest(one.model.__name__):
                self.assertIsNotNone(record)
                address = page(one.model, "merge", record.pk)
                shown = self.client.get(page(one.model, "change", record.pk))
                self.assertContains(shown, f'href="{address}"')
                self.assertContains(self.client.get(address), "không hoàn tác được")

    def test_all_that_referred_to_it_refers_to_the_one_that_is_kept(self) -> None:
        gone = make_subject(name="Quang học lượng tử")
        kept = make_subject(name="Quang lượng tử")
        measure = make_measure(subjects=[gone], title="Hỗ trợ phòng thí nghiệm")
        asked = self.client.get(
            page(Subject, "merge", gone.pk), {"q": "quang luong tu"}
        )
        self.assertContains(asked, "Hỗ trợ phòng thí nghiệm")
        self.assertContains(asked, kept.slug)
        self.assertNotContains(asked, f'value="{gone.pk}"')
        told = self.merge(gone, kept, "quang", change_reason="trùng")
        self.assertContains(told, "Đã gộp «Quang học lượng tử» vào «Quang lượng tử».")
        self.assertEqual(page(Subject, "change", kept.pk), told.redirect_chain[-1][0])
        self.assertEqual([kept], list(measure.subjects.all()))
        end = Subject.history.filter(id=gone.pk, history_type="-").get()
        self.assertEqual(
            ("trùng", self.officer), (end.history_change_reason, end.history_user)
        )
        moved = self.client.get(f"{BASE}subjects/{gone.slug}/")
        self.assertEqual(301, moved.status_code)
        self.assertTrue(moved["Location"].endswith(f"/subjects/{kept.slug}/"))

    def test_what_the_service_refuses_is_said_and_nothing_is_merged(self) -> None:
        gone = make_person(name="Nguyễn Văn Thử Một")
        kept = make_person(name="Nguyễn Văn Thử Hai", state="draft")
        told = self.merge(gone, kept, "thu hai")
        self.assertContains(told, "chưa công bố")
        self.assertTrue(Person.objects.filter(pk=gone.pk).exists())

    def test_faults_of_single_members_are_said_too(self) -> None:
        law, other = make_law(title="Luật thử một"), make_law(title="Luật thử hai")
        fault = ValidationError({"number": "Số này sai."})
        with patch("policies.admin.merging.merge_records", side_effect=fault):
            self.assertContains(self.merge(law, other, "luat thu"), "Số này sai.")
        self.assertTrue(Document.objects.filter(pk=law.pk).exists())

    def test_only_what_was_found_can_be_chosen(self) -> None:
        gone, kept = make_agency(name="Cục Thử"), make_agency(name="Vụ Khác")
        for words in ("", "cuc thu", "khong co gi nhu vay"):
            self.merge(gone, kept, words)
            self.assertTrue(Agency.objects.filter(pk=gone.pk).exists(), words)

    def test_who_may_not_delete_may_not_merge(self) -> None:
        gone, kept = make_subject(name="Một"), make_subject(name="Hai")
        clerk = User.objects.create_user("thu-ky", is_staff=True)
        for code in ("view_subject", "change_subject"):
            clerk.user_permissions.add(Permission.objects.get(codename=code))
        self.client.force_login(clerk)
        self.assertEqual(403, self.merge(gone, kept, "hai").status_code)
        self.assertNotContains(
            self.client.get(page(Subject, "change", gone.pk)),
            page(Subject, "merge", gone.pk),
        )
        self.assertTrue(Subject.objects.filter(pk=gone.pk).exists())
