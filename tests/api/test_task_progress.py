"""How far tasks have come: by group, lead agency and due period, each counted once."""

from collections import Counter
from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.choices import TaskStatus
from policies.common.dates import Precision, format_partial, last_day
from policies.models import Task
from policies.services import save_record
from tests.api.calls import BY_NAME, PROBLEM, JSONRecord, ask, records
from tests.contract.validation import violations
from tests.factories import make_agency, make_resolution, make_task

COUNTS = ("total", "unknown", "not_started", "in_progress", "done", "late")
KEYS = ("group", "agency", "due")


def progress(query: str) -> JSONRecord:
    """Ask for the progress of tasks, and hold it to the schema."""
    answer = ask("tasks-progress/", query)
    broken = violations("TaskProgress", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


def slug_of(related: JSONRecord | None) -> str | None:
    """Give the public id of a related record, if there is one."""
    return related["slug"] if related else None


class RegisterTests(TestCase):
    """All tasks of the register, counted in plain Python."""

    def expected(self, by: str, day: date) -> dict[str | None, Counter[str]]:
        """Count the single tasks of the list."""
        tasks = records(BY_NAME["tasks"])
        groups = {slug_of(one["group"]) for one in tasks}
        found: dict[str | None, Counter[str]] = {}
        for one in tasks:
            if one["slug"] in groups:
                continue
            due = one["due_on"] and date.fromisoformat(one["due_on"])
            precision = Precision(one["due_precision"]) if due else Precision.DAY
            keys = {
                "group": slug_of(one["group"]),
                "agency": slug_of(one["lead"]),
                "due": format_partial(due, precision) if due else None,
            }
            counts = found.setdefault(keys[by], Counter())
            late = due and last_day(due, precision) < day and one["status"] != "done"
            counts.update(["total", one["status"], *(["late"] if late else [])])
        return found

    def test_the_rows_are_what_python_counts(self) -> None:
        for by in KEYS:
            for day in (date(2025, 3, 1), date(2026, 1, 1), date(2031, 1, 1)):
                body = progress(f"by={by}&as_of={day}")
                expected = self.expected(by, day)
                rows = {one["key"]: one for one in body["rows"]}
                with self.subTest(by, day=day):
                    self.assertEqual(set(expected), set(rows))
                    for key, row in rows.items():
                        counts = {name: expected[key][name] for name in COUNTS}
                        self.assertEqual(counts, {name: row[name] for name in COUNTS})

    def test_the_totals_are_the_same_by_whatever_is_counted(self) -> None:
        bodies = [progress(f"by={by}&as_of=2026-01-01") for by in KEYS]
        totals = [[one[name] for name in COUNTS] for one in bodies]
        self.assertEqual([totals[0]] * 3, totals)
        self.assertEqual({"tasks"}, {one["unit"] for one in bodies})


class CountTests(TestCase):
    """A group of two tasks of a resolution."""

    def setUp(self) -> None:
        self.document = make_resolution()
        self.agency = make_agency()
        self.group = make_task(document=self.document)
        due = {"due_on": "2025-01-01", "due_precision": "year"}
        own = {"document": self.document, "group": self.group, "lead": self.agency}
        self.one = make_task(status=TaskStatus.DONE, **due, **own)
        self.other = make_task(status=TaskStatus.IN_PROGRESS, **due, **own)
        self.only = f"document={self.document.slug}"

    def test_a_group_is_not_counted_with_its_tasks(self) -> None:
        body = progress(f"{self.only}&as_of=2026-01-01")
        self.assertEqual(
            (2, 1, 1, 1),
            tuple(body[name] for name in ("total", "done", "in_progress", "late")),
        )
        (row,) = body["rows"]
        self.assertEqual(self.group.slug, row["key"])
        self.assertEqual(self.group.title, row["label"])

    def test_late_is_what_is_not_done_once_the_whole_period_is_over(self) -> None:
        for day, late in (("2025-12-31", 0), ("2026-01-01", 1)):
            self.assertEqual(late, progress(f"{self.only}&as_of={day}")["late"])

    def test_the_filters_of_the_list_narrow_it(self) -> None:
        for query, expected in (
            (f"lead={self.agency.slug}", 2),
            (f"agency={self.agency.slug}&status=done", 1),
            (f"group={self.group.slug}&due_in=2025", 2),
            (f"{self.only}&due_in=2026", 0),
            (f"under={self.document.slug}", 2),
        ):
            with self.subTest(query):
                self.assertEqual(expected, progress(f"by=agency&{query}")["total"])

    def test_the_register_s_past_is_answered(self) -> None:
        before = self.other.modified_at.isoformat().replace("+", "%2B")
        task = Task.objects.get(pk=self.other.pk)
        task.status = TaskStatus.DONE
        save_record(task)
        self.assertEqual(2, progress(self.only)["done"])
        self.assertEqual(1, progress(f"{self.only}&known_at={before}")["done"])

    def test_it_costs_two_queries(self) -> None:
        for by in KEYS:
            with CaptureQueriesContext(connection) as captured:
                progress(f"by={by}")
            self.assertEqual(2, len(captured))

    def test_a_wrong_question_is_refused_by_name(self) -> None:
        for query, name in (
            ("by=minister", "by"),
            ("as_of=2025-13-01", "as_of"),
            ("status=late", "status"),
            ("due_in=soon", "due_in"),
            ("group__n=x", "group__n"),
        ):
            answer = ask("tasks-progress/", query)
            with self.subTest(query):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual(name, answer.body["errors"][0]["parameter"])
