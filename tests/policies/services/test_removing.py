"""A record that is deleted leaves the register, but not its past or its public id."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from policies.choices import RelationType
from policies.common.clocks import register_time
from policies.common.models import Record, RecordState
from policies.common.snapshot import known_at
from policies.models import (
    Agency,
    Change,
    Document,
    HistoricalLegalInterval,
    LegalInterval,
    RegisterVersion,
)
from policies.services.removing import delete_record
from tests.factories import (
    make_agency,
    make_citation,
    make_law,
    make_measure,
    make_person,
    make_provision,
    make_relation,
    make_subject,
)
from tests.factories.documents import EFFECTIVE
from tests.policies.services.cases import ServiceCase, history_of, states

END = EFFECTIVE + timedelta(days=100)


def last_change() -> Change | None:
    """Give the last entry of the log."""
    return Change.objects.order_by("sequence").last()


class DeletingTests(ServiceCase):
    """What a deletion does and leaves."""

    def refused(self, record: Record) -> ValidationError:
        """Expect that a record cannot be deleted, and give the refusal."""
        with self.assertRaises(ValidationError) as caught:
            delete_record(record)
        self.assertTrue(type(record)._default_manager.filter(pk=record.pk).exists())
        return caught.exception

    def test_its_history_ends_once_with_who_when_and_why(self) -> None:
        officer = User.objects.create_user("officer")
        person = make_person(name="Nguyễn Văn A")
        before = register_time()
        delete_record(person, actor=officer, reason="nhập trùng")
        first, last = history_of(person)
        self.assertEqual(("+", "-"), (first.history_type, last.history_type))
        self.assertEqual("Nguyễn Văn A", last.name)
        self.assertEqual(officer, last.history_user)
        self.assertEqual("nhập trùng", last.history_change_reason)
        self.assertLessEqual(before, last.history_date)

    def test_what_was_changed_but_not_saved_is_not_written_to_history(self) -> None:
        person = make_person(name="Nguyễn Văn A")
        person.name = "Ai đó"
        delete_record(person)
        self.assertEqual("Nguyễn Văn A", history_of(person)[-1].name)

    def test_the_log_tells_a_deletion_of_what_was_public(self) -> None:
        for state in (RecordState.PUBLISHED, RecordState.WITHDRAWN):
            with self.subTest(state):
                person = make_person()
                self.change(person, state=state)
                delete_record(person, reason="nhập trùng")
                told = last_change()
                assert told is not None
                self.assertEqual(
                    ("delete", "people", person.slug, "nhập trùng"),
                    (told.kind, told.collection, told.slug, told.reason),
                )

    def test_the_log_tells_nothing_of_a_draft(self) -> None:
        draft = make_person(state=RecordState.DRAFT)
        before = last_change()
        delete_record(draft)
        self.assertEqual(before, last_change())

    def test_the_version_of_the_register_moves_for_a_draft_too(self) -> None:
        draft = make_person(state=RecordState.DRAFT)
        before = RegisterVersion.objects.get().version
        delete_record(draft)
        self.assertEqual(before + 1, RegisterVersion.objects.get().version)

    def test_a_record_that_others_point_to_stays(self) -> None:
        agency = make_agency()
        part = make_agency(parent=agency)
        refusal = self.refused(agency)
        self.assertEqual("referred_to", refusal.code)
        self.assertIn(f"agencies/{part.slug}", refusal.message)

    def test_a_record_that_others_list_stays(self) -> None:
        subject = make_subject()
        measure = make_measure(subjects=[subject], state=RecordState.DRAFT)
        refusal = self.refused(subject)
        self.assertEqual("referred_to", refusal.code)
        self.assertIn(f"measures/{measure.slug}", refusal.message)

    def test_at_most_ten_that_refer_to_it_are_named(self) -> None:
        law = make_law()
        made = [make_measure(document=law) for _number in range(12)]
        message = self.refused(law).message
        self.assertEqual(10, sum(one.slug in message for one in made))

    def test_what_is_gone_already_cannot_be_deleted_again(self) -> None:
        person = make_person()
        again = type(person).objects.get(pk=person.pk)
        delete_record(person)
        with self.assertRaises(ValidationError) as caught:
            delete_record(again)
        self.assertEqual("gone", caught.exception.code)

    def test_the_register_of_before_still_shows_it(self) -> None:
        law = make_law()
        time = timezone.now()
        delete_record(law)
        with known_at(time):
            self.assertTrue(Document.objects.filter(slug=law.slug).exists())
            self.assertTrue(LegalInterval.objects.filter(document_id=law.pk).exists())
        with known_at(timezone.now()):
            self.assertFalse(Document.objects.filter(slug=law.slug).exists())
            self.assertFalse(LegalInterval.objects.filter(document_id=law.pk).exists())

    def test_its_legal_states_end_in_the_archive(self) -> None:
        law = make_law()
        delete_record(law)
        kept = HistoricalLegalInterval.objects.filter(document_id=law.pk)
        self.assertTrue(kept.exists())
        self.assertFalse(kept.filter(known_until=None).exists())


class LegalStateTests(ServiceCase):
    """What a record did to the legal state of a document ends with it."""

    def test_a_relation(self) -> None:
        law = make_law()
        alone = states(law)
        relation = make_relation(
            source=make_law(effective_on=END), type=RelationType.REPEALS, target=law
        )
        self.assertNotEqual(alone, states(law))
        delete_record(relation)
        self.assertEqual(alone, states(law))

    def test_a_provision_with_days_of_its_own(self) -> None:
        law = make_law()
        alone = states(law)
        provision = make_provision(document=law, ends_on=END)
        self.assertNotEqual(alone, states(law))
        delete_record(provision)
        self.assertEqual(alone, states(law))


class ReuseTests(ServiceCase):
    """A public id belongs to one record for ever."""

    def test_it_is_not_given_to_another_after_a_deletion(self) -> None:
        person = make_person()
        delete_record(person)
        with self.assertRaises(ValidationError) as caught:
            make_person(slug=person.slug)
        self.assertEqual(
            ["slug_used"], [one.code for one in caught.exception.error_dict["slug"]]
        )
        draft = make_person(state=RecordState.DRAFT)
        self.assert_refused(draft, {"slug": "slug_used"}, slug=person.slug)

    def test_that_of_a_draft_that_never_was_public_is_free_again(self) -> None:
        draft = make_person(state=RecordState.DRAFT)
        delete_record(draft)
        self.assertEqual(draft.slug, make_person(slug=draft.slug).slug)

    def test_one_of_another_table_is_another_one(self) -> None:
        person = make_person()
        delete_record(person)
        self.assertEqual(person.slug, make_agency(slug=person.slug).slug)

    def test_it_stays_once_it_was_public(self) -> None:
        for state in (RecordState.PUBLISHED, RecordState.WITHDRAWN, RecordState.DRAFT):
            with self.subTest(state):
                person = make_person()
                self.change(person, state=state)
                self.assert_refused(person, {"slug": "slug_fixed"}, slug="khac")

    def test_a_draft_may_still_change_it(self) -> None:
        draft = make_person(state=RecordState.DRAFT)
        self.change(draft, slug="nguyen-van-b")
        self.assertEqual("nguyen-van-b", type(draft).objects.get(pk=draft.pk).slug)


class WithdrawnTests(ServiceCase):
    """What was withdrawn is published again or left alone."""

    def test_an_edit_that_leaves_it_withdrawn_is_refused(self) -> None:
        agency = make_agency()
        self.change(agency, state=RecordState.WITHDRAWN)
        self.assert_refused(agency, {"state": "withdrawn"}, name="Bộ khác")

    def test_a_save_that_changes_nothing_passes(self) -> None:
        agency = make_agency()
        self.change(agency, state=RecordState.WITHDRAWN)
        self.assertEqual("unchanged", self.change(agency))

    def test_it_may_be_published_again_with_an_edit(self) -> None:
        agency = make_agency()
        self.change(agency, state=RecordState.WITHDRAWN)
        self.change(agency, state=RecordState.PUBLISHED, name="Bộ khác")
        self.assertEqual("Bộ khác", Agency.objects.get(pk=agency.pk).name)

    def test_a_citation_of_it_is_not_changed_by_its_withdrawal(self) -> None:
        law = make_law()
        citation = make_citation(document=law)
        self.change(law, state=RecordState.WITHDRAWN)
        self.assertEqual(1, len(history_of(citation)))
