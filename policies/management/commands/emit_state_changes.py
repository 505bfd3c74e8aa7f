"""Tell the change log which legal states a day has changed."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from policies.services.emitting import emit_due


class Command(BaseCommand):
    """Log every legal state that changed since the last day told; once, if repeated."""

    help = "Log the legal states that changed because a day came, up to today."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--day",
            type=date.fromisoformat,
            default=None,
            help="the last day to tell, written YYYY-MM-DD; today if left out",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Tell each day that is due, in order, and say how many states changed."""
        today = timezone.localdate()
        day = options["day"] or today
        if day > today:
            raise CommandError(f"{day} has not come yet: today is {today}.")
        told = emit_due(day)
        self.stdout.write(self.style.SUCCESS(f"State changes logged: {told}."))
