"""Legal states in the change log: each change once, by its day or by an edit."""

from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from typing import Any

from django.core.management import CommandError, call_command
from django.utils import timezone

from policies.choices import ChangeKind, RelationType
from policies.common.models import Record, RecordState
from policies.common.turns import in_turn
from policies.models import Change, Document, RegisterVersion
from policies.services import save_record
from policies.services.emitting import emit_due
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from tests.factories import make_law, make_measure, make_provision, make_relation
from tests.policies.services.cases import ServiceCase

TODAY = timezone.localdate()
Told = tuple[date, str, str]


def day(after: int) -> date:
    """Give a day so many days after the logged one."""
    return TODAY + timedelta(days=after - 10)


def told(record: Record) -> list[Told]:
    """Give the changes of state that the log tells of a record, in order."""
    entries = Change.objects.filter(slug=record.slug, kind=ChangeKind.STATE_CHANGED)
    columns = ("day", "old_state", "new_state")
    return list(entries.order_by("sequence").values_list(*columns))


class StateCase(ServiceCase):
    """The log has told the states up to ten days ago: day 0."""

    def setUp(self) -> None:
        RegisterVersion.objects.update(logged_day=day(0))

    def law(self, **over: Any) -> Document:
        """Make a law that takes effect on day 2."""
        law: Document = make_law(**{"effective_on": day(2)} | over)
        return law


class DayTests(StateCase):
    """A state changes because a day comes."""

    def test_each_day_tells_its_own_change_and_never_again(self) -> None:
        law = self.law(ends_on=day(5))
        begins = (day(2), "not_yet_in_force", "in_force")
        ends = (day(5), "in_force", "ended")
        for reached, expected in (
            (1, []),
            (2, [begins]),
            (4, [begins]),
            (5, [begins, ends]),
        ):
            for _again in range(2):
                emit_due(day(reached))
                with self.subTest(reached):
                    self.assertEqual(expected, told(law))
        emit_due()
        self.assertEqual([begins, ends], told(law))
        self.assertEqual(TODAY, RegisterVersion.objects.get().logged_day)

    def test_days_that_are_late_are_told_one_after_the_other(self) -> None:
        first, second = self.law(ends_on=day(6)), self.law(effective_on=day(4))
        emit_due()
        days = Change.objects.filter(
            slug__in=[first.slug, second.slug], kind=ChangeKind.STATE_CHANGED
        )
        found = list(days.order_by("sequence").values_list("day", flat=True))
        self.assertEqual([day(2), day(4), day(6)], found)

    def test_an_interval_that_only_names_another_reason_is_no_change(self) -> None:
        law = self.law(effective_on=day(6))
        make_provision(document=law, effective_on=day(3))
        emit_due()
        self.assertEqual(2, law.legal_intervals.filter(state="in_force").count())
        self.assertEqual([(day(3), "not_yet_in_force", "in_force")], told(law))

    def test_drafts_and_withdrawn_documents_are_not_told(self) -> None:
        draft = self.law(state=RecordState.DRAFT)
        withdrawn = self.law()
        self.change(withdrawn, state=RecordState.WITHDRAWN)
        emit_due()
        self.assertEqual([], told(draft) + told(withdrawn))

    def test_a_measure_begins_and_ends(self) -> None:
        measure = make_measure(effective_on=day(1), until=day(3))
        emit_due()
        begins, ends = (day(1), "not_yet", "in_effect"), (day(3), "in_effect", "ended")
        self.assertEqual([begins, ends], told(measure))

    def test_a_measure_of_which_only_the_end_is_known_ends(self) -> None:
        measure = make_measure(effective_on=None, until=day(3))
        emit_due()
        self.assertEqual([(day(3), "unknown", "ended")], told(measure))


class EditTests(StateCase):
    """A state changes because somebody corrects the register."""

    def test_a_correction_of_what_holds_is_told_at_once(self) -> None:
        law = self.law()
        self.change(law, effective_on=day(-3))
        self.assertEqual([(day(0), "not_yet_in_force", "in_force")], told(law))
        emit_due()
        self.assertEqual(1, len(told(law)))

    def test_a_correction_of_what_is_to_come_waits_for_its_day(self) -> None:
        law = self.law()
        self.change(law, effective_on=day(4))
        self.assertEqual([], told(law))
        emit_due()
        self.assertEqual([(day(4), "not_yet_in_force", "in_force")], told(law))

    def test_a_correction_while_the_days_are_late_is_told_once(self) -> None:
        """The day the law was in force by now comes to the log only after the edit."""
        law = self.law(effective_on=day(-5), ends_on=day(8))
        emit_due(day(1))
        self.change(law, ends_on=day(3))
        self.assertEqual([], told(law))
        self.change(law, ends_on=day(1))
        self.assertEqual([(day(1), "in_force", "ended")], told(law))
        emit_due()
        self.assertEqual(1, len(told(law)))

    def test_what_another_document_does_is_told_at_once(self) -> None:
        law, acting = self.law(effective_on=day(-9)), self.law(effective_on=day(-1))
        relation = make_relation(source=acting, type=RelationType.REPEALS, target=law)
        self.change(relation, state=RecordState.WITHDRAWN)
        self.change(relation, state=RecordState.PUBLISHED)
        self.change(acting, effective_on=day(6))
        ended, undone = (day(0), "in_force", "ended"), (day(0), "ended", "in_force")
        self.assertEqual([ended, undone, ended, undone], told(law))
        emit_due()
        self.assertEqual((day(6), "in_force", "ended"), told(law)[-1])
        self.assertEqual(5, len(told(law)))

    def test_a_part_with_a_day_of_its_own_is_told_at_once(self) -> None:
        law = self.law()
        article = make_provision(document=law, effective_on=day(-1))
        self.change(article, effective_on=None)
        begun = (day(0), "not_yet_in_force", "in_force")
        self.assertEqual([begun, (day(0), begun[2], begun[1])], told(law))

    def test_a_measure_whose_days_are_edited(self) -> None:
        measure = make_measure(effective_on=day(2))
        self.change(measure, effective_on=day(-2))
        self.change(measure, title="Tên khác")
        self.change(measure, until=day(-1))
        self.assertEqual(
            [(day(0), "not_yet", "in_effect"), (day(0), "in_effect", "ended")],
            told(measure),
        )
        emit_due()
        self.assertEqual(2, len(told(measure)))

    def test_what_is_written_to_and_fro_in_one_turn_is_not_seen(self) -> None:
        law, measure = self.law(), make_measure(effective_on=day(2))
        with in_turn():
            for start in (day(-3), day(2)):
                self.change(law, effective_on=start)
                self.change(measure, effective_on=start)
        self.assertEqual([], told(law) + told(measure))

    def test_two_edits_in_one_turn_are_one_change(self) -> None:
        law = self.law()
        with in_turn():
            self.change(law, effective_on=day(-3))
            self.change(law, ends_on=day(-2))
        self.assertEqual([(day(0), "not_yet_in_force", "ended")], told(law))


class PublicTests(StateCase):
    """States are told from the day on which the public sees the record."""

    def test_a_new_document_brings_its_state_along(self) -> None:
        law = self.law(effective_on=day(-3))
        self.assertEqual([], told(law))

    def test_a_draft_that_is_corrected_and_published_brings_it_along(self) -> None:
        law, measure = self.law(state="draft"), make_measure(state="draft")
        self.change(law, effective_on=day(-3))
        self.change(law, ends_on=day(-1), state=RecordState.PUBLISHED)
        self.change(measure, until=day(-1), state=RecordState.PUBLISHED)
        self.assertEqual([], told(law) + told(measure))

    def test_a_document_that_is_withdrawn_with_its_correction_is_not_told(self) -> None:
        law = self.law()
        self.change(law, effective_on=day(-3), state=RecordState.WITHDRAWN)
        self.change(law, ends_on=day(-1), state=RecordState.PUBLISHED)
        self.assertEqual([], told(law))

    def test_a_relation_that_is_deleted_is_told_at_once(self) -> None:
        law, acting = self.law(effective_on=day(-9)), self.law(effective_on=day(-1))
        relation = make_relation(source=acting, type=RelationType.REPEALS, target=law)
        delete_record(relation)
        ended, undone = (day(0), "in_force", "ended"), (day(0), "ended", "in_force")
        self.assertEqual([ended, undone], told(law))

    def test_a_document_that_is_deleted_or_merged_is_not_told(self) -> None:
        deleted, merged, stays = self.law(), self.law(), self.law()
        delete_record(deleted)
        merge_records(merged, stays)
        emit_due()
        self.assertEqual([], told(deleted) + told(merged))
        self.assertEqual(1, len(told(stays)))

    def test_a_document_published_late_is_told_the_days_that_follow(self) -> None:
        """It came on day 0 of the log, though its day is past by the calendar."""
        law = self.law(effective_on=day(4))
        emit_due()
        self.assertEqual([(day(4), "not_yet_in_force", "in_force")], told(law))

    def test_the_states_told_follow_on_each_other(self) -> None:
        law = self.law(ends_on=day(7))
        emit_due(day(3))
        self.change(law, ends_on=day(2) + timedelta(days=1))
        self.change(law, ends_on=day(8))
        emit_due()
        chain = told(law)
        self.assertEqual("not_yet_in_force", chain[0][1])
        self.assertEqual("ended", chain[-1][2])
        for before, after in pairwise(chain):
            self.assertEqual(before[2], after[1])


class CommandTests(StateCase):
    """What the operator runs every day."""

    def run_command(self, *options: str) -> str:
        """Run the command and give its output."""
        out = StringIO()
        call_command("emit_state_changes", *options, stdout=out)
        return out.getvalue()

    def test_it_says_how_many_changed_and_can_be_repeated(self) -> None:
        emit_due()
        RegisterVersion.objects.update(logged_day=TODAY - timedelta(days=1))
        self.law(effective_on=TODAY)
        first, second = self.run_command(), self.run_command()
        self.assertNotIn("logged: 0", first)
        self.assertIn("logged: 0", second)

    def test_up_to_a_day(self) -> None:
        law = self.law()
        self.run_command("--day", day(1).isoformat())
        self.assertEqual([], told(law))
        self.run_command("--day", day(2).isoformat())
        self.assertEqual(1, len(told(law)))
        self.run_command("--day", day(1).isoformat())
        self.assertEqual(day(2), RegisterVersion.objects.get().logged_day)

    def test_a_day_to_come_is_refused(self) -> None:
        tomorrow = TODAY + timedelta(days=1)
        with self.assertRaisesMessage(CommandError, "has not come yet"):
            self.run_command("--day", tomorrow.isoformat())
        self.assertEqual(day(0), RegisterVersion.objects.get().logged_day)

    def test_what_is_no_day_is_refused(self) -> None:
        with self.assertRaises(CommandError):
            self.run_command("--day", "tomorrow")

    def test_no_time_of_a_record_moves(self) -> None:
        law = self.law()
        emit_due()
        again = Document.objects.get(pk=law.pk)
        self.assertEqual(law.modified_at, again.modified_at)
        save_record(again)
        self.assertEqual(1, law.history.count())
