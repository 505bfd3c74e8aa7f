"""Two records that turned out to be one: one goes on, and nothing is lost."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import (
    Change,
    Citation,
    Document,
    Measure,
)
from policies.services.merging import merge_records
from policies.services.removing import referring
from tests.factories import (
    make_agency,
    make_circular,
    make_citation,
    make_decree,
    make_delegation,
    make_delegation_citation,
    make_document,
    make_law,
    make_measure,
    make_observation,
    make_person,
    make_post,
    make_relation,
    make_source,
    make_succession,
)
from tests.factories.documents import EFFECTIVE
from tests.policies.services.cases import history_of
from tests.policies.services.merging import MergingCase

DRAFT, WITHDRAWN = RecordState.DRAFT, RecordState.WITHDRAWN
END = EFFECTIVE + timedelta(days=100)


class RefusalTests(MergingCase):
    """What cannot be merged."""

    def test_a_record_into_itself(self) -> None:
        law = make_law()
        same = Document.objects.get(pk=law.pk)
        self.assertEqual("into_itself", self.refused(law, same))

    def test_records_of_different_kinds(self) -> None:
        self.assertEqual("other_table", self.refused(make_person(), make_agency()))

    def test_a_public_record_into_one_that_is_not(self) -> None:
        for state in (DRAFT, WITHDRAWN):
            into = make_person()
            self.change(into, state=state)
            with self.subTest(state):
                code = self.refused(make_person(), into)
                self.assertEqual("survivor_not_public", code)

    def test_a_record_that_was_public_into_one_that_never_was(self) -> None:
        person = make_person()
        self.change(person, state=WITHDRAWN)
        code = self.refused(person, make_person(state=DRAFT))
        self.assertEqual("survivor_not_public", code)

    def test_what_is_gone_already(self) -> None:
        one, two, three = make_person(), make_person(), make_person()
        self.merge(type(one).objects.get(pk=one.pk), two)
        with self.assertRaises(ValidationError) as caught:
            merge_records(one, three)
        self.assertEqual("gone", caught.exception.code)

    def test_a_tree_that_would_become_a_circle(self) -> None:
        top = make_agency()
        middle = make_agency(parent=top)
        below = make_agency(parent=middle)
        self.assertEqual("circle", self.refused(top, below))

    def test_a_chain_of_documents_that_would_become_a_circle(self) -> None:
        one, two, three = make_law(), make_law(), make_law()
        for source, target in ((one, two), (two, three)):
            make_relation(source=source, target=target, type=RelationType.IMPLEMENTS)
        self.assertEqual("circle", self.refused(one, three))

    def test_an_agency_whose_documents_have_another_code_in_their_number(self) -> None:
        issuer = make_decree().issuer
        assert issuer is not None
        other = make_agency(code="BKHCN")
        self.assertIn("issuer_mismatch", self.refused(issuer, other))


class AgencyTests(MergingCase):
    """What refers to an agency by column, by list and in an order."""

    def test_columns_and_lists_lead_to_the_survivor(self) -> None:
        one, two = make_agency(), make_agency()
        post = make_post(agency=one)
        part = make_agency(parent=one)
        measure = make_measure(agencies=[one])
        owed = make_delegation(agency=one)
        self.merge(one, two)
        for record in (post, part, owed):
            record.refresh_from_db()
        self.assertEqual([two] * 3, [post.agency, part.parent, owed.agency])
        self.assertEqual([two], list(measure.agencies.all()))

    def test_an_order_is_kept_and_nobody_stands_in_it_twice(self) -> None:
        one, two, first, last = (make_agency() for _number in range(4))
        document = make_document(co_issuers=[first, one, last])
        both = make_document(co_issuers=[one, first, two])
        self.merge(one, two)
        in_order = [
            list(each.co_issuers.order_by("documentissuer__order"))
            for each in (document, both)
        ]
        self.assertEqual([[first, two, last], [two, first]], in_order)

    def test_a_part_takes_the_place_of_what_it_was_part_of(self) -> None:
        top = make_agency()
        one = make_agency(parent=top)
        two = make_agency(parent=one)
        self.merge(one, two)
        self.assertEqual(top, two.parent)

    def test_a_succession_of_an_agency_to_itself_goes_with_its_citations(self) -> None:
        one, two = make_agency(), make_agency()
        succession = make_succession(predecessor=one, successor=two)
        citation = make_citation(succession=succession)
        self.merge(one, two)
        self.assertEqual([], list(referring(two)))
        for gone in (succession, citation):
            self.assertEqual(("delete", ""), self.entries(gone)[-1])

    def test_documents_that_become_one_are_merged_too(self) -> None:
        one, two = make_agency(), make_agency()
        twins = [make_circular(issuer=issuer) for issuer in (one, two)]
        same = ("number", "number_key", "sequence")
        Document.objects.filter(pk=twins[0].pk).update(
            **{name: getattr(twins[1], name) for name in same}
        )
        measure = make_measure(document=twins[0])
        self.merge(one, two)
        measure.refresh_from_db()
        self.assertEqual(twins[1], measure.document)
        self.assertEqual(("merge", twins[1].slug), self.entries(twins[0])[-1])

    def test_a_withdrawn_record_moves_along(self) -> None:
        one, two = make_agency(), make_agency()
        post = make_post(agency=one)
        self.change(post, state=WITHDRAWN)
        self.merge(one, two)
        post.refresh_from_db()
        self.assertEqual((two, WITHDRAWN), (post.agency, post.state))


class CitationTests(MergingCase):
    """Sources and what they are cited for."""

    def test_the_same_place_of_the_same_source_is_cited_once(self) -> None:
        one, two = make_source(), make_source()
        law = make_law()
        kept = make_citation(document=law, source=two, locator="Điều 5")
        same = make_citation(document=law, source=one, locator="Điều 5")
        other = make_citation(document=law, source=one, locator="Điều 6")
        owed = make_delegation_citation(source=one)
        self.merge(one, two)
        self.assertEqual({kept, other}, set(law.citations.all()))
        self.assertEqual(("merge", kept.slug), self.entries(same)[-1])
        owed.refresh_from_db()
        self.assertEqual(two, owed.source)

    def test_a_dissent_is_another_citation(self) -> None:
        one, two = make_source(), make_source()
        law = make_law()
        make_citation(document=law, source=two, locator="Điều 5")
        make_citation(
            document=law,
            source=one,
            locator="Điều 5",
            agrees=False,
            claimed_value="2025-01-01",
            reason="Công báo ghi khác.",
        )
        self.merge(one, two)
        self.assertEqual(2, law.citations.count())

    def test_of_two_alike_the_public_one_stays(self) -> None:
        one, two = make_source(), make_source()
        law = make_law()
        draft = make_citation(document=law, source=two, locator="Điều 5", state=DRAFT)
        shown = make_citation(document=law, source=one, locator="Điều 5")
        self.merge(one, two)
        self.assertEqual([shown], list(Citation.objects.filter(document=law)))
        self.assertEqual([], self.entries(draft))

    def test_a_citation_names_the_record_that_it_is_about_now(self) -> None:
        one, two = make_person(), make_person()
        citation = make_citation(person=one)
        self.merge(one, two)
        citation.refresh_from_db()
        self.assertEqual((two, two.slug), (citation.person, citation.record))
        reason = history_of(citation)[-1].history_change_reason
        self.assertEqual("trùng", reason)
        self.assertEqual("update", self.entries(citation)[-1][0])


class ReachTests(MergingCase):
    """Merges that reach further, and their traces."""

    def test_equal_terms_of_equal_measures_become_one(self) -> None:
        one, two = make_observation(), make_observation()
        one.indicator, two.indicator  # noqa: B018
        citation = make_citation(observation=one)
        self.merge(one.indicator, two.indicator)
        citation.refresh_from_db()
        self.assertEqual(two, citation.observation)

    def test_a_value_set_aside_for_the_one_that_goes_is_held_itself(self) -> None:
        held = make_measure()
        aside = make_measure(held_instead=held, held_reason="Nguồn chính thức hơn.")
        self.merge(held, aside)
        kept = Measure.objects.get(pk=aside.pk)
        self.assertEqual((None, ""), (kept.held_instead, kept.held_reason))

    def test_both_ids_stay_in_the_log_and_the_version_moves(self) -> None:
        one, two = make_person(), make_person()
        self.merge(one, two, "cùng một người")
        last = Change.objects.filter(slug=one.slug).order_by("sequence").last()
        assert last is not None
        self.assertEqual(
            ("merge", two.slug, "cùng một người"), (last.kind, last.into, last.reason)
        )
        with self.assertRaises(ValidationError):
            make_person(slug=one.slug)

    def test_a_draft_merges_without_a_word_in_the_log(self) -> None:
        one = make_person(state=DRAFT)
        self.merge(one, make_person())
        self.assertEqual([], self.entries(one))
        self.assertEqual("-", history_of(one)[-1].history_type)
