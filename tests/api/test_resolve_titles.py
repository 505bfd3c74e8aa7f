"""Names in citations: the same candidates whatever else is asked beside them."""

from django.test import TestCase

from policies.choices import DocumentKind
from tests.api.calls import JSONRecord
from tests.api.test_resolve import post
from tests.factories.documents import make_decree, make_document


def answers(*forms: str) -> list[JSONRecord]:
    """Resolve citations in one request."""
    results: list[JSONRecord] = post({"citations": forms}).body["results"]
    return results


def slugs(answer: JSONRecord) -> list[str]:
    """Give the public ids of the candidates in their order."""
    return [one["document"]["slug"] for one in answer["candidates"]]


class TitleTests(TestCase):
    """Titles that are made up, many of them alike."""

    def test_of_many_the_first_ten_by_public_id_are_candidates(self) -> None:
        made = {
            make_decree(title=f"Về thử nghiệm xanh, lam và tím lần {n}").slug
            for n in range(14)
        }
        for form in ("thử nghiệm xanh lam", "và nghiệm xanh và lam tím"):
            (alone,) = answers(form)
            self.assertEqual("ambiguous", alone["outcome"])
            self.assertEqual(sorted(made)[:10], slugs(alone))
            beside = answers("lần 13", "nghiệm xanh", form, "Nghị định tím lần")
            self.assertEqual(alone, beside[2])

    def test_words_apart_or_in_another_order_are_no_part_of_a_title(self) -> None:
        make_decree(title="Về thử nghiệm xanh lam")
        for form in ("xanh thử nghiệm", "thử xanh", "nghiệm xan", "hử nghiệm"):
            with self.subTest(form):
                self.assertEqual("not_found", answers(form)[0]["outcome"])

    def test_words_of_the_kind_are_no_title(self) -> None:
        for _ in range(12):
            make_document(
                number="", kind=DocumentKind.CONSOLIDATED, title="Thử nghiệm xanh"
            )
        titled = make_decree(title="Về hợp nhất tím").slug
        self.assertIn(titled, slugs(answers("hợp nhất")[0]))

    def test_a_whole_title_is_found_behind_its_type_word_and_about(self) -> None:
        made = make_decree(title="Nghị định về việc thử nghiệm xanh lam")
        make_decree(title="Nghị định về thử nghiệm xanh lam tím")
        for form in (
            "Nghị định về việc thử nghiệm xanh lam",
            "Nghị định thử nghiệm xanh lam",
            "Decree on thu nghiem xanh lam",
        ):
            with self.subTest(form):
                (answer,) = answers(form)
                self.assertEqual("resolved", answer["outcome"])
                self.assertEqual(made.slug, answer["document"]["slug"])

    def test_a_hundred_names_are_asked_for_in_two_queries(self) -> None:
        forms = [f"Nghị định thử nghiệm số lượng {n} xanh" for n in range(100)]
        with self.assertNumQueries(2):
            answers(*forms)
