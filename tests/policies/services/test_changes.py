"""The change log: one entry for each thing that the public can see happen."""

from typing import Any

import orjson
from django.db import transaction

from policies.choices import ChangeKind
from policies.common.api.plain import plain_plan
from policies.common.models import Record, RecordState
from policies.common.turns import in_turn
from policies.models import Change, RegisterVersion
from policies.services import save_record
from policies.services.changes import (
    collection_of,
    last_sequence,
    log,
    log_position,
    was_public,
)
from tests.factories import (
    make_document,
    make_law,
    make_measure,
    make_person,
    make_provision,
    make_subject,
    make_term,
)
from tests.policies.services.cases import ServiceCase

DRAFT, IN_REVIEW = RecordState.DRAFT, RecordState.IN_REVIEW
PUBLISHED, WITHDRAWN = RecordState.PUBLISHED, RecordState.WITHDRAWN


def kinds(record: Record) -> list[str]:
    """Give what the log says happened to a record, in order."""
    name = collection_of(type(record)).name
    entries = Change.objects.filter(collection=name, slug=record.slug)
    return [entry.kind for entry in entries.order_by("sequence")]


def plain(record: Record) -> dict[str, Any]:
    """Read a record in the plain form, as it is written out."""
    one = collection_of(type(record))
    (row,) = plain_plan(one.serializer).read(
        one.model._default_manager.filter(pk=record.pk)
    )
    found: dict[str, Any] = orjson.loads(orjson.dumps(row))
    return found


class KindTests(ServiceCase):
    """What is logged of the life of a record."""

    def test_a_public_record_is_created_then_updated(self) -> None:
        subject = make_subject()
        self.change(subject, name="Quang tử")
        self.assertEqual(["create", "update"], kinds(subject))

    def test_a_draft_never_shows(self) -> None:
        before = last_sequence()
        subject = make_subject(state=DRAFT)
        self.change(subject, name="Quang tử")
        self.change(subject, state=IN_REVIEW)
        self.change(subject, state=WITHDRAWN)
        self.assertEqual([], kinds(subject))
        self.assertEqual(before, last_sequence())
        self.assertFalse(was_public(subject))

    def test_a_draft_that_is_published_withdrawn_and_published_again(self) -> None:
        subject = make_subject(state=DRAFT)
        for state in (IN_REVIEW, PUBLISHED, WITHDRAWN):
            self.change(subject, state=state)
        self.assertEqual(["publish", "withdraw"], kinds(subject))
        self.change(subject, state=PUBLISHED)
        self.assertEqual(["publish", "withdraw", "publish"], kinds(subject))
        self.assertTrue(was_public(subject))

    def test_what_is_made_a_draft_again_is_withdrawn_from_the_public(self) -> None:
        subject = make_subject()
        self.change(subject, state=DRAFT)
        self.assertEqual(["create", "withdraw"], kinds(subject))

    def test_documents_of_every_kind_stand_under_documents(self) -> None:
        law = make_law()
        self.assertEqual("documents", Change.objects.get(slug=law.slug).collection)

    def test_a_save_that_changes_nothing_adds_nothing_and_moves_nothing(self) -> None:
        law = make_law(subjects=[make_subject()])
        stood = last_sequence(), RegisterVersion.objects.get().version
        record = plain(law)
        save_record(law)
        save_record(law, lists={"subjects": list(law.subjects.all())})
        self.assertEqual(
            stood, (last_sequence(), RegisterVersion.objects.get().version)
        )
        self.assertEqual(record, plain(law))

    def test_a_record_that_follows_another_is_logged_too(self) -> None:
        article = make_provision(label="9001")
        clause = make_provision(
            document=article.document, parent=article, level="clause", label="1"
        )
        self.change(article, label="9002")
        self.assertEqual(["create", "update"], kinds(clause))
        entry = Change.objects.filter(slug=clause.slug).order_by("sequence").last()
        self.assertEqual("eid", entry and entry.fields)


class FieldTests(ServiceCase):
    """An update names exactly the members that changed."""

    def assert_told(self, record: Record, **change: Any) -> None:
        """Change a record; compare what is told with what is seen from outside."""
        before = plain(record)
        self.change(record, **change)
        after = plain(record)
        seen = {name for name in before if before[name] != after[name]}
        told = Change.objects.filter(kind=ChangeKind.UPDATE, slug=record.slug)
        entry = told.latest("sequence")
        self.assertEqual(seen - {"modified_at"}, set(entry.fields.split(",")))

    def test_columns(self) -> None:
        law = make_law()
        self.assert_told(law, title="Tên khác", summary="Nội dung", gazette="Công báo")
        self.assert_told(law, number="9998/2025/QH15")

    def test_lists(self) -> None:
        law = make_law(signers=[make_person()])
        self.assert_told(law, lists={"subjects": [make_subject(), make_subject()]})
        self.assert_told(law, title="Khác", lists={"subjects": [], "signers": []})

    def test_related_records_and_quantities(self) -> None:
        self.assert_told(make_term(), value="31", measure=make_measure())
        self.assert_told(make_measure(), document=None, effective_on="2031-01-01")


class TurnTests(ServiceCase):
    """Sequences count without gaps, whatever is undone on the way."""

    def test_sequences_count_on_without_gaps(self) -> None:
        before = last_sequence()
        for _each in range(3):
            make_subject()
        found = Change.objects.filter(sequence__gt=before).values_list("sequence")
        expected = [(before + n,) for n in (1, 2, 3)]
        self.assertEqual(expected, list(found.order_by("sequence")))

    def test_what_is_rolled_back_leaves_no_gap(self) -> None:
        before = last_sequence()
        with in_turn():
            first = make_subject()
            with self.assertRaises(ZeroDivisionError), transaction.atomic():
                lost = make_subject()
                raise ZeroDivisionError
            second = make_subject()
        entries = Change.objects.filter(sequence__gt=before).order_by("sequence")
        expected = [(before + 1, first.slug), (before + 2, second.slug)]
        self.assertEqual(expected, list(entries.values_list("sequence", "slug")))
        self.assertEqual([], kinds(lost))

    def test_a_turn_moves_the_version_once(self) -> None:
        before = RegisterVersion.objects.get().version
        with in_turn():
            make_subject()
            make_subject(state=DRAFT)
        self.assertEqual(before + 1, RegisterVersion.objects.get().version)
        make_subject(state=DRAFT)
        self.assertEqual(before + 2, RegisterVersion.objects.get().version)

    def test_the_log_is_written_in_turns_only(self) -> None:
        subject = make_subject()
        with self.assertRaisesMessage(RuntimeError, "in_turn()"):
            log(ChangeKind.DELETE, subject)

    def test_entries_bear_the_time_of_the_record(self) -> None:
        document = make_document()
        entry = Change.objects.get(slug=document.slug)
        self.assertEqual(document.modified_at, entry.at)


class PositionTests(ServiceCase):
    """The row that says which log this is, made where there is none."""

    def test_a_register_without_its_row_gets_one_when_it_is_asked_for(self) -> None:
        RegisterVersion.objects.all().delete()
        position = log_position()
        self.assertEqual(32, len(position.log))
        self.assertEqual(position, log_position())

    def test_a_register_without_its_row_gets_one_when_it_is_written(self) -> None:
        RegisterVersion.objects.all().delete()
        make_subject()
        row = RegisterVersion.objects.get()
        self.assertEqual((1, 32), (row.version, len(row.log_id)))

    def test_two_logs_never_have_the_same_id(self) -> None:
        RegisterVersion.objects.all().delete()
        one = log_position().log
        RegisterVersion.objects.all().delete()
        self.assertNotEqual(one, log_position().log)

    def test_an_empty_log_ends_at_0(self) -> None:
        Change.objects.all().delete()
        self.assertEqual(0, log_position().last)
        make_subject()
        self.assertEqual(1, log_position().last)
