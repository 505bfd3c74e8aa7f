"""A foreign key always finds its row: no unknown row, none deleted behind its back."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, models

from policies.models import CITED_RECORDS, Citation, Condition, ExampleValue
from tests.constraints.breaking import delete, refusal, update
from tests.constraints.tables import RowsCase, related, tables

UNKNOWN = 999_999_999


def references() -> Iterator[tuple[type[models.Model], Any]]:
    """All foreign keys, those in the tables of lists among them."""
    for model in tables():
        for field in model._meta.concrete_fields:
            if field.is_relation:
                yield model, field


def pointing(model: type[models.Model], field: Any, pk: int) -> str:
    """Write assignments that set a foreign key and what must go with it."""
    assignments = {field.column: str(pk)}
    if field.name == "held_instead":
        assignments["held_reason"] = "'Nguồn gần hơn'"
    if model is Citation and field.name in CITED_RECORDS:
        assignments = {"document_id": "NULL", "record_type": f"'{field.name}'"}
        assignments |= {field.column: str(pk)}
    if model is ExampleValue and field.name == "term":
        assignments["input_id"] = "NULL"
    if model is Condition and field.name == "of_input":
        assignments["day"] = "NULL"
    return ", ".join(f"{column} = {value}" for column, value in assignments.items())


class ReferenceTests(RowsCase):
    """Raw SQL that leaves a foreign key without its row is refused."""

    def test_foreign_keys_are_enforced(self) -> None:
        """SQLite enforces them only where a connection has asked for it."""
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA foreign_keys")
                self.assertEqual(cursor.fetchone(), (1,))
            for model, field in references():
                with self.subTest(model=model.__name__, column=field.column):
                    held = connection.introspection.get_relations(
                        cursor, model._meta.db_table
                    )
                    found = held.get(field.column, ("", ""))[:2]
                    table = related(field)._meta.db_table
                    self.assertEqual(found, ("id", table))

    def test_an_unknown_row_cannot_be_pointed_to(self) -> None:
        for model, field in references():
            row, _other = self.rows[model]
            statement = update(model, pointing(model, field, UNKNOWN), row.pk)
            with self.subTest(model=model.__name__, column=field.column):
                found = refusal(model, statement)
                self.assertEqual((field.column,), found and found.columns)

    def test_a_row_that_is_pointed_to_cannot_be_deleted(self) -> None:
        for model, field in references():
            row, _other = self.rows[model]
            lone = self.lone[related(field)]
            with self.subTest(model=model.__name__, column=field.column):
                found = refusal(
                    model,
                    update(model, pointing(model, field, lone.pk), row.pk),
                    delete(related(field), lone.pk),
                )
                self.assertEqual((field.column,), found and found.columns)

    def test_a_row_that_nothing_points_to_can_be_deleted(self) -> None:
        """The refusals above come from the references, not from the deletion."""
        for model, lone in self.lone.items():
            with self.subTest(model=model.__name__):
                self.assertIsNone(refusal(model, delete(model, lone.pk)))
