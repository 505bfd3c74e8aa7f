"""Finding records in lists and in search boxes, with and without accents."""

from datetime import date
from typing import Any

from django.db import models

from policies.models import Document, Measure, Provision
from tests.factories import (
    make_agency,
    make_alias,
    make_decree,
    make_indicator,
    make_law,
    make_measure,
    make_person,
    make_post,
    make_provision,
    make_resolution,
    make_target,
)
from tests.policies.admin.cases import AdminCase, page


class ListTests(AdminCase):
    def found(self, model: type[models.Model], query: str) -> list[Any]:
        response = self.client.get(page(model, "changelist"), {"q": query})
        return list(response.context["cl"].result_list)

    def test_a_decree_is_found_by_its_number_in_any_spelling(self) -> None:
        decree = make_decree(number="9711/2025/NĐ-CP", issued_on=date(2025, 9, 1))
        for query in (
            "9711/2025/NĐ-CP",
            "9711/2025/ND-CP",
            "9711 nd cp",
            "Nghị định 9711",
            "nghi dinh so 9711",
            "decree 9711",
        ):
            with self.subTest(query):
                self.assertEqual(
                    [one.pk for one in self.found(Document, query)], [decree.pk]
                )

    def test_words_are_found_with_and_without_accents(self) -> None:
        law = make_law(title="Về đột phá thử nghiệm Zyx")
        for query in ("đột phá zyx", "dot pha zyx", "ĐỘT PHÁ ZYX", "zyx đo"):
            with self.subTest(query):
                self.assertIn(law.pk, [one.pk for one in self.found(Document, query)])
        self.assertEqual(self.found(Document, "zyx khongco"), [])
        self.assertEqual(self.found(Document, "—"), [])

    def test_a_document_is_found_by_another_name(self) -> None:
        alias = make_alias(text="Khoán mười mới")
        found = self.found(Document, "khoan muoi moi")
        self.assertEqual([one.pk for one in found], [alias.document_id])

    def test_records_are_found_by_what_they_belong_to(self) -> None:
        post = make_post(person=make_person(name="Lê Thử Qwx"))
        self.assertEqual(self.found(type(post), "thu qwx"), [post])
        target = make_target(indicator=make_indicator(name="Chỉ tiêu Qwx"))
        self.assertEqual(self.found(type(target), "qwx"), [target])

    def test_a_provision_is_found_as_it_is_cited(self) -> None:
        law = make_law(number="9712/2025/QH15")
        article = make_provision(document=law, label="5", heading="Phạm vi")
        clause = make_provision(document=law, parent=article, level="clause", label="2")
        point = make_provision(document=law, parent=clause, level="point", label="đ")
        other = make_provision(document=law, label="52")
        expected = {
            "điều 5 9712/2025/QH15": [article, clause, point],
            "khoan 2 dieu 5 9712/2025": [clause, point],
            "điểm đ khoản 2 Điều 5 luật 9712": [point],
            "Điều 52 9712": [other],
            "phạm vi 9712": [article],
        }
        for query, provisions in expected.items():
            with self.subTest(query):
                self.assertEqual(self.found(Provision, query), provisions)

    def test_a_related_record_narrows_a_list(self) -> None:
        first, second = make_measure(), make_measure()
        address = page(Measure, "changelist")
        response = self.client.get(
            address, {"document__id__exact": str(first.document_id)}
        )
        listed = list(response.context["cl"].result_list)
        self.assertIn(first, listed)
        self.assertNotIn(second, listed)
        self.assertContains(response, f'<option value="{first.document_id}" selected>')


class BoxTests(AdminCase):
    def offered(self, term: str, field: str = "document") -> list[dict[str, str]]:
        asked = {"app_label": "policies", "model_name": "measure", "field_name": field}
        response = self.client.get("/admin/autocomplete/", {**asked, "term": term})
        results: list[dict[str, str]] = response.json()["results"]
        return results

    def test_a_box_offers_number_and_title(self) -> None:
        decree = make_decree(number="9713/2025/NĐ-CP", title="Về thử nghiệm")
        label = "9713/2025/NĐ-CP — Về thử nghiệm"
        expected = [{"id": str(decree.pk), "text": label}]
        self.assertEqual(self.offered("nghi dinh 9713"), expected)

    def test_the_document_of_just_this_number_comes_first(self) -> None:
        make_law(title="Sửa đổi Nghị quyết 9714", issued_on=date(2025, 12, 1))
        resolution = make_resolution(number="9714-NQ/TW", issued_on=date(2024, 12, 22))
        self.assertEqual(self.offered("9714")[0]["id"], str(resolution.pk))

    def test_agencies_are_found_by_code_and_name(self) -> None:
        agency = make_agency(code="BQWX", name="Bộ Thử nghiệm")
        for term in ("bqwx", "bo thu nghiem bqwx"):
            offered = self.offered(term, "agencies")
            self.assertEqual([one["id"] for one in offered], [str(agency.pk)])
