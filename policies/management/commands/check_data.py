"""Report what the register's records have and lack."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import models
from django.db.models import Q

from policies.common.api.serializers import parts_of
from policies.common.collections import Collection
from policies.common.registry import registered
from policies.models import Document

HEADER = f"{'':24}{'records':>9}{'cited':>9}{'vi':>9}{'en':>9}"


class Command(BaseCommand):
    """Count sources, titles and confirmed numbers; fail on an uncited fact."""

    help = "Report sources, titles in both languages and confirmed numbers by model."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the table, then the records without a citation."""
        self.stdout.write(HEADER)
        uncited: list[str] = []
        for one in registered():
            if not one.model._meta.proxy:
                self.stdout.write(self._line(one, uncited))
        self.stdout.write(self._numbers())
        if uncited:
            raise CommandError("Without a citation:\n" + "\n".join(uncited))
        self.stdout.write(self.style.SUCCESS("Every fact has a citation."))

    def _line(self, one: Collection, uncited: list[str]) -> str:
        rows: models.QuerySet[Any] = one.model._default_manager.all()
        cells = [str(rows.count()), "-", *self._titles(rows)]
        declared = parts_of(one.serializer)
        if declared is not None and "citations" in declared.Meta.keys:
            bare = rows.filter(citations__isnull=True).values_list("slug", flat=True)
            uncited += [f"{one.name}: {slug}" for slug in bare]
            cells[1] = str(rows.count() - len(bare))
        return f"{one.name:24}" + "".join(f"{cell:>9}" for cell in cells)

    def _titles(self, rows: "models.QuerySet[Any]") -> list[str]:
        """Count the records with their main text in Vietnamese and in English."""
        names = {field.name for field in rows.model._meta.fields}
        for name in ("title", "name", "text", "matter", "note"):
            if name in names and f"{name}_en" in names:
                return [
                    str(rows.filter(~Q(**{column: ""})).count())
                    for column in (name, f"{name}_en")
                ]
        return ["-", "-"]

    def _numbers(self) -> str:
        counts = Document.objects.values_list("number_status").annotate(
            models.Count("pk")
        )
        parts = ", ".join(f"{number} {status}" for status, number in counts.order_by())
        return f"official numbers: {parts}"
