"""Every interface text has its English, and what Django omits its Vietnamese."""

import re
from collections.abc import Iterator
from unittest import TestCase

import polib

from tests.locale.sources import marked, messages
from tests.messages import (
    LOCALE,
    catalogue,
    message_of,
    own,
    texts_of_django,
    untranslated_by_django,
)

LANGUAGES = ("en", "vi")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}")
NAMES = ("Vietnamese", "Party")
"""Words that English capitalises wherever they stand."""

ENDS = frozenset(".:?!")


def worded(language: str) -> Iterator[tuple[polib.POEntry, str]]:
    """Give each translation of a catalogue with its entry."""
    for entry in polib.pofile(catalogue(language)):
        for wording in entry.msgstr_plural.values() or [entry.msgstr]:
            yield entry, wording


def placeholders(text: str) -> set[str]:
    """Give what is filled into a text."""
    return set(PLACEHOLDER.findall(text))


def is_capital(text: str) -> bool | None:
    """Tell whether a text begins with a capital; none where it is a name or code."""
    if not text[0].isalpha() or text.startswith(NAMES) or text[1:2].isupper():
        return None
    return text[0].isupper()


class SourceTests(TestCase):
    """The texts in the sources against the English catalogue."""

    def test_every_marked_text_is_a_plain_string(self) -> None:
        places = marked()
        self.assertGreater(len(places), 500)
        self.assertEqual([], [one.place for one in places if one.message is None])

    def test_the_catalogue_holds_these_texts_and_no_others(self) -> None:
        held = [message_of(entry) for entry in polib.pofile(catalogue("en"))]
        wanted = own(messages())
        self.assertEqual([], sorted(wanted.difference(held)), "run make messages")
        self.assertEqual([], sorted(set(held) - wanted), "run make messages")
        self.assertEqual(sorted(held), held)


class CatalogueTests(TestCase):
    """Each catalogue as a file."""

    def test_every_entry_is_translated(self) -> None:
        for language in LANGUAGES:
            entries = polib.pofile(catalogue(language))
            self.assertGreater(len(entries), 100)
            left = [one.msgid for one in entries if not one.translated()]
            self.assertEqual([], left, "translate these")

    def test_a_translation_fills_in_the_same_values(self) -> None:
        strange = [
            (entry.msgid, wording)
            for language in LANGUAGES
            for entry, wording in worded(language)
            if placeholders(entry.msgid) != placeholders(wording)
        ]
        self.assertEqual([], strange)

    def test_english_begins_as_the_vietnamese_does(self) -> None:
        strange = [
            (entry.msgid, wording)
            for entry, wording in worded("en")
            if len({is_capital(entry.msgid), is_capital(wording)} - {None}) == 2
        ]
        self.assertEqual([], strange)

    def test_english_ends_as_the_vietnamese_does(self) -> None:
        strange = [
            (entry.msgid, wording)
            for entry, wording in worded("en")
            if entry.msgid[-1] != wording[-1] and {entry.msgid[-1], wording[-1]} & ENDS
        ]
        self.assertEqual([], strange)

    def test_django_reads_what_the_catalogue_says(self) -> None:
        for language in LANGUAGES:
            with self.subTest(language):
                path = catalogue(language)
                compiled = path.with_suffix(".mo").read_bytes()
                fresh = polib.pofile(path).to_binary()
                self.assertEqual(fresh, compiled, "run make messages")

    def test_there_is_no_other_catalogue(self) -> None:
        found = {path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/*.po")}
        self.assertEqual(set(LANGUAGES), found)


class DjangoTests(TestCase):
    """The Vietnamese catalogue, which completes and mends Django's own."""

    def test_it_speaks_of_texts_that_django_has(self) -> None:
        held = {message_of(entry) for entry in polib.pofile(catalogue("vi"))}
        self.assertEqual(set(), held - texts_of_django())

    def test_django_leaves_nothing_in_english_that_officers_meet(self) -> None:
        held = {message_of(entry) for entry in polib.pofile(catalogue("vi"))}
        self.assertEqual([], sorted(untranslated_by_django("vi") - held))
