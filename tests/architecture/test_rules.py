"""Each house rule catches what it is there to catch, and nothing else."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase

from tests.architecture.rooms import median_length, strange_packages, strange_rooms
from tests.architecture.rules import RULES
from tests.architecture.source import PACKAGES, SourceFile, sources

DOC = '"""A file."""\n'
BODY = "    x = 1\n"
PLANTED: dict[str, tuple[str, str]] = {
    "long_file": ("policies/long.py", DOC + "x = 1\n" * 400),
    "long_function": ("policies/long.py", DOC + "def _long():\n" + BODY * 40),
    "star_import": ("policies/star.py", DOC + "from os import *\n"),
    "relative_import": ("policies/near.py", DOC + "from .models import Law\n"),
    "inner_import": ("policies/inner.py", DOC + "def _late():\n    import os\n"),
    "signal": (
        "policies/wired.py",
        DOC + "from django.db.models.signals import post_save\n",
    ),
    "save_override": (
        "policies/models/law.py",
        DOC + "class _Law:\n    def save(self):\n        pass\n",
    ),
    "bare_print": ("policies/loud.py", DOC + "print('here')\n"),
    "no_docstring": ("policies/mute.py", DOC + "class Mute:\n    pass\n"),
    "common_knows_law": (
        "policies/common/wise.py",
        DOC + "from policies.models import Law\n",
    ),
    "wiring_knows_law": (
        "r57/wise.py",
        DOC + "from policies.models import Law\n",
    ),
}
MORE: tuple[tuple[str, str, str], ...] = (
    ("signal", "policies/wired.py", DOC + "post_save.connect(tell)\n"),
    ("signal", "r57/wired.py", DOC + "from django.dispatch import receiver\n"),
    ("no_docstring", "policies/mute.py", "x = 1\n"),
    ("no_docstring", "policies/mute.py", DOC + "def mute():\n    pass\n"),
    (
        "no_docstring",
        "policies/mute.py",
        DOC + 'class Loud:\n    """Loud."""\n    def mute(self):\n        pass\n',
    ),
    ("inner_import", "policies/late.py", DOC + "def ready():\n    import os\n"),
    ("common_knows_law", "policies/common/wise.py", DOC + "import yaml\n"),
    ("wiring_knows_law", "r57/wise.py", DOC + "def _count_decrees(): ...\n"),
    (
        "save_override",
        "policies/common/models.py",
        DOC + "class _Record:\n    def delete(self):\n        pass\n",
    ),
)
INNOCENT = (
    (
        "policies/apps.py",
        DOC + 'class App:\n    """An app."""\n    def ready(self):\n'
        '        """Start."""\n        import os\n',
    ),
    ("policies/common/history.py", DOC + "post_save.connect(tell)\n"),
    ("policies/common/text.py", DOC + "import re\nfrom django.db import models\n"),
    ("r57/urls.py", DOC + "from policies.common.registry import registered\n"),
    ("decrees/long.py", DOC + "x = 1\n" * 399),
    ("decrees/short.py", DOC + "def _short():\n" + BODY * 39),
    ("policies/forms.py", DOC + "class _Form:\n    def save(self):\n        pass\n"),
)


class RuleTests(TestCase):
    """Rules, tried on files planted in a house of their own."""

    def setUp(self) -> None:
        self.house = Path(self.enterContext(TemporaryDirectory()))
        for package in PACKAGES:
            (self.house / package).mkdir()

    def plant(self, path: str, text: str) -> list[SourceFile]:
        """Put one file into the house and read the house."""
        file = self.house / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        found = sources(self.house)
        file.unlink()
        return found

    def test_every_rule_is_tried(self) -> None:
        self.assertEqual({rule.name for rule in RULES}, set(PLANTED))

    def test_a_breach_is_named_with_its_file(self) -> None:
        rules = {rule.name: rule for rule in RULES}
        cases = [(name, *case) for name, case in PLANTED.items()]
        for name, path, text in [*cases, *MORE]:
            with self.subTest(name, path=path, text=text[-60:]):
                faults = rules[name].broken_by(self.plant(path, text))
                self.assertEqual(1, len(faults), faults)
                self.assertIn(f"{path}:", faults[0])

    def test_what_is_allowed_is_left_in_peace(self) -> None:
        for path, text in INNOCENT:
            for rule in RULES:
                with self.subTest(rule.name, path=path):
                    self.assertEqual([], rule.broken_by(self.plant(path, text)))

    def test_generated_files_are_not_read(self) -> None:
        self.assertEqual([], self.plant("policies/migrations/0001.py", "x = 1\n"))

    def test_a_name_the_house_does_not_know_is_told(self) -> None:
        for app in PACKAGES[1:]:
            (self.house / app / "models.py").touch()
        (self.house / "policies" / "common").mkdir()
        self.assertEqual([], strange_rooms(self.house))
        (self.house / "decrees" / "utils.py").touch()
        (self.house / "decrees" / "common").mkdir()
        self.assertEqual(
            ["decrees/common", "decrees/utils.py"], strange_rooms(self.house)
        )

    def test_a_package_beside_the_house_is_told(self) -> None:
        (self.house / "helpers").mkdir()
        (self.house / "helpers" / "__init__.py").touch()
        self.assertEqual(["helpers"], strange_packages(self.house))

    def test_the_middle_file_counts(self) -> None:
        files = [SourceFile("a", "\n" * length) for length in (10, 101, 380)]
        self.assertEqual(101, median_length(files))
