"""The project keeps the house rules; a breach is named with its file and line."""

from unittest import TestCase

from tests.architecture.rooms import (
    MEDIAN_FILE,
    median_length,
    strange_packages,
    strange_rooms,
)
from tests.architecture.rules import RULES
from tests.architecture.source import sources


class HouseTests(TestCase):
    """Every source file, read by every rule."""

    def test_every_file_keeps_every_rule(self) -> None:
        files = sources()
        self.assertGreater(len(files), 100)
        for rule in RULES:
            with self.subTest(rule.name):
                faults = rule.broken_by(files)
                self.assertFalse(faults, "\n".join([rule.words, *faults]))

    def test_half_of_the_files_are_short(self) -> None:
        self.assertLessEqual(median_length(sources()), MEDIAN_FILE)

    def test_both_apps_use_the_names_of_the_house(self) -> None:
        self.assertEqual([], strange_rooms())

    def test_no_package_stands_beside_the_house(self) -> None:
        self.assertEqual([], strange_packages())
