"""No constraint can be broken, whatever path a row takes into the database."""

from typing import Any

from django.db import models

from tests.constraints.breaking import refusal, rules_of, update
from tests.constraints.cases import BREAKS, SHADOWS, breaks_of
from tests.constraints.tables import RowsCase, tables


def constraints() -> dict[str, tuple[type[models.Model], models.BaseConstraint]]:
    """All constraints of all models by name."""
    return {
        one.name: (model, one) for model in tables() for one in model._meta.constraints
    }


class ConstraintTests(RowsCase):
    """Raw SQL that breaks a rule is refused by the rule."""

    def test_every_constraint_is_tried(self) -> None:
        """A new constraint needs a case here, one that is gone leaves none behind."""
        known = constraints()
        self.assertEqual([], [name for name in known if not breaks_of(name)])
        self.assertEqual([], [name for name in BREAKS if name not in known])

    def test_every_constraint_stands_in_the_database(self) -> None:
        for name, (model, _constraint) in constraints().items():
            with self.subTest(name):
                self.assertIn(name, rules_of(model._meta.db_table))

    def test_every_constraint_refuses_what_breaks_it(self) -> None:
        for name, (model, constraint) in constraints().items():
            for assignments in breaks_of(name):
                with self.subTest(name, assignments=assignments):
                    self.assert_refused(model, constraint, assignments)

    def assert_refused(
        self,
        model: type[models.Model],
        constraint: models.BaseConstraint,
        assignments: str,
    ) -> None:
        """Make the assignments in a row, or in two that are then the same."""
        row, other = self.rows[model]
        ids = [row.pk]
        if isinstance(constraint, models.UniqueConstraint):
            ids.append(other.pk)
        statement = update(model, assignments.format(row=row, other=other), *ids)
        found = refusal(model, statement)
        self.assertIsNotNone(found, f"{constraint.name} let pass: {statement}")
        named: Any = found
        expected = {constraint.name, SHADOWS.get(constraint.name, constraint.name)}
        self.assertTrue(
            expected & named.names,
            f"{statement} was refused by {sorted(named.names)}, not {constraint.name}",
        )
