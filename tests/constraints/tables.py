"""The tables whose rows carry facts, and rows in each of them to break."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.test import TestCase

from tests.factories import FACTORIES

APPS = ("policies", "decrees")


def tables() -> Iterator[type[models.Model]]:
    """All models with a table of their own, but for the tables of history.

    History repeats what once was true, so it holds no rule.
    """
    for app in APPS:
        for model in apps.get_app_config(app).get_models(include_auto_created=True):
            if not model._meta.proxy and not hasattr(model, "history_id"):
                yield model


def is_list(model: type[models.Model]) -> bool:
    """Whether a table only joins two others, as that of the subjects of documents."""
    return bool(model._meta.auto_created) and "historical" not in model._meta.db_table


def make(model: type[models.Model]) -> Any:
    """Make a valid row of a model."""
    if model in FACTORIES:
        return FACTORIES[model]()
    first, second = (field for field in model._meta.fields if field.is_relation)
    members = {field.attname: make(related(field)).pk for field in (first, second)}
    return model._default_manager.create(**members)


def related(field: Any) -> type[models.Model]:
    """Give the model that a foreign key points to."""
    model: type[models.Model] = field.remote_field.model
    return model


class RowsCase(TestCase):
    """Two valid rows of every table, and one that nothing refers to."""

    rows: dict[type[models.Model], tuple[Any, Any]]
    lone: dict[type[models.Model], Any]

    @classmethod
    def setUpTestData(cls) -> None:
        """Make the rows once; each test breaks them in savepoints only."""
        cls.rows = {model: (make(model), make(model)) for model in tables()}
        cls.lone = {
            model: make(model)
            for model in {
                related(field)
                for owner in tables()
                for field in owner._meta.concrete_fields
                if field.is_relation
            }
        }
        for record in cls.lone.values():
            for computed in ("legal_intervals", "progress_intervals"):
                if hasattr(record, computed):
                    getattr(record, computed).all().delete()
