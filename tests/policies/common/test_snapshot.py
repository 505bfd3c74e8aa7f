"""The past of every table: which are hidden, and how a statement is put behind them."""

from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from policies.common.models import RecordState
from policies.common.snapshot import (
    NoPastError,
    in_the_past,
    known_at,
    past_tables,
    tables_without_past,
)
from policies.models import Document, LegalInterval, Subject
from tests.factories import make_agency, make_delegation, make_law

TIME = "2025-06-12 00:00:00"
BOOKS = {
    "policies_registerversion",  # where the register stands now
    "policies_apitoken",  # who may write now
    "policies_keptanswer",  # what was answered lately
    "policies_webhook",  # who is told now
    "policies_webhookattempt",
    "policies_webhookfilter",
}
"""Tables of how the register is run, not of what it says: they have no past."""
HIDING = '"policies_subject" AS NOT MATERIALIZED ('


class StatementTests(SimpleTestCase):
    """A statement and the past states of the tables it names."""

    def test_every_table_of_the_register_has_a_past(self) -> None:
        self.assertEqual(BOOKS, tables_without_past())
        for table in (
            "policies_document",
            "policies_documentsigner",
            "policies_document_subjects",
            "policies_legalinterval",
            "decrees_delegation",
        ):
            self.assertIn(table, past_tables())

    def test_only_tables_that_are_named_are_hidden(self) -> None:
        text, params = in_the_past('SELECT * FROM "policies_subject"', [], TIME)
        self.assertTrue(text.startswith(f"WITH {HIDING}"))
        self.assertTrue(text.endswith(') SELECT * FROM "policies_subject"'))
        self.assertEqual([TIME, TIME], params)
        self.assertEqual(1, text.count("AS NOT MATERIALIZED"))

    def test_a_statement_that_names_no_table_is_left_as_it_is(self) -> None:
        asked = ("SELECT 1 FROM auth_user WHERE id = %s", (7,))
        self.assertEqual((asked[0], [7]), in_the_past(*asked, TIME))

    def test_expressions_of_the_statement_stand_after_those_put_before_it(self) -> None:
        for opening in ("WITH", "WITH RECURSIVE", "  with recursive"):
            asked = f"{opening} page AS (SELECT %s) SELECT 1 FROM policies_subject"  # noqa: S608
            text, params = in_the_past(asked, [5], TIME)
            kept = "WITH RECURSIVE " if "ecursive" in opening.lower() else "WITH "
            with self.subTest(opening):
                self.assertTrue(text.startswith(f"{kept}{HIDING}"))
                self.assertIn("), page AS (SELECT %s) SELECT 1", text)
                self.assertEqual([TIME, TIME, 5], params)

    def test_the_past_is_not_written(self) -> None:
        for asked in (
            "UPDATE policies_subject SET name = ''",
            "DELETE FROM policies_subject",
            "INSERT INTO policies_subject (name) VALUES ('')",
        ):
            with self.subTest(asked), self.assertRaises(NoPastError):
                in_the_past(asked, [], TIME)


class TableTests(TestCase):
    """Every row and column of every table, those that are not shown among them."""

    def rows(self, model: type[models.Model]) -> list[Any]:
        """Read a table but for ids that are given anew at each rebuilding."""
        names = [str(field.column) for field in model._meta.concrete_fields]
        if model is LegalInterval:
            names.remove("id")
        return sorted(model._default_manager.values_list(*names), key=str)

    def test_every_table_is_now_what_its_history_says(self) -> None:
        make_law(state=RecordState.DRAFT, co_issuers=[make_agency()])
        make_delegation(due_on="2031-01-01", due_precision="year")
        tables = {model._meta.db_table: model for model in every_model()}
        now = timezone.now()
        for name in past_tables():
            present = self.rows(tables[name])
            with known_at(now):
                past = self.rows(tables[name])
            with self.subTest(name):
                self.assertEqual(present, past)


def every_model() -> list[type[models.Model]]:
    """Give every model with a table, those of lists among them."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if not model._meta.proxy]


class ReadingTests(TestCase):
    """Reading through the ORM and past it."""

    past = datetime(2000, 1, 1, tzinfo=UTC)

    def test_a_recursive_walk_reads_the_past(self) -> None:
        walk = """WITH RECURSIVE up (id) AS (
            SELECT id FROM policies_subject WHERE slug LIKE 'a%'
            UNION SELECT s.id FROM policies_subject s JOIN up ON s.parent_id = up.id
        ) SELECT COUNT(*) FROM up"""
        with connection.cursor() as cursor:
            cursor.execute(walk)
            (now,) = cursor.fetchone()
            with known_at(self.past):
                cursor.execute(walk)
                (then,) = cursor.fetchone()
        self.assertTrue(now)
        self.assertEqual(0, then)

    def test_after_the_reading_the_tables_are_seen_again(self) -> None:
        with known_at(self.past):
            self.assertFalse(Document.objects.exists())
        self.assertTrue(Document.objects.exists())

    def test_a_change_while_the_past_is_read_is_refused(self) -> None:
        with known_at(self.past), self.assertRaises(NoPastError):
            Subject.objects.update(name="Khác")
