"""``manage.py export_register`` writes what the API serves."""

import hashlib
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from django.core.management import call_command
from django.test import TestCase

from policies.services.exporting import standing
from tests.api.calls import BASE, CLIENT
from tests.factories import make_subject


class ExportRegisterTests(TestCase):
    """A release has the files of one state and their manifest."""

    def test_a_folder_gets_every_file_and_the_manifest(self) -> None:
        with TemporaryDirectory() as root:
            folder = Path(root) / "release" / "exports"
            told = self.run_on(folder)
            manifest = orjson.loads((folder / "manifest.json").read_bytes())
            self.assertIn(f"position {standing().position} of the log", told)
            self.assertEqual(standing().position, manifest["position"])
            names = {one["name"]: one["sha256"] for one in manifest["files"]}
            found = {
                path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in folder.iterdir()
                if path.name != "manifest.json"
            }
            self.assertEqual(names, found)

    def test_a_folder_is_brought_up_to_date(self) -> None:
        with TemporaryDirectory() as root:
            self.run_on(Path(root))
            make_subject(slug="a-new-one")
            self.run_on(Path(root))
            self.assertIn(b'"a-new-one"', (Path(root) / "subjects.jsonl").read_bytes())

    def test_without_a_folder_the_api_finds_them_made(self) -> None:
        make_subject()
        told = self.run_on(None)
        self.assertIn(f"{standing().position}-", told)
        with self.assertNumQueries(1):
            response = CLIENT.get(f"{BASE}exports/subjects.csv")
            self.assertEqual(200, response.status_code)
            b"".join(response)

    def run_on(self, folder: Path | None) -> str:
        """Run the command; give what it says."""
        said = io.StringIO()
        call_command("export_register", *([folder] if folder else []), stdout=said)
        return said.getvalue()
