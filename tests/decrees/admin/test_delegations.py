"""Delegations and decrees in the admin."""

from decrees.models import Circular, Decision, Decree, Delegation
from tests.factories import (
    government,
    make_circular,
    make_decision,
    make_decree,
    make_law,
    make_source,
)
from tests.policies.admin.cases import AdminCase, page


class DelegationTests(AdminCase):
    def test_a_delegation_is_entered_with_its_source(self) -> None:
        law, decree = make_law(), make_decree()
        response = self.add(
            Delegation,
            document=law,
            matter="Quy định chi tiết về quỹ",
            agency=government(),
            due_on="01/10/2025",
            due_precision="day",
            fulfilled_by=decree,
            **{
                "citations-TOTAL_FORMS": "1",
                "citations-0-source": make_source(),
                "citations-0-locator": "khoản 3 Điều 30",
                "citations-0-agrees": "on",
                "citations-0-state": "draft",
            },
        )
        self.assert_saved(response)
        delegation = law.delegations.get()
        slug = f"{law.slug}-quy-dinh-chi-tiet-ve-quy"
        self.assertEqual(delegation.slug, slug)
        self.assertEqual(delegation.citations.get().slug, f"delegation-{slug}-c1")

    def test_the_list_can_be_narrowed_to_what_is_still_owed(self) -> None:
        law = make_law(title="Luật Thử giao")
        for matter, by in (("Việc còn nợ", None), ("Việc đã xong", make_decree())):
            law.delegations.create(
                slug=f"owed-{by is None}", matter=matter, fulfilled_by=by
            )
            law.delegations.get(matter=matter).save()
        owed = {"fulfilled_by__isempty": "1", "document__id__exact": str(law.pk)}
        response = self.client.get(page(Delegation, "changelist"), owed)
        self.assertContains(response, "Việc còn nợ")
        self.assertNotContains(response, "Việc đã xong")


class DocumentPagesTests(AdminCase):
    def test_each_kind_has_a_list_of_its_own(self) -> None:
        made = {
            Circular: make_circular(title="Thông tư Qwx"),
            Decision: make_decision(title="Quyết định Qwx"),
            Decree: make_decree(title="Nghị định Qwx"),
        }
        for model, document in made.items():
            with self.subTest(model.__name__):
                address = page(model, "changelist")
                response = self.client.get(address, {"q": "qwx"})
                listed = [one.pk for one in response.context["cl"].result_list]
                self.assertEqual(listed, [document.pk])

    def test_a_decree_writes_the_one_history_of_documents(self) -> None:
        decree = make_decree()
        self.assert_saved(self.save(decree, summary="Mới", change_reason="bổ sung"))
        history = self.client.get(page(Decree, "history", decree.pk))
        self.assertContains(history, "bổ sung")
        self.assertEqual(decree.history.count(), 2)
