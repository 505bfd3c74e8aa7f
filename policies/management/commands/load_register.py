"""Load the register's reviewed files into the database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from policies.management.fixtures import FixtureError
from policies.management.loading import load
from policies.models import Document
from policies.services import Outcome


class Command(BaseCommand):
    """Load ``fixtures/`` (or another folder): all or nothing, harmless to repeat."""

    help = "Load the register's reviewed YAML files; loading twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("folder", nargs="?", default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing if the register holds documents already",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, and say what was created, updated and left as it was."""
        if options["if_empty"] and Document.objects.exists():
            self.stdout.write("The register holds documents already; nothing loaded.")
            return
        try:
            loaded = load(Path(options["folder"]))
        except FixtureError as error:
            message = f"Nothing loaded.\n{error}"
            raise CommandError(message) from error
        for name, outcomes in sorted(loaded.outcomes.items()):
            counts = ", ".join(
                f"{n} {outcome}" for outcome, n in sorted(outcomes.items())
            )
            self.stdout.write(f"{name}: {counts}")
        totals = ", ".join(f"{loaded.total(one)} {one}" for one in Outcome)
        self.stdout.write(self.style.SUCCESS(f"Register loaded: {totals}."))
