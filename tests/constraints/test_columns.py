"""What single columns refuse: nothing, the same again, unknown codes, less than 0."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, models

from tests.constraints.breaking import Refusal, refusal, update
from tests.constraints.tables import RowsCase, tables

Column = tuple[type[models.Model], Any]


def columns() -> Iterator[Column]:
    """All columns that are written, but for the keys of rows."""
    for model in tables():
        for field in model._meta.concrete_fields:
            if not field.primary_key and not field.generated:
                yield model, field


class ColumnTests(RowsCase):
    """Raw SQL that breaks a rule of one column is refused."""

    def test_a_column_that_must_be_filled_is_never_null(self) -> None:
        for model, field in columns():
            if field.null:
                continue
            with self.subTest(model=model.__name__, column=field.column):
                found = self.refused(model, f'"{field.column}" = NULL')
                self.assertEqual(found, Refusal(columns=(field.column,)))

    def test_a_public_id_is_had_by_one_record_only(self) -> None:
        for model, field in columns():
            if not field.unique:
                continue
            value = self.lone_id(field) if field.is_relation else "'57-nq-tw'"
            ids = [row.pk for row in self.rows[model]]
            with self.subTest(model=model.__name__, column=field.column):
                statement = update(model, f"{field.column} = {value}", *ids)
                found = refusal(model, statement)
                self.assertEqual((field.column,), found and found.columns)

    def test_a_list_names_each_member_once(self) -> None:
        for model in tables():
            for together in model._meta.unique_together:
                members: list[Any] = [model._meta.get_field(one) for one in together]
                row, other = self.rows[model]
                same = ", ".join(
                    f"{one.column} = {getattr(row, one.attname)}" for one in members
                )
                with self.subTest(model=model.__name__):
                    found = refusal(model, update(model, same, other.pk))
                    self.assertEqual(
                        tuple(one.column for one in members), found and found.columns
                    )

    def test_an_unknown_code_is_refused(self) -> None:
        for model, field in columns():
            if not field.choices:
                continue
            assignments = f"{field.column} = '?'"
            day = field.name.replace("_precision", "_on")
            if day != field.name:
                assignments += f", {day} = '2025-03-01'"
            with self.subTest(model=model.__name__, column=field.column):
                self.refused(model, assignments)

    def test_a_place_or_a_year_is_never_below_zero(self) -> None:
        for model, field in columns():
            if not field.db_check(connection):
                continue
            with self.subTest(model=model.__name__, column=field.column):
                self.refused(model, f'"{field.column}" = -1')

    def refused(self, model: type[models.Model], assignments: str) -> Refusal:
        """Expect that a row does not take the assignments."""
        statement = update(model, assignments, self.rows[model][0].pk)
        found = refusal(model, statement)
        if found is None:
            self.fail(f"{connection.vendor} took {statement}")
        return found

    def lone_id(self, field: Any) -> int:
        """Give the id of a record that a column may point to."""
        pk: int = self.lone[field.remote_field.model].pk
        return pk
