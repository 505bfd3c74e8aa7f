"""What is public refers to what is public only, from either side."""

from policies.common.models import RecordState
from policies.services import Outcome
from tests.factories import (
    make_agency,
    make_citation,
    make_document,
    make_law,
    make_measure,
    make_person,
    make_provision,
    make_source,
    make_subject,
    make_task,
    make_term,
)
from tests.policies.services.cases import ServiceCase

DRAFT, IN_REVIEW = RecordState.DRAFT, RecordState.IN_REVIEW
PUBLISHED, WITHDRAWN = RecordState.PUBLISHED, RecordState.WITHDRAWN
NOT_PUBLIC = "not_public"


class PublishingTests(ServiceCase):
    """A record is published after all that it refers to."""

    def test_a_published_record_cannot_point_to_a_draft(self) -> None:
        for state in (DRAFT, IN_REVIEW):
            measure = make_measure(state=DRAFT, document=make_law(state=state))
            with self.subTest(state):
                self.assert_refused(measure, {"document": NOT_PUBLIC}, state=PUBLISHED)

    def test_every_such_field_is_named(self) -> None:
        term = make_term(
            state=DRAFT,
            measure=make_measure(state=DRAFT),
            provision=make_provision(state=DRAFT),
        )
        self.assert_refused(
            term, {"measure": NOT_PUBLIC, "provision": NOT_PUBLIC}, state=PUBLISHED
        )

    def test_the_refusal_names_the_record_that_is_not_public(self) -> None:
        law = make_law(state=DRAFT, title="Luật chưa duyệt")
        refusal = self.refusal(make_measure(state=DRAFT, document=law), state=PUBLISHED)
        self.assertIn("Luật chưa duyệt", refusal.messages[0])

    def test_a_published_record_cannot_list_a_draft(self) -> None:
        measure = make_measure()
        lists = {"subjects": [make_subject(), make_subject(state=DRAFT)]}
        self.assert_refused(measure, {"subjects": NOT_PUBLIC}, lists=lists)

    def test_members_listed_while_it_was_a_draft_count_as_well(self) -> None:
        measure = make_measure(state=DRAFT, subjects=[make_subject(state=DRAFT)])
        self.assert_refused(measure, {"subjects": NOT_PUBLIC}, state=PUBLISHED)

    def test_a_draft_may_point_to_drafts(self) -> None:
        measure = make_measure(state=DRAFT, document=make_law(state=DRAFT))
        self.assertEqual(Outcome.UPDATED, self.change(measure, state=IN_REVIEW))

    def test_what_was_withdrawn_may_still_be_pointed_to(self) -> None:
        measure = make_measure(state=DRAFT, document=make_law(state=WITHDRAWN))
        self.assertEqual(Outcome.UPDATED, self.change(measure, state=PUBLISHED))


class TakingBackTests(ServiceCase):
    """A record that public ones refer to does not become a draft again."""

    def test_a_record_that_public_ones_point_to_stays_public(self) -> None:
        law = make_law()
        make_measure(document=law)
        for state in (DRAFT, IN_REVIEW):
            with self.subTest(state):
                self.assert_refused(law, {"state": "referred_to"}, state=state)

    def test_the_refusal_names_who_refers_to_it(self) -> None:
        law = make_law()
        make_measure(document=law, title="Hỗ trợ trạm 5G")
        refusal = self.refusal(law, state=DRAFT)
        self.assertIn("Hỗ trợ trạm 5G", refusal.messages[0])

    def test_a_member_of_a_public_list_stays_public(self) -> None:
        subject, agency, person = make_subject(), make_agency(), make_person()
        make_measure(subjects=[subject])
        make_document(co_issuers=[agency], signers=[person])
        for record in (subject, agency, person):
            with self.subTest(record):
                self.assert_refused(record, {"state": "referred_to"}, state=DRAFT)

    def test_a_record_that_only_drafts_point_to_may_become_a_draft(self) -> None:
        law = make_law()
        make_measure(document=law, state=DRAFT)
        make_measure(document=law, state=WITHDRAWN)
        self.assertEqual(Outcome.UPDATED, self.change(law, state=DRAFT))

    def test_withdrawing_is_always_possible(self) -> None:
        law = make_law()
        make_measure(document=law)
        self.assertEqual(Outcome.UPDATED, self.change(law, state=WITHDRAWN))


class CircleTests(ServiceCase):
    """What stands above a record never stands below it."""

    def test_a_record_cannot_come_under_its_own_parts(self) -> None:
        top = make_subject()
        below = make_subject(parent=make_subject(parent=top))
        self.assert_refused(top, {"parent": "circle"}, parent=below)

    def test_agencies_and_tasks_have_no_circles_either(self) -> None:
        ministry = make_agency()
        office = make_agency(parent=ministry)
        self.assert_refused(ministry, {"parent": "circle"}, parent=office)
        group = make_task()
        task = make_task(group=group)
        self.assert_refused(group, {"group": "circle"}, group=task)

    def test_a_value_set_aside_is_not_held_by_itself_in_the_end(self) -> None:
        held = make_measure()
        aside = make_measure(held_instead=held, held_reason="Văn bản ghi khác")
        self.assert_refused(
            held,
            {"held_instead": "circle"},
            held_instead=aside,
            held_reason="Văn bản ghi khác",
        )

    def test_a_record_under_itself_is_refused(self) -> None:
        subject = make_subject()
        self.assert_refused(subject, {"parent": "circle"}, parent=subject)


class CitedTests(ServiceCase):
    """A citation speaks about exactly one record, and knows which."""

    def test_a_citation_names_what_it_is_about(self) -> None:
        law = make_law()
        citation = make_citation(document=law)
        self.assertEqual(
            ("document", law.slug), (citation.record_type, citation.record)
        )

    def test_a_citation_about_nothing_or_about_two_is_refused(self) -> None:
        citation = make_citation()
        self.assert_refused(citation, {"__all__": "exactly_one"}, document=None)
        citation = make_citation()
        self.assert_refused(citation, {"__all__": "exactly_one"}, agency=make_agency())

    def test_a_source_that_differs_says_what_and_why(self) -> None:
        citation = make_citation(source=make_source())
        self.assert_refused(citation, {"__all__": "dissent"}, agrees=False)
        self.assert_refused(
            citation, {"__all__": "dissent"}, agrees=False, claimed_value="15%"
        )
        outcome = self.change(
            citation, agrees=False, claimed_value="15%", reason="Văn bản ghi khác"
        )
        self.assertEqual(Outcome.UPDATED, outcome)
