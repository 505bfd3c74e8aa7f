"""Report what the register's records have and lack."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import models
from django.db.models import Q

from policies.common.api.serializers import parts_of
from policies.common.collections import Collection
from policies.common.registry import registered
from policies.models import Document, Measure
from policies.services.derived import documents_off, set_right, targets_off
from policies.services.promises import not_coming_out

HEADER = f"{'':24}{'records':>9}{'cited':>9}{'vi':>9}{'en':>9}"


class Command(BaseCommand):
    """Count sources, titles and confirmed numbers; fail on an uncited fact.

    What is kept although it follows from other records, legal states and the progress
    of targets, is computed once more and compared; so are worked examples, which a
    change of their law may turn around.
    """

    help = (
        "Report sources, titles in both languages and confirmed numbers by model; "
        "compute legal states and progress anew and compare."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to set right what differs."""
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help="Set right first what differs, as after an upgrade with new rules.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the table, then the records without a citation, then what differs."""
        if options["rebuild"]:
            self.stdout.write(f"Set right: {set_right()} records.")
        self.stdout.write(HEADER)
        uncited: list[str] = []
        for one in registered():
            if not one.model._meta.proxy:
                self.stdout.write(self._line(one, uncited))
        self.stdout.write(self._numbers())
        faults = ["Without a citation:", *uncited] if uncited else []
        if differing := self._differing():
            faults += ["Not as computed anew:", *differing]
        if failing := list(self._failing()):
            faults += ["Worked examples that do not come out:", *failing]
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write(self.style.SUCCESS("Every fact has a citation."))
        self.stdout.write(self.style.SUCCESS("States and progress are as computed."))

    def _failing(self) -> Iterator[str]:
        for measure, faults in not_coming_out(Measure.objects.all()):
            for fault in faults:
                yield f"measures: {measure.slug}: {' '.join(fault.messages)}"

    def _differing(self) -> list[str]:
        return [
            *(f"legal states of documents: {one.slug}" for one in documents_off()),
            *(f"progress of targets: {one.slug}" for one in targets_off()),
        ]

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
