"""What a relation touches is shown, and seen, before it is published."""

from datetime import date
from typing import Any

from policies.common.models import RecordState
from policies.models import Document, Law, Relation
from tests.factories import (
    make_decree,
    make_law,
    make_measure,
    make_provision,
    make_relation,
    make_term,
)
from tests.policies.admin.cases import AdminCase, complaints, page


class RelationCase(AdminCase):
    """A law with a measure on an article, and a decree that may act on it."""

    def setUp(self) -> None:
        super().setUp()
        self.law = make_law()
        self.article = make_provision(document=self.law)
        self.measure = make_measure(
            document=self.law, provision=self.article, title="Hỗ trợ <b>thử</b>"
        )
        self.decree = make_decree(effective_on=date(2026, 1, 1))

    def draft(self, **over: Any) -> Relation:
        """Make a draft that suspends the article."""
        values: dict[str, Any] = {
            "source": self.decree,
            "type": "suspends",
            "target": self.law,
            "whole": False,
            "target_provisions": [self.article],
            "state": RecordState.DRAFT,
        }
        return make_relation(**values | over)

    def seal(self, response: Any) -> str:
        """Read what ticking the box of a page would send."""
        widget = response.context["adminform"].form.fields["effect_seen"].widget
        return str(widget.effect.seal)


class PanelTests(RelationCase):
    """The list on the relation's page."""

    def test_it_names_the_records_with_their_provision_and_day(self) -> None:
        shown = self.client.get(page(Relation, "change", self.draft().pk))
        self.assertContains(shown, "1 bản ghi đã công bố dựa trên phần bị tác động")
        self.assertContains(shown, "bị ảnh hưởng từ ngày 01/01/2026")
        self.assertContains(shown, f"Điều {self.article.label}")
        self.assertContains(shown, "Hỗ trợ &lt;b&gt;thử&lt;/b&gt;")
        address = page(type(self.measure), "change", self.measure.pk)
        self.assertContains(shown, f'href="{address}"')
        self.assertNotContains(shown, 'type="checkbox" name="effect_seen"')

    def test_it_says_when_nothing_is_touched(self) -> None:
        other = make_provision(document=self.law)
        draft = self.draft(target_provisions=[other])
        shown = self.client.get(page(Relation, "change", draft.pk))
        self.assertContains(shown, "Không có bản ghi đã công bố nào")
        details = self.draft(type="details")
        shown = self.client.get(page(Relation, "change", details.pk))
        self.assertContains(shown, "không sửa đổi, đình chỉ hay chấm dứt")

    def test_a_new_relation_has_nothing_to_show_yet(self) -> None:
        shown = self.client.get(page(Relation, "add"))
        self.assertContains(shown, "Hiện ra khi đã có hai văn bản")


class PublishingTests(RelationCase):
    """Publishing asks for a look at the list, and keeps what was typed."""

    def test_it_is_refused_until_the_list_was_seen(self) -> None:
        draft = self.draft()
        response = self.save(draft, state="published", note="Theo tờ trình")
        self.assertEqual(["effect_seen"], list(complaints(response)))
        self.assertContains(response, "sẽ ảnh hưởng đến 1 bản ghi")
        self.assertContains(response, 'type="checkbox" name="effect_seen"')
        self.assertContains(response, "Theo tờ trình")
        draft.refresh_from_db()
        self.assertEqual(RecordState.DRAFT, draft.state)
        seal = self.seal(response)
        self.assert_saved(self.save(draft, state="published", effect_seen=seal))
        draft.refresh_from_db()
        self.assertEqual(RecordState.PUBLISHED, draft.state)

    def test_a_new_relation_is_asked_for_too(self) -> None:
        filled: dict[str, Any] = {
            "source": self.decree,
            "type": "repeals",
            "target": self.law,
            "state": "published",
        }
        response = self.add(Relation, **filled)
        self.assertEqual(["effect_seen"], list(complaints(response)))
        seal = self.seal(response)
        self.assert_saved(self.add(Relation, **filled, effect_seen=seal))

    def test_a_list_that_grew_meanwhile_has_to_be_seen_again(self) -> None:
        draft = self.draft()
        seal = self.seal(self.save(draft, state="published"))
        make_term(measure=self.measure)
        response = self.save(draft, state="published", effect_seen=seal)
        self.assertContains(response, "sẽ ảnh hưởng đến 2 bản ghi")
        self.assertNotEqual(seal, self.seal(response))

    def test_another_day_or_provision_has_to_be_seen_again(self) -> None:
        published = self.draft(state=RecordState.PUBLISHED)
        self.assert_saved(self.save(published, note="Chỉ sửa ghi chú"))
        response = self.save(published, effective_on="01/06/2026")
        self.assertEqual(["effect_seen"], list(complaints(response)))
        response = self.save(published, whole="on")
        self.assert_saved(response)  # all that rests on the law is the same measure

    def test_a_draft_and_what_touches_nothing_are_saved_at_once(self) -> None:
        self.assert_saved(self.save(self.draft(), note="Bản nháp"))
        details = self.draft(type="details")
        self.assert_saved(self.save(details, state="published"))

    def test_other_faults_are_shown_with_it(self) -> None:
        elsewhere = make_provision()
        response = self.save(
            self.draft(), state="published", target_provisions=[elsewhere]
        )
        self.assertEqual(200, response.status_code)


class RowTests(RelationCase):
    """A relation as a row on the page of its document."""

    def test_a_row_that_touches_records_is_published_on_its_own_page(self) -> None:
        self.draft(type="amends")
        row = {"outgoing-0-state": "published"}
        response = self.save(Document.objects.get(pk=self.decree.pk), **row)
        found = complaints(response)["outgoing-0"]
        self.assertIn("trang riêng của quan hệ", str(found["state"]))

    def test_a_row_that_touches_nothing_is_published_at_once(self) -> None:
        draft = self.draft(target=make_law(), whole=True, target_provisions=[])
        row = {"outgoing-0-state": "published"}
        self.assert_saved(self.save(Document.objects.get(pk=self.decree.pk), **row))
        draft.refresh_from_db()
        self.assertEqual(RecordState.PUBLISHED, draft.state)

    def test_a_new_row_of_a_new_document_is_asked_for(self) -> None:
        filled = self.form(page(Law, "add")) | {
            "number": ["9790/2025/QH15"],
            "title": ["Luật Thử nghiệm"],
            "issuer": [str(self.law.issuer_id)],
            "issued_on": ["27/06/2025"],
            "outgoing-TOTAL_FORMS": ["1"],
            "outgoing-0-type": ["repeals"],
            "outgoing-0-target": [str(self.law.pk)],
            "outgoing-0-whole": ["on"],
            "outgoing-0-state": ["published"],
        }
        response = self.client.post(page(Law, "add"), filled)
        self.assertIn("outgoing-0", complaints(response))
