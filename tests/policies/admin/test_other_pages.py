"""Pages with something of their own: citations, measures, agencies, people."""

from datetime import date

from policies.models import Citation, Measure, Relation
from tests.factories import (
    make_agency,
    make_citation,
    make_document,
    make_law,
    make_measure,
    make_person,
    make_provision,
    make_relation,
    make_source,
    make_subject,
    make_target_group,
    make_unresolved_citation,
)
from tests.policies.admin.cases import AdminCase, complaints, page


class CitationTests(AdminCase):
    def test_a_new_citation_asks_for_exactly_one_record(self) -> None:
        source, law = make_source(), make_law()
        none = self.add(Citation, source=source, locator="Điều 1", agrees="on")
        self.assertIn("đúng một bản ghi", str(complaints(none)))
        one = self.add(
            Citation, source=source, locator="Điều 1", agrees="on", document=law
        )
        self.assert_saved(one)
        self.assertEqual(law.citations.get().slug, f"document-{law.slug}-c1")

    def test_an_old_citation_shows_only_what_it_cites(self) -> None:
        citation = make_citation()
        response = self.client.get(page(Citation, "change", citation.pk))
        boxes = response.context["adminform"].form.fields
        self.assertIn("document", boxes)
        self.assertNotIn("measure", boxes)
        self.assertContains(response, f"/document/{citation.document_id}/change/")

    def test_a_dissent_must_say_what_and_why(self) -> None:
        response = self.save(make_citation(), agrees="on", claimed_value="40%")
        self.assertIn("giá trị nguồn nêu và lý do", str(complaints(response)))


class MeasureTests(AdminCase):
    def test_terms_and_lists_are_saved_on_one_page(self) -> None:
        measure, group = make_measure(), make_target_group()
        subjects = [make_subject(), make_subject()]
        response = self.save(
            measure,
            subjects=subjects,
            target_groups=[group],
            **{
                "terms-TOTAL_FORMS": "2",
                "terms-0-role": "share",
                "terms-0-comparator": "eq",
                "terms-0-value": "30",
                "terms-0-unit": "percent",
                "terms-0-beneficiary": group,
                "terms-0-state": "draft",
                "terms-1-role": "share",
                "terms-1-comparator": "eq",
                "terms-1-value": "70",
                "terms-1-unit": "percent",
                "terms-1-state": "draft",
            },
        )
        self.assert_saved(response)
        slugs = set(measure.terms.values_list("slug", flat=True))
        base = f"{measure.slug}-share"
        self.assertEqual(slugs, {base, f"{base}-2"})
        self.assertEqual(set(measure.subjects.all()), set(subjects))
        latest = measure.history.first()
        told = {row.subject for row in latest.subjects.all()}
        self.assertEqual(told, set(subjects))

    def test_a_share_above_the_whole_is_refused_in_its_row(self) -> None:
        measure = make_measure()
        response = self.save(
            measure,
            **{
                "terms-TOTAL_FORMS": "1",
                "terms-0-role": "share",
                "terms-0-comparator": "eq",
                "terms-0-value": "130",
                "terms-0-unit": "percent",
                "terms-0-state": "draft",
            },
        )
        self.assertIn("từ 0 đến 100", str(complaints(response)["terms-0"]))

    def test_a_new_measure_with_its_first_term_and_source(self) -> None:
        response = self.add(
            Measure,
            title="Hỗ trợ thử nghiệm",
            instrument="subsidy",
            **{
                "terms-TOTAL_FORMS": "1",
                "terms-0-role": "cap",
                "terms-0-comparator": "up_to",
                "terms-0-value": "15",
                "terms-0-unit": "percent",
                "terms-0-state": "draft",
                "citations-TOTAL_FORMS": "1",
                "citations-0-source": make_source(),
                "citations-0-locator": "Điều 11",
                "citations-0-agrees": "on",
                "citations-0-state": "draft",
            },
        )
        self.assert_saved(response)
        measure = Measure.objects.get(slug="ho-tro-thu-nghiem")
        self.assertEqual(measure.terms.get().slug, "ho-tro-thu-nghiem-cap")
        self.assertEqual(measure.citations.get().slug, "measure-ho-tro-thu-nghiem-c1")

    def test_a_new_record_without_a_name_complains_of_the_name_only(self) -> None:
        response = self.add(
            Measure,
            instrument="subsidy",
            **{
                "terms-TOTAL_FORMS": "1",
                "terms-0-role": "cap",
                "terms-0-comparator": "up_to",
                "terms-0-value": "15",
                "terms-0-unit": "percent",
                "terms-0-state": "draft",
            },
        )
        self.assertEqual(list(complaints(response)), ["title"])


class RelationTests(AdminCase):
    def test_provisions_of_another_document_are_refused_at_the_box(self) -> None:
        relation, stray = make_relation(), make_provision()
        response = self.save(relation, target_provisions=[stray])
        self.assertEqual(list(complaints(response)), ["target_provisions"])

    def test_a_twin_relation_is_refused(self) -> None:
        relation = make_relation()
        response = self.add(
            Relation,
            source=relation.source,
            target=relation.target,
            type=relation.type,
            whole="on",
        )
        self.assertEqual(response.status_code, 200)

    def test_the_queue_tells_what_is_still_unresolved(self) -> None:
        waiting = make_unresolved_citation(text="9731/2024/NĐ-CP")
        address = page(type(waiting), "changelist")
        open_ones = {"relation__isempty": "1", "q": "9731"}
        self.assertContains(self.client.get(address, open_ones), "9731/2024/NĐ-CP")
        make_document(number="9731/2024/NĐ-CP", issued_on=date(2024, 5, 1))
        waiting.refresh_from_db()
        assert waiting.relation is not None
        done = {"relation__isempty": "0", "q": "9731"}
        link = f"/relation/{waiting.relation.pk}/change/"
        self.assertContains(self.client.get(address, done), link)


class PeopleTests(AdminCase):
    def test_posts_are_entered_on_the_page_of_the_person(self) -> None:
        person, agency = make_person(), make_agency()
        response = self.save(
            person,
            **{
                "posts-TOTAL_FORMS": "1",
                "posts-0-title": "Bộ trưởng",
                "posts-0-agency": agency,
                "posts-0-starts_on": "01/03/2025",
                "posts-0-starts_precision": "month",
                "posts-0-state": "draft",
            },
        )
        self.assert_saved(response)
        self.assertEqual(person.posts.get().slug, f"{person.slug}-bo-truong")

    def test_a_day_without_its_precision_is_refused_in_words(self) -> None:
        response = self.save(make_agency(), established_on="01/03/2025")
        found = str(complaints(response))
        self.assertIn("Ngày và độ chính xác phải đi cùng nhau", found)
