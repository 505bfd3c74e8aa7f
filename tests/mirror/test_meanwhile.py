"""An edition shows one moment, holds up no writer, and is made once."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from django.test import SimpleTestCase

from tests.loaded import fill
from tests.scratch import database

ROOT = Path(__file__).resolve().parents[2]
MEANWHILE = "from tests.mirror import meanwhile; meanwhile.main()"


class MeanwhileTests(SimpleTestCase):
    """Others write and ask while an edition is made."""

    told: ClassVar[dict[str, Any]]

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        name = f"r57_meanwhile_{os.getpid()}"
        with database(name) as url, TemporaryDirectory() as folder:
            fill(url)
            done = subprocess.run(  # noqa: S603
                [sys.executable, "manage.py", "shell", "-v0", "-c", MEANWHILE],
                cwd=ROOT,
                env={**os.environ, "DATABASE_URL": url, "R57_EXPORTS_DIR": folder},
                check=True,
                stdout=subprocess.PIPE,
            )
        cls.told = json.loads(done.stdout)

    def test_a_writer_is_not_held_up(self) -> None:
        self.assertEqual(self.told["before"] + 1, self.told["after"])

    def test_what_is_written_meanwhile_is_not_shown(self) -> None:
        self.assertEqual(self.told["before"], self.told["shown"])
        self.assertFalse(self.told["holds"])

    def test_many_who_ask_at_once_get_what_was_made_once(self) -> None:
        self.assertEqual((1, 1), (self.told["editions"], self.told["made"]))
