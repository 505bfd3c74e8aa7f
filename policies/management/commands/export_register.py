"""Write the exports, for a cron job or a release."""

from argparse import ArgumentParser
from pathlib import Path
from shutil import copyfile
from typing import Any

from django.core.management.base import BaseCommand

from policies.common.exports.editions import MANIFEST, current_edition
from policies.services.exporting import standing


class Command(BaseCommand):
    """Write the files and the manifest that the API serves, all of one state."""

    help = (
        "Write every collection as JSON Lines and CSV, with their manifest. Without a "
        "folder they are made ready for the API, which then need not make them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("folder", nargs="?", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write, and say what state the files show."""
        edition = current_edition(standing)
        folder = options["folder"] or edition.folder
        if folder != edition.folder:
            folder.mkdir(parents=True, exist_ok=True)
            for name in (*(file.name for file in edition.files), MANIFEST):
                copied = folder / f".{name}"
                copyfile(edition.folder / name, copied)
                copied.rename(folder / name)
        rows = sum(file.rows for file in edition.files if file.format == "jsonl")
        self.stdout.write(
            self.style.SUCCESS(
                f"{rows} records at position {edition.position} of the log, "
                f"in {len(edition.files)} files: {folder}"
            )
        )
