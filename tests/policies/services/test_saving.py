"""Saving: nothing moves unless something changed, and history tells who and why."""

from datetime import date
from decimal import Decimal
from unittest.mock import patch

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from policies.common.models import RecordState
from policies.models import Document, Subject
from policies.services import Lists, Outcome, Rules, save_record, saving
from tests.factories import (
    make_agency,
    make_decree,
    make_document,
    make_law,
    make_measure,
    make_person,
    make_subject,
    make_target,
    make_term,
)
from tests.policies.services.cases import ServiceCase, history_of


class UnchangedTests(ServiceCase):
    """A save that changes nothing leaves no trace."""

    def test_a_record_saved_again_moves_no_time_and_writes_no_history(self) -> None:
        document = make_document(subjects=[make_subject()])
        before = Document.objects.filter(pk=document.pk).values().get()
        again = Document.objects.get(pk=document.pk)
        self.assertEqual(Outcome.UNCHANGED, save_record(again, reason="xem lại"))
        self.assertEqual(before, Document.objects.filter(pk=document.pk).values().get())
        self.assertEqual(1, len(history_of(document)))

    def test_the_same_value_in_another_spelling_changes_nothing(self) -> None:
        target = make_target(value="50", due_on="2045-01-01")
        for value in (50, "50.000000", Decimal("50.0")):
            with self.subTest(value=value):
                self.assertEqual(Outcome.UNCHANGED, self.change(target, value=value))
        day = date(2045, 1, 1)
        self.assertEqual(Outcome.UNCHANGED, self.change(target, due_on=day))
        self.assertEqual(Outcome.UNCHANGED, self.change(target, due_on="2045-01-01"))

    def test_a_list_without_order_in_another_order_changes_nothing(self) -> None:
        one, two = make_subject(), make_subject()
        document = make_document(subjects=[one, two])
        for members in ([two, one], [one, two, one]):
            with self.subTest(members=members):
                outcome = self.change(document, lists={"subjects": members})
                self.assertEqual(Outcome.UNCHANGED, outcome)

    def test_lists_that_are_left_out_stay(self) -> None:
        subject, signer = make_subject(), make_person()
        document = make_document(subjects=[subject], signers=[signer])
        self.change(document, title="Tên khác")
        self.assertEqual([subject], list(document.subjects.all()))
        self.assertEqual([signer], list(document.signers.all()))

    def test_a_refused_save_writes_nothing(self) -> None:
        document = make_document()
        self.assert_refused(document, {"title": "blank"}, title="")
        stored = Document.objects.get(pk=document.pk)
        self.assertNotEqual("", stored.title)
        self.assertEqual(1, len(history_of(stored)))

    def test_a_save_that_fails_late_leaves_the_history_switched_on(self) -> None:
        document = make_document()
        document.summary = "Khác"
        with (
            patch.object(Document, "save", side_effect=IntegrityError),
            self.assertRaises(IntegrityError),
        ):
            save_record(document)
        save_record(document)
        self.assertEqual(2, len(history_of(Document.objects.get(pk=document.pk))))
        self.assertFalse(hasattr(document, "skip_history_when_saving"))

    def test_what_follows_a_save_is_part_of_it(self) -> None:
        """Where the rules after a save refuse it, nothing of it stays."""
        subject = make_subject()
        rules = {Subject: Rules(after=refuse)}
        with patch.dict(saving._rules, rules):
            self.assert_refused(subject, {"__all__": "late"}, name="Quang tử")
        stored = Subject.objects.get(pk=subject.pk)
        self.assertNotEqual("Quang tử", stored.name)
        self.assertEqual(1, len(history_of(stored)))


def refuse(_record: Subject) -> None:
    """Refuse a record after it was written."""
    raise ValidationError("Quá muộn.", code="late")


class ChangedTests(ServiceCase):
    """A real change moves the time of change, never that of creation."""

    def test_times_of_a_new_record_are_the_same(self) -> None:
        law = make_law()
        self.assertEqual(law.created_at, law.modified_at)

    def test_a_change_moves_the_time(self) -> None:
        law = make_law()
        created = law.created_at
        self.assertEqual(Outcome.UPDATED, self.change(law, title="Tên khác"))
        law.refresh_from_db()
        self.assertEqual(created, law.created_at)
        self.assertGreater(law.modified_at, created)

    def test_a_change_of_a_list_alone_is_a_change(self) -> None:
        document = make_document()
        before = document.modified_at
        lists = {"subjects": [make_subject()]}
        self.assertEqual(Outcome.UPDATED, self.change(document, lists=lists))
        self.assertGreater(document.modified_at, before)
        self.assertEqual(2, len(history_of(document)))

    def test_search_finds_a_record_by_its_new_words(self) -> None:
        law = make_law()
        self.change(law, title="Luật Trí tuệ nhân tạo")
        law.refresh_from_db()
        self.assertIn(" tri tue nhan tao ", law.search_text)


class HistoryTests(ServiceCase):
    """One row of history for each real change: who, why, and all that stood then."""

    def test_the_history_names_the_officer_and_the_reason(self) -> None:
        officer = User.objects.create(username="officer")
        subject = Subject(slug="tu-quang-hoc", name="Quang học")
        save_record(subject, actor=officer, reason="nhập mới")
        subject.name = "Quang tử"
        save_record(subject, actor=officer, reason="sửa tên")
        told = [
            (row.history_type, row.history_user, row.history_change_reason, row.name)
            for row in history_of(subject)
        ]
        self.assertEqual(
            [
                ("+", officer, "nhập mới", "Quang học"),
                ("~", officer, "sửa tên", "Quang tử"),
            ],
            told,
        )

    def test_a_change_is_never_laid_to_the_officer_before(self) -> None:
        officer = User.objects.create(username="officer")
        subject = Subject(slug="tu-quang-hoc", name="Quang học")
        save_record(subject, actor=officer, reason="nhập mới")
        for actor in (None, AnonymousUser()):
            subject.name += " mới"
            save_record(subject, actor=actor)
            last = history_of(subject)[-1]
            with self.subTest(actor=actor):
                self.assertIsNone(last.history_user)
                self.assertIsNone(last.history_change_reason)

    def test_the_history_keeps_the_members_of_lists(self) -> None:
        one, two = make_subject(), make_subject()
        measure = make_measure(subjects=[one])
        self.change(measure, lists={"subjects": [one, two]})
        self.change(measure, lists={"subjects": []})
        members = [
            {row.subject_id for row in then.subjects.all()}
            for then in history_of(measure)
        ]
        self.assertEqual([{one.pk}, {one.pk, two.pk}, set()], members)

    def test_values_and_lists_changed_at_once_are_one_row(self) -> None:
        measure = make_measure()
        lists: Lists = {"subjects": [make_subject()], "agencies": [make_agency()]}
        self.change(measure, lists=lists, title="Tên khác")
        self.assertEqual(2, len(history_of(measure)))

    def test_a_decree_writes_into_the_one_history_of_documents(self) -> None:
        decree = make_decree()
        self.change(decree, title="Tên khác")
        self.change(Document.objects.get(pk=decree.pk), title="Tên thứ ba")
        document = Document.objects.get(pk=decree.pk)
        titles = [row.title for row in history_of(document)]
        self.assertEqual(["Tên khác", "Tên thứ ba"], titles[1:])
        self.assertEqual(
            [row.pk for row in history_of(document)],
            [row.pk for row in history_of(decree)],
        )

    def test_what_is_only_derived_is_no_change_in_the_history(self) -> None:
        law = make_law(title="Luật khác", effective_on=date(2025, 1, 1))
        self.change(law, title="Luật khác nữa", effective_on=date(2025, 2, 1))
        earlier, later = history_of(law)
        changed = {change.field for change in later.diff_against(earlier).changes}
        self.assertEqual({"title", "effective_on"}, changed)


class SlugTests(ServiceCase):
    """A public id belongs to one record, whatever page it was entered on."""

    def test_a_slug_in_use_is_refused_at_the_field(self) -> None:
        law = make_law()
        other = make_law(state=RecordState.DRAFT)
        self.assert_refused(other, {"slug": "unique"}, slug=law.slug)

    def test_a_decree_cannot_take_the_slug_of_a_law(self) -> None:
        law = make_law()
        decree = make_decree(state=RecordState.DRAFT)
        self.assert_refused(decree, {"slug": "unique"}, slug=law.slug)

    def test_a_slug_is_lower_case_ascii_without_slashes(self) -> None:
        subject = make_subject()
        for slug in ("57-NQ", "57/nq", "57--nq", "-57", "khoán", "57 nq"):
            with self.subTest(slug):
                self.assert_refused(subject, {"slug": "slug"}, slug=slug)


class TextTests(ServiceCase):
    """Text is clean and of bounded length whatever path it comes by."""

    def test_text_with_control_characters_is_refused(self) -> None:
        for text in ("Luật\x00", "Luật\x1b[31m", "Luật\ud800"):
            with self.subTest(ascii(text)):
                self.assert_refused(make_law(), {"title": "unclean"}, title=text)

    def test_text_beyond_its_bound_is_refused(self) -> None:
        term = make_term()
        self.assert_refused(term, {"base": "max_length"}, base="x" * 301)
        self.assertEqual(Outcome.UPDATED, self.change(term, base="x" * 300))


class OrderTests(ServiceCase):
    """Issuers and signers stand in the order printed on the document."""

    def test_signers_keep_their_order(self) -> None:
        one, two, three = (make_person(name=name) for name in "ABC")
        printed = [three, one, two]
        document = make_document(signers=printed)
        self.assertEqual(printed, self.signers(document))
        outcome = self.change(document, lists={"signers": printed})
        self.assertEqual(Outcome.UNCHANGED, outcome)

    def test_another_order_is_a_change(self) -> None:
        one, two = make_person(), make_person()
        document = make_document(signers=[one, two])
        outcome = self.change(document, lists={"signers": [two, one]})
        self.assertEqual(Outcome.UPDATED, outcome)
        self.assertEqual([two, one], self.signers(document))

    def test_a_signer_of_two_documents_has_a_place_in_each(self) -> None:
        one, two = make_person(), make_person()
        first = make_document(signers=[one, two])
        second = make_document(signers=[two, one])
        for document, printed in ((first, [one, two]), (second, [two, one])):
            self.assertEqual(printed, self.signers(document))
            outcome = self.change(document, lists={"signers": printed})
            self.assertEqual(Outcome.UNCHANGED, outcome)

    def test_a_signer_named_twice_signs_once(self) -> None:
        one, two = make_person(), make_person()
        document = make_document(signers=[one, two])
        outcome = self.change(document, lists={"signers": [one, two, one]})
        self.assertEqual(Outcome.UNCHANGED, outcome)

    def test_further_issuers_keep_their_order(self) -> None:
        one, two = make_agency(), make_agency()
        document = make_document(co_issuers=[two, one])
        self.assertEqual(
            [two, one], list(document.co_issuers.order_by("documentissuer__order"))
        )

    def signers(self, document: Document) -> list[object]:
        """Give the signers as printed."""
        return list(document.signers.order_by("documentsigner__order"))


class StateTests(ServiceCase):
    """A record begins as a draft, which the public does not see."""

    def test_a_new_record_is_a_draft_unless_said(self) -> None:
        subject = Subject(slug="quang-hoc", name="Quang học")
        save_record(subject)
        self.assertEqual(RecordState.DRAFT, subject.state)
