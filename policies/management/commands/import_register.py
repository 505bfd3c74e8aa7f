"""Import records from files in the form of the exports."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from tqdm import tqdm

from policies.common.text import is_clean
from policies.management.importing import Files, lines_of, read_files
from policies.services import Outcome
from policies.services.saving import Actor
from policies.writing.row import RowsRefusedError, RowWritten
from policies.writing.rows import write_rows
from policies.writing.writer import How

LONGEST_REASON = 100


class Command(BaseCommand):
    """Import files: all or nothing, in any order, harmless to repeat."""

    help = (
        "Import JSON Lines or CSV files in the form of the exports, in any order, all "
        "or nothing. Without --write everything is tried and taken back. All rows are "
        "held in memory. See docs/writing.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--collection",
            help="what the files hold; else each is named so: documents.jsonl",
        )
        parser.add_argument(
            "--write", action="store_true", help="write it; else it is only tried"
        )
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="let rows replace records that say something else",
        )
        parser.add_argument("--reason", default="import_register", help="why")
        parser.add_argument("--user", help="the name of the officer who imports")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import, and say what was or would be written."""
        how = How(
            actor=officer(options["user"]),
            reason=checked_reason(options["reason"]),
            overwrite=options["overwrite"],
        )
        files = read_files(options["files"], options["collection"])
        dry_run = not options["write"]
        written, faults = attempt(files, how, dry_run=dry_run)
        if faults:
            raise CommandError("\n".join(["Nothing was written.", *faults]))
        self._tell(written)
        if dry_run:
            said = "This was a trial: nothing was written. --write writes it."
            self.stdout.write(self.style.WARNING(said))
        else:
            self.stdout.write(self.style.SUCCESS("It is written."))

    def _tell(self, written: Sequence[RowWritten]) -> None:
        """Count what was done by collection, and say what else is to be known."""
        for one in written:
            if one.note:
                self.stdout.write(f"{one.row.where}: {one.note}")
        counts: dict[str, Counter[Outcome]] = {}
        for one in written:
            counts.setdefault(one.collection.name, Counter())[one.outcome] += 1
        for name, outcomes in sorted(counts.items()):
            told = ", ".join(f"{outcomes[one]} {one}" for one in Outcome)
            self.stdout.write(f"{name}: {told}")
        if queued := sum(bool(one.note) for one in written):
            self.stdout.write(f"waiting as unresolved citations: {queued}")


def officer(name: str | None) -> Actor:
    """Give the user of a name, for the history.

    Raises:
        CommandError: there is none.

    """
    if name is None:
        return None
    user = get_user_model()._default_manager.filter(username=name).first()
    if user is None:
        message = f"There is no user «{name}»."
        raise CommandError(message)
    return user


def checked_reason(reason: str) -> str:
    """Give a reason that the history and the change log can hold.

    Raises:
        CommandError: it is too long, or has characters that no text has.

    """
    if len(reason) > LONGEST_REASON or not is_clean(reason):
        message = f"A reason is clean text of at most {LONGEST_REASON} characters."
        raise CommandError(message)
    return reason


def attempt(
    files: Files, how: How, *, dry_run: bool
) -> tuple[list[RowWritten], list[str]]:
    """Write the rows of files, or name everything that is wrong with them.

    What could be read is tried even if something could not, so that one run tells all.
    """
    if not files.whole:
        return [], files.faults
    with tqdm(total=len(files.rows), unit=" rows", disable=None) as bar:
        telling = replace(how, advance=bar.update)
        try:
            dry_run = dry_run or bool(files.faults)
            with translation.override("en"):  # as all that commands say
                done = write_rows(files.rows, how=telling, dry_run=dry_run)
        except RowsRefusedError as refused:
            return [], [*files.faults, *lines_of(refused.faults)]
    return done, files.faults
