"""The page of a document: its number, its parts, its legal state in words."""

from datetime import date
from unittest.mock import patch

from django.db import IntegrityError
from django.utils import timezone

from policies.choices import DocumentKind, RelationType
from policies.common.models import RecordState
from policies.models import Document, Law, Provision, Resolution
from tests.factories import (
    make_agency,
    make_alias,
    make_citation,
    make_decree,
    make_document,
    make_law,
    make_person,
    make_provision,
    make_relation,
    make_source,
    national_assembly,
    politburo,
)
from tests.policies.admin.cases import AdminCase, complaints, page

ROWS = {"outgoing": "0", "provisions": "0", "aliases": "0", "citations": "0"}


class NewDocumentTests(AdminCase):
    def test_a_new_law_needs_no_public_id_and_is_a_draft(self) -> None:
        response = self.add(
            Law,
            number="9700/2025/QH15",
            title="Luật Thử nghiệm",
            issuer=national_assembly(),
            issued_on="27/06/2025",
        )
        self.assert_saved(response)
        law = Law.objects.get(number="9700/2025/QH15")
        self.assertEqual(law.slug, "9700-2025-qh15")
        self.assertEqual(law.state, RecordState.DRAFT)
        self.assertEqual(law.issued_on, date(2025, 6, 27))
        self.assertEqual((law.sequence, law.year), ("9700", 2025))

    def test_a_page_of_some_kinds_offers_only_those(self) -> None:
        response = self.client.get(page(Law, "add"))
        form = response.context["adminform"].form
        codes = [code for code, _label in form.fields["kind"].choices]
        self.assertEqual(set(codes), {"law", "code", "constitution"})
        self.assertEqual(form.initial["kind"], DocumentKind.LAW)
        self.assertEqual(form.initial["family"], "normative")

    def test_a_resolution_of_the_politburo_has_no_legal_effect(self) -> None:
        response = self.add(
            Resolution,
            kind="party_resolution",
            family="party",
            number="9701-NQ/TW",
            title="Về thử nghiệm",
            issuer=politburo(),
            issued_on="22/12/2024",
        )
        self.assert_saved(response)
        made = Resolution.objects.get(number="9701-NQ/TW")
        shown = self.client.get(page(Resolution, "change", made.pk))
        self.assertContains(shown, "Không áp dụng — văn bản của Đảng")

    def test_days_are_read_day_first(self) -> None:
        decree = make_decree(number="9702/2025/NĐ-CP", issued_on=date(2025, 4, 3))
        self.assert_saved(self.save(decree, effective_on="05/04/2025"))
        decree.refresh_from_db()
        self.assertEqual(decree.effective_on, date(2025, 4, 5))


class RefusalTests(AdminCase):
    def refused(self, **changed: str) -> dict[str, list[str]]:
        decree = make_decree(number="9703/2025/NĐ-CP", issued_on=date(2025, 3, 1))
        response = self.save(decree, **changed)
        self.assertEqual(response.status_code, 200)
        self.assertEqual(decree.history.count(), 1)
        return complaints(response)

    def test_a_number_of_another_year_is_refused_at_its_box(self) -> None:
        found = self.refused(issued_on="01/03/2024")
        self.assertEqual(list(found), ["issued_on"])
        self.assertIn("2025", str(found["issued_on"]))

    def test_text_that_is_no_number_is_refused_at_the_number(self) -> None:
        found = self.refused(number="không phải số")
        self.assertEqual(list(found), ["number"])

    def test_a_twin_is_refused_in_words(self) -> None:
        twin = make_decree(issued_on=date(2025, 3, 1))
        found = self.refused(number=twin.number)
        self.assertIn("Đã có văn bản cùng loại, số", str(found["__all__"]))

    def test_an_end_before_the_effect_is_refused_in_words(self) -> None:
        found = self.refused(effective_on="01/04/2025", ends_on="01/02/2025")
        self.assertIn("Ngày hết hiệu lực phải sau", str(found["__all__"]))

    def test_a_document_that_others_rely_on_stays_public(self) -> None:
        law = make_law()
        make_relation(target=law)
        response = self.save(law, state="draft")
        self.assertEqual(list(complaints(response)), ["state"])

    def test_a_twin_that_another_saved_just_now_is_told_in_words(self) -> None:
        decree = make_decree()
        clash = IntegrityError("saved at the same moment")
        with patch("policies.admin.forms.save_record", side_effect=clash):
            response = self.save(decree, title="Tên khác")
        self.assertEqual(response.status_code, 200)
        self.assertIn("Có người vừa lưu", str(complaints(response)))


class PartsTests(AdminCase):
    def test_rows_are_saved_with_public_ids_and_the_reason(self) -> None:
        law, decree, source = make_law(), make_decree(), make_source()
        response = self.save(
            decree,
            **{
                "change_reason": "bổ sung từ công báo",
                "outgoing-TOTAL_FORMS": "1",
                "outgoing-0-type": "details",
                "outgoing-0-target": law,
                "outgoing-0-whole": "on",
                "outgoing-0-state": "published",
                "aliases-TOTAL_FORMS": "2",
                "aliases-0-text": "Nghị định thử",
                "aliases-0-kind": "short_name",
                "aliases-0-state": "draft",
                "aliases-1-text": "Nghị định, thử",
                "aliases-1-kind": "spelling",
                "aliases-1-state": "draft",
                "provisions-TOTAL_FORMS": "1",
                "provisions-0-level": "article",
                "provisions-0-label": "6a",
                "provisions-0-state": "published",
                "citations-TOTAL_FORMS": "1",
                "citations-0-source": source,
                "citations-0-locator": "Điều 6a",
                "citations-0-agrees": "on",
                "citations-0-state": "published",
            },
        )
        self.assert_saved(response)
        relation = decree.outgoing.get()
        self.assertEqual(relation.slug, f"{decree.slug}-details-{law.slug}")
        slugs = set(decree.aliases.values_list("slug", flat=True))
        alias = f"{decree.slug}-alias-nghi-dinh-thu"
        self.assertEqual(slugs, {alias, f"{alias}-2"})
        self.assertEqual(decree.provisions.get().slug, f"{decree.slug}-art-6a")
        citation = decree.citations.get()
        self.assertEqual(citation.slug, f"document-{decree.slug}-c1")
        self.assertEqual(citation.record, decree.slug)
        for record in (relation, citation, decree.provisions.get()):
            latest = record.history.get()
            self.assertEqual(latest.history_user, self.officer)
            self.assertEqual(latest.history_change_reason, "bổ sung từ công báo")
        self.assertEqual(decree.history.count(), 1)

    def test_a_row_is_refused_in_its_place_and_nothing_is_kept(self) -> None:
        decree = make_decree()
        response = self.save(
            decree,
            title="Tên khác",
            **{
                "provisions-TOTAL_FORMS": "1",
                "provisions-0-level": "point",
                "provisions-0-label": "f",
                "provisions-0-state": "draft",
            },
        )
        self.assertEqual(list(complaints(response)["provisions-0"]), ["label"])
        decree.refresh_from_db()
        self.assertNotEqual(decree.title, "Tên khác")

    def test_signers_keep_their_order_and_stand_in_the_history(self) -> None:
        decree, late, early = make_decree(), make_person(), make_person()
        rows = {
            "DocumentSigner": "documentsigner_set",
            "DocumentIssuer": "documentissuer_set",
        }
        signers, issuers = rows["DocumentSigner"], rows["DocumentIssuer"]
        response = self.save(
            decree,
            **{
                "change_reason": "thêm người ký",
                f"{signers}-TOTAL_FORMS": "2",
                f"{signers}-0-person": late,
                f"{signers}-0-order": "2",
                f"{signers}-1-person": early,
                f"{signers}-1-order": "1",
                f"{issuers}-TOTAL_FORMS": "1",
                f"{issuers}-0-agency": make_agency(),
                f"{issuers}-0-order": "1",
            },
        )
        self.assert_saved(response)
        signed = decree.documentsigner_set.values_list("person", "order")
        self.assertEqual(list(signed), [(early.pk, 1), (late.pk, 2)])
        self.assertEqual(decree.documentissuer_set.count(), 1)
        self.assertEqual(decree.history.count(), 2)
        latest = decree.history.first()
        self.assertEqual(latest.history_change_reason, "thêm người ký")

    def test_a_signer_is_taken_out_again(self) -> None:
        decree = make_decree(signers=[make_person()])
        saved = self.save(decree, **{"documentsigner_set-0-DELETE": "on"})
        self.assert_saved(saved)
        self.assertFalse(decree.signers.exists())

    def test_a_draft_signer_keeps_a_document_from_being_public(self) -> None:
        decree, draft = make_decree(), make_person(state=RecordState.DRAFT)
        response = self.save(
            decree,
            **{
                "documentsigner_set-TOTAL_FORMS": "1",
                "documentsigner_set-0-person": draft,
                "documentsigner_set-0-order": "1",
            },
        )
        self.assertEqual(response.status_code, 200)
        self.assertIn("chưa được công bố", str(complaints(response)))

    def test_existing_provisions_are_listed_without_boxes(self) -> None:
        decree = make_decree()
        article = make_provision(document=decree, label="5")
        response = self.client.get(page(Document, "change", decree.pk))
        self.assertContains(response, f"/provision/{article.pk}/change/")
        self.assertContains(response, "Điều 5")
        self.assertNotContains(response, 'name="provisions-0-label"')

    def test_a_law_of_many_provisions_can_be_saved(self) -> None:
        decree = make_decree()
        article = make_provision(document=decree)
        Provision.objects.bulk_create(
            Provision(
                slug=f"clause-{number}",
                document=decree,
                parent=article,
                level="clause",
                label=str(number),
                eid=f"{article.eid}__cl_{number}",
            )
            for number in range(1, 600)
        )
        self.assert_saved(self.save(decree, summary="Vẫn lưu được"))

    def test_only_draft_rows_can_be_taken_out(self) -> None:
        decree = make_decree()
        public = decree.aliases.create(
            slug="a-public", text="Tên một", kind="spelling", state="published"
        )
        draft = decree.aliases.create(slug="a-draft", text="Tên hai", kind="spelling")
        saved = self.save(
            decree, **{"aliases-0-DELETE": "on", "aliases-1-DELETE": "on"}
        )
        self.assert_saved(saved)
        self.assertEqual(list(decree.aliases.all()), [public])
        gone = draft.history.model.objects.filter(slug="a-draft").first()
        self.assertEqual((gone.history_type, gone.history_user), ("-", self.officer))

    def test_a_draft_row_that_something_hangs_on_stays(self) -> None:
        decree = make_decree()
        alias = make_alias(document=decree, state=RecordState.DRAFT)
        make_citation(alias=alias, state=RecordState.DRAFT)
        response = self.save(decree, **{"aliases-0-DELETE": "on"})
        self.assertEqual(response.status_code, 200)
        self.assertTrue(decree.aliases.exists())
        self.assertIn("phải xóa các đối tượng", str(complaints(response)))


class ReadOnlyTests(AdminCase):
    def test_the_legal_state_names_what_decided_it(self) -> None:
        law = make_law(effective_on=date(2025, 1, 1), issued_on=date(2025, 1, 1))
        newer = make_law(effective_on=date(2025, 7, 1))
        relation = make_relation(source=newer, target=law, type=RelationType.REPLACES)
        response = self.client.get(page(Law, "change", law.pk))
        self.assertContains(response, "Hết hiệu lực — được thay thế")
        self.assertContains(response, "01/07/2025")
        self.assertContains(response, f"/relation/{relation.pk}/change/")
        self.assertContains(response, "được thay thế bởi")
        self.assertContains(response, f"/document/{newer.pk}/change/")

    def test_the_list_tells_the_state_of_today(self) -> None:
        later = timezone.localdate().replace(year=timezone.localdate().year + 1)
        make_law(effective_on=later, title="Luật chưa đến ngày")
        response = self.client.get(
            page(Law, "changelist"),
            {"legal_state": "not_yet_in_force", "q": "den ngay"},
        )
        self.assertContains(response, "Luật chưa đến ngày")
        self.assertContains(response, "legal-state not_yet_in_force")
        none = self.client.get(
            page(Law, "changelist"), {"legal_state": "ended", "q": "den ngay"}
        )
        self.assertNotContains(none, "Luật chưa đến ngày")

    def test_the_public_id_is_fixed_once_public(self) -> None:
        decree = make_decree()
        self.assertNotIn("slug", self.form(page(Document, "change", decree.pk)))
        draft = make_document(state=RecordState.DRAFT)
        self.assertIn("slug", self.form(page(Document, "change", draft.pk)))

    def test_only_drafts_can_be_deleted(self) -> None:
        public, draft = make_decree(), make_decree(state=RecordState.DRAFT)
        for document, expected in ((public, 403), (draft, 302)):
            address = page(Document, "delete", document.pk)
            response = self.client.post(address, {"post": "yes"})
            self.assertEqual(response.status_code, expected)
        several = {
            "action": "delete_selected",
            "_selected_action": [public.pk],
            "post": "yes",
        }
        self.client.post(page(Document, "changelist"), several)
        self.assertTrue(Document.objects.filter(pk=public.pk).exists())
        self.assertFalse(Document.objects.filter(pk=draft.pk).exists())
