"""docs/clients.md is what CI runs; what can be held without running it is held here."""

import json
import re
from pathlib import Path
from unittest import TestCase

from tests.clients.__main__ import TYPESCRIPT, ClientError, run
from tests.clients.excused import EXCUSES, unexcused
from tests.clients.page import PAGE, SERVER, clients

ROOT = Path(__file__).resolve().parents[2]
GENERATORS = [
    "openapi-python-client",
    "openapi-generator",
    "openapi-generator",
    "openapi-typescript and openapi-fetch",
]
LONGEST = 65


class PageTests(TestCase):
    """A reader who types what the page says gets what it says."""

    def test_the_four_clients_are_shown(self) -> None:
        self.assertEqual(GENERATORS, [client.tool for client in clients()])

    def test_each_shows_commands_short_programmes_and_their_output(self) -> None:
        for client in clients():
            with self.subTest(client.title):
                first, whole = (client.files[name] for name in client.programmes)
                self.assertLessEqual(len(first.splitlines()), 10)
                self.assertLess(len(whole.splitlines()), LONGEST)
                self.assertTrue(client.commands)
                self.assertIn("ambiguous", client.output)

    def test_each_reads_the_document_and_asks_the_server_of_the_page(self) -> None:
        for client in clients():
            with self.subTest(client.title):
                self.assertIn(f"{SERVER}/api/v1/schema/", client.commands[0])
                self.assertTrue(any(SERVER in text for text in client.files.values()))

    def test_every_block_of_the_page_belongs_to_a_client(self) -> None:
        fences = re.findall(r"^```\w", PAGE.read_text("utf-8"), re.MULTILINE)
        shown = sum(len(client.files) + 3 for client in clients())
        self.assertEqual(shown, len(fences))

    def test_ci_makes_checks_and_runs_them(self) -> None:
        self.assertIn("\nmake clients\n", (ROOT / ".ci" / "run").read_text())


class ExcuseTests(TestCase):
    """What is excused is named once, with its reason, and nothing else passes."""

    def test_every_excuse_has_a_reason(self) -> None:
        self.assertEqual([], [one for one in EXCUSES if len(one.reason) < 20])

    def test_an_error_in_the_programme_is_never_excused(self) -> None:
        for tool in GENERATORS:
            for line in (
                "programme.py:3: error: Returning Any [no-any-return]",
                "programme.ts(3,1): error TS7006: implicitly has an 'any' type.",
                "r57_client/models/term.py:3: error: Incompatible types [assignment]",
                "WARN Response schema is missing",
            ):
                with self.subTest(tool, line=line):
                    self.assertEqual([line], unexcused(tool, [line]))

    def test_a_tool_that_fails_is_told_with_what_it_printed(self) -> None:
        with self.assertRaisesRegex(ClientError, "no such thing"):
            run(ROOT, ["python", "-c", "raise SystemExit('no such thing')"])


class LockTests(TestCase):
    """The packages of the TypeScript clients are pinned, and name no registry."""

    def test_every_version_is_exact(self) -> None:
        package = json.loads((TYPESCRIPT / "package.json").read_text())
        pinned = package["dependencies"] | package["devDependencies"]
        for name, version in pinned.items():
            with self.subTest(name):
                self.assertRegex(version, r"^\d+\.\d+\.\d+$")

    def test_the_lock_names_no_registry(self) -> None:
        lock = json.loads((TYPESCRIPT / "package-lock.json").read_text())
        packages = lock["packages"].values()
        self.assertEqual([], [one for one in packages if "resolved" in one])
