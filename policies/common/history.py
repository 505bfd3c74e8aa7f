"""History of records: who changed what and when, one table for a model."""

from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from policies.common.fields import FoldedField


class RecordHistory(HistoricalRecords):  # type: ignore[misc] # untyped library
    """Full history of a record and of its many-to-many lists.

    A proxy (a law among the documents) writes into the history of its table
    instead of getting one of its own, so the history of a document is one.
    """

    def __init__(self) -> None:
        super().__init__(inherit=True, m2m_fields_model_field_name="history_m2m")

    def finalize(self, sender: type[models.Model], **kwargs: Any) -> None:
        """Create the history table of a model, or join a proxy to its table's."""
        if not sender._meta.proxy:
            super().finalize(sender, **kwargs)
        elif issubclass(sender, self.cls):
            models.signals.post_save.connect(self.post_save, sender=sender, weak=False)
            models.signals.post_delete.connect(
                self.post_delete, sender=sender, weak=False
            )
            models.signals.pre_delete.connect(
                self.pre_delete, sender=sender, weak=False
            )
            name = "simple_history_manager_attribute"
            setattr(sender._meta, name, self.manager_name)

    def post_delete(self, instance: Any, using: Any = None, **kwargs: Any) -> None:
        """Keep silent, as on saving, where a service writes history by hand."""
        if not hasattr(instance, "skip_history_when_saving"):
            super().post_delete(instance, using, **kwargs)

    def copy_fields(self, model: type[models.Model]) -> dict[str, Any]:
        """Leave out what the database computes; a past state computes it anew."""
        fields: dict[str, Any] = super().copy_fields(model)
        return {name: f for name, f in fields.items() if not f.generated}

    def fields_included(self, model: type[models.Model]) -> list[Any]:
        """Keep every column but those that the database computes."""
        included: list[Any] = super().fields_included(model)
        return [field for field in included if not field.generated]

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        """Index what finds the state of one record at a past time."""
        newest = models.Index(fields=["id", "history_id", "history_date"])
        options: dict[str, Any] = super().get_meta_options(model)
        return options | {"indexes": [*options.get("indexes", ()), newest]}


def is_derived(field: Any) -> bool:
    """Tell whether a column only repeats others: generated or folded."""
    return field.generated or isinstance(field, FoldedField)


class Archive(models.Model):
    """A row of a table that services rebuild, and when the register said so.

    ``history_id`` stands for the id of the row. The time is half-open: the row was
    there from ``known_from`` on, and from ``known_until`` on no more.
    """

    history_id = models.BigAutoField(primary_key=True)
    known_from = models.DateTimeField(db_index=True)
    known_until = models.DateTimeField(null=True)

    archive_of: type[models.Model]

    class Meta:
        abstract = True


class Log(models.Model):
    """Entries that are only ever added, each with the time ``at`` which it was.

    A log is its own past: who reads it as it was leaves out what was added later.
    """

    class Meta:
        abstract = True
