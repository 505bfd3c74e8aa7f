"""Texts that detail others: kept in step when what they detail ends."""

from datetime import date

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Document, Relation
from policies.services import compute
from policies.services.derived import documents_off
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from tests.factories import make_document, make_law, make_relation
from tests.policies.services.cases import ServiceCase, states

BEGAN = date(2018, 1, 1)
END = date(2024, 7, 1)
NEW_LAW = date(2025, 4, 1)


class DetailingTests(ServiceCase):
    """A law, a decree that details it, a circular that details the decree."""

    def setUp(self) -> None:
        days = {"issued_on": None, "effective_on": BEGAN}
        self.law = make_law(number="", **days)
        self.decree = make_document(number="", **days)
        self.circular = make_document(number="", **days)
        self.details = make_relation(source=self.decree, target=self.law)
        self.below = make_relation(source=self.circular, target=self.decree)

    def assert_ended(
        self, document: Document, on: date | None, cause: str = ""
    ) -> None:
        """Compare when a document ends, by which relation."""
        last = states(document)[-1]
        expected = ("in_force", BEGAN, None, "")
        if on is not None:
            expected = ("ended", on, None, cause)
        self.assertEqual(expected, last)
        self.assertNotIn(document.slug, [one.slug for one in documents_off()])

    def test_it_ends_with_the_law_however_many_steps_down(self) -> None:
        self.change(self.law, ends_on=END)
        self.assert_ended(self.decree, END, self.details.slug)
        self.assert_ended(self.circular, END, self.below.slug)
        reason = self.decree.legal_intervals.get(until=None).reason
        self.assertEqual("parent_ended", reason)

    def test_undoing_the_end_undoes_all_of_it(self) -> None:
        self.change(self.law, ends_on=END)
        self.change(self.law, ends_on=None)
        self.assert_ended(self.decree, None)
        self.assert_ended(self.circular, None)

    def test_from_april_2025_on_it_survives(self) -> None:
        self.change(self.law, ends_on=NEW_LAW)
        self.assert_ended(self.decree, None)
        self.change(self.law, ends_on=date(2025, 3, 31))
        self.assert_ended(self.decree, date(2025, 3, 31), self.details.slug)

    def test_a_repeal_of_the_law_ends_it_and_its_withdrawal_revives_it(self) -> None:
        new = make_law(number="", issued_on=None, effective_on=END)
        repeal = make_relation(source=new, type=RelationType.REPEALS, target=self.law)
        self.assert_ended(self.circular, END, self.below.slug)
        self.change(repeal, state=RecordState.WITHDRAWN)
        self.assert_ended(self.circular, None)

    def test_another_parent_in_force_keeps_it(self) -> None:
        other = make_law(number="", issued_on=None, effective_on=BEGAN)
        second = make_relation(source=self.decree, target=other)
        self.change(self.law, ends_on=END)
        self.assert_ended(self.decree, None)
        self.change(second, state=RecordState.WITHDRAWN)
        self.assert_ended(self.decree, END, self.details.slug)

    def test_a_relation_that_comes_goes_or_changes_counts_at_once(self) -> None:
        self.change(self.law, ends_on=END)
        self.change(self.details, type=RelationType.BASED_ON)
        self.assert_ended(self.decree, None)
        self.change(self.details, type=RelationType.DETAILS)
        self.assert_ended(self.decree, END, self.details.slug)
        delete_record(self.details)
        self.assert_ended(self.decree, None)
        self.assert_ended(self.circular, None)

    def test_a_relation_turned_to_another_text_frees_the_first(self) -> None:
        self.change(self.law, ends_on=END)
        other = make_document(number="", issued_on=None, effective_on=BEGAN)
        self.change(self.details, source=other)
        self.assert_ended(self.decree, None)
        self.assert_ended(other, END, self.details.slug)

    def test_a_law_that_is_withdrawn_ends_nothing(self) -> None:
        self.change(self.law, ends_on=END)
        self.change(self.law, state=RecordState.WITHDRAWN)
        self.assert_ended(self.decree, None)

    def test_an_act_that_extends_it_keeps_it(self) -> None:
        new = make_law(number="", issued_on=None, effective_on=END)
        make_relation(source=new, type=RelationType.EXTENDS, target=self.decree)
        self.change(self.law, ends_on=END)
        self.assertEqual("in_force", states(self.decree)[-1][0])

    def test_merging_the_law_takes_its_end_along(self) -> None:
        other = make_law(number="", issued_on=None, effective_on=BEGAN, ends_on=END)
        merge_records(self.law, other)
        self.assert_ended(self.decree, END, self.details.slug)

    def test_a_text_two_ways_below_the_law_follows_both(self) -> None:
        both = make_relation(source=self.circular, target=self.law)
        self.change(self.law, ends_on=END)
        last = states(self.circular)[-1]
        self.assertEqual(("ended", END), last[:2])
        self.assertIn(last[3], {both.slug, self.below.slug})

    def test_nothing_details_what_details_it(self) -> None:
        wrong = Relation(
            slug="circle",
            source=self.law,
            type=RelationType.DETAILS,
            target=self.circular,
            state=RecordState.PUBLISHED,
        )
        self.assert_refused(wrong, {"target": "circle"})

    def test_a_document_that_details_nothing_is_not_read_for_it(self) -> None:
        lone = make_law()
        with self.assertNumQueries(3):
            compute(lone)
