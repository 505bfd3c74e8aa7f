"""Gather the interface texts into the English catalogue and compile all catalogues.

``python -m tests.messages`` adds texts that are new in the sources, takes out those
that are gone, and writes the ``.mo`` files that Django reads. What it lists at the end
still waits for its English in ``policies/locale/en/LC_MESSAGES/django.po``. The
Vietnamese catalogue is kept by hand: it says in Vietnamese what Django itself leaves
in English or says wrongly.
"""

import os
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import django
import polib

from tests.architecture.source import PROJECT
from tests.locale.sources import Message, messages

LOCALE = PROJECT / "policies" / "locale"
DJANGO = Path(django.__file__).parent
MET = (
    "contrib/admin/",
    "contrib/auth/",
    "core/validators.py",
    "db/models/",
    "forms/",
    "utils/timesince.py",
    "views/csrf.py",
)
"""The sources of Django whose texts the admin shows."""


def catalogue(language: str) -> Path:
    """Say where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def message_of(entry: polib.POEntry) -> Message:
    """Give the text that an entry translates."""
    return Message(entry.msgid, entry.msgctxt or "", entry.msgid_plural)


def own(gathered: Iterable[Message]) -> set[Message]:
    """Leave out the texts that Django brings along with their translations."""
    return set(gathered) - texts_of_django()


def texts_of_django() -> set[Message]:
    """Read what Django's own catalogues hold to translate."""
    return {message_of(entry) for entry in chain(*catalogues_of_django("en"))}


def untranslated_by_django(language: str) -> set[Message]:
    """Give the texts that Django leaves in English and that officers may meet."""
    translated = {
        message_of(entry)
        for entries in catalogues_of_django(language)
        for entry in entries.translated_entries()
    }
    return {
        message_of(entry)
        for entry in chain(*catalogues_of_django("en"))
        if any(place.startswith(MET) for place, _line in entry.occurrences)
    } - translated


def catalogues_of_django(language: str) -> list[polib.POFile]:
    """Read the catalogues of a language that come with Django."""
    found = DJANGO.glob(f"**/locale/{language}/LC_MESSAGES/django.po")
    return [polib.pofile(path) for path in sorted(found)]


def update(english: polib.POFile, wanted: set[Message]) -> None:
    """Add what is new, take out what is gone, sort by text."""
    kept = [entry for entry in english if message_of(entry) in wanted]
    new = wanted - {message_of(entry) for entry in kept}
    english[:] = [*kept, *(blank_entry(message) for message in new)]
    english.sort(key=message_of)


def blank_entry(message: Message) -> polib.POEntry:
    """Make an entry that waits for its translation."""
    return polib.POEntry(
        msgid=message.text,
        msgctxt=message.context or None,
        msgid_plural=message.plural,
        msgstr_plural={0: "", 1: ""} if message.plural else {},
        flags=["python-format"] if "%(" in message.text else [],
    )


def waiting(english: polib.POFile) -> list[str]:
    """Give the texts without an English wording."""
    return [entry.msgid for entry in english if not entry.translated()]


def main() -> int:
    """Bring the catalogues up to date; say what still waits for a translation."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r57.settings")
    django.setup()
    english = polib.pofile(catalogue("en"))
    update(english, own(messages()))
    english.save()
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        polib.pofile(path).save_as_mofile(str(path.with_suffix(".mo")))
    left = waiting(english)
    sys.stdout.writelines(f"not translated: {text}\n" for text in left)
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
