"""The history of a record: who, when, why and what; and going back."""

from decrees.models import Decree
from policies.models import Measure
from tests.factories import make_decree, make_measure, make_subject
from tests.policies.admin.cases import AdminCase, page


class HistoryTests(AdminCase):
    def test_a_change_is_told_with_who_why_and_what(self) -> None:
        decree = make_decree(summary="Bản cũ")
        self.save(decree, summary="Bản mới", change_reason="đối chiếu công báo")
        response = self.client.get(page(Decree, "history", decree.pk))
        for text in ("An", "đối chiếu công báo", "Tóm tắt", "Bản cũ", "Bản mới"):
            self.assertContains(response, text)

    def test_values_are_told_as_the_form_shows_them(self) -> None:
        decree = make_decree()
        self.save(decree, effective_on="01/10/2025", number_status="unconfirmed")
        response = self.client.get(page(Decree, "history", decree.pk))
        told = response.content.decode()
        for text in ("<del>—</del> → <ins>01/10/2025</ins>", "<del>Đã xác nhận</del>"):
            self.assertIn(text, told)

    def test_changed_lists_are_told_by_name(self) -> None:
        subject = make_subject(name="Chủ đề thử")
        measure = make_measure()
        self.save(measure, subjects=[subject])
        response = self.client.get(page(Measure, "history", measure.pk))
        self.assertContains(response, "Chủ đề thử")

    def test_an_earlier_state_can_be_looked_at_and_taken_back(self) -> None:
        decree = make_decree(summary="Bản cũ")
        self.save(decree, summary="Bản mới")
        earlier = decree.history.last()
        address = page(Decree, "simple_history", decree.pk, earlier.pk)
        sent = self.form(address)
        self.assertEqual(sent["summary"], ["Bản cũ"])
        sent["change_reason"] = ["trở lại"]
        self.assert_saved(self.client.post(address, sent))
        decree.refresh_from_db()
        self.assertEqual(decree.summary, "Bản cũ")
        latest = decree.history.first()
        self.assertEqual(latest.history_change_reason, "trở lại")
        self.assertEqual(latest.history_user, self.officer)
        self.assertEqual(decree.history.count(), 3)

    def test_line_ends_of_the_browser_are_no_change(self) -> None:
        decree = make_decree(summary="Dòng một\nDòng hai")
        self.assert_saved(self.save(decree))
        self.assertEqual(decree.history.count(), 1)

    def test_quantities_are_shown_without_padding(self) -> None:
        measure = make_measure()
        measure.terms.create(
            slug="a-share", role="share", value="30.000000", unit="percent"
        )
        sent = self.form(page(Measure, "change", measure.pk))
        self.assertEqual(sent["terms-0-value"], ["30"])
