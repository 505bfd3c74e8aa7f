"""Imports run along the arrow only, and an import back is reported."""

import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from tempfile import TemporaryDirectory
from unittest import TestCase

from tests.architecture.source import PACKAGES, PROJECT

LINTER = Path(sys.executable).with_name("lint-imports")
PLANTED = {
    "policies/querysets/documents.py": "from decrees.models import Decree",
    "policies/common/text.py": "from policies.models import Law",
    "policies/rules/provisions.py": "from policies.models import Provision",
    "policies/models/source.py": "from rest_framework import serializers",
    "decrees/models/decree.py": "from r57 import urls",
    "policies/serializers/source.py": "from policies.services import save_record",
}


def lint(root: Path) -> tuple[int, str]:
    """Hold the import contracts against the packages below a folder."""
    done = subprocess.run(  # noqa: S603 - a fixed command of this environment
        [LINTER, "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


class ImportTests(TestCase):
    """The contracts of ``pyproject.toml``, held against the source."""

    def test_the_project_keeps_the_contracts(self) -> None:
        code, told = lint(PROJECT)
        self.assertEqual(0, code, told)

    def test_an_import_back_is_reported(self) -> None:
        house = Path(self.enterContext(TemporaryDirectory()))
        copy(PROJECT / "pyproject.toml", house)
        for package in PACKAGES:
            copytree(
                PROJECT / package,
                house / package,
                ignore=ignore_patterns("__pycache__", "static", "locale"),
            )
        for path, line in PLANTED.items():
            file = house / path
            whole = file.read_text("utf-8")
            file.write_text(f"{whole}\n{line}\n", "utf-8")
            with self.subTest(path):
                code, told = lint(house)
                self.assertEqual(1, code, told)
                self.assertIn(path.removesuffix(".py").replace("/", "."), told)
            file.write_text(whole, "utf-8")
