"""Importing files: tried first, all or nothing, every fault with its file and line."""

import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

import orjson
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from policies.models import Change, Document, RegisterVersion, Subject
from tests.factories import make_law, make_subject

JSONRecord = dict[str, Any]


def subject(slug: str, /, **over: Any) -> JSONRecord:
    """Give the members of a subject."""
    return {"slug": slug, "name": f"Chủ đề {slug}", "state": "published"} | over


class ImportCase(TestCase):
    """A test with a folder of its own."""

    def setUp(self) -> None:
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def lines(self, name: str, *records: Any) -> Path:
        """Write JSON Lines."""
        return self.raw(name, b"".join(orjson.dumps(one) + b"\n" for one in records))

    def raw(self, name: str, text: bytes) -> Path:
        """Write a file as it is."""
        path = self.folder / name
        path.write_bytes(text)
        return path

    def run_import(self, *paths: Path, **options: Any) -> str:
        """Import files, and give what was said."""
        out = StringIO()
        call_command("import_register", *map(str, paths), stdout=out, **options)
        return out.getvalue()

    def refused(self, *paths: Path, **options: Any) -> list[str]:
        """Expect a refusal that writes nothing; give its lines without the folder."""
        before = Change.objects.count()
        with self.assertRaises(CommandError) as caught:
            self.run_import(*paths, **{"write": True} | options)
        self.assertEqual(1, caught.exception.returncode)
        self.assertEqual(before, Change.objects.count(), "something was written")
        first, *faults = str(caught.exception).splitlines()
        self.assertEqual("Nothing was written.", first)
        return [fault.removeprefix(f"{self.folder}/") for fault in faults]


class ImportTests(ImportCase):
    """What is imported, and what is said of it."""

    def test_without_write_it_is_only_tried(self) -> None:
        path = self.lines("subjects.jsonl", subject("one"))
        said = self.run_import(path)
        self.assertIn("subjects: 1 created, 0 updated, 0 unchanged", said)
        self.assertIn("nothing was written", said)
        self.assertFalse(Subject.objects.filter(slug="one").exists())

    def test_files_in_any_order_are_written_and_writing_again_changes_nothing(
        self,
    ) -> None:
        officer = User.objects.create(username="can-bo")
        measure = {"slug": "m", "title": "M", "instrument": "fund", "subjects": ["b"]}
        paths = [
            self.lines("measures.jsonl", measure),
            self.lines("subjects.jsonl", subject("b", parent="a"), subject("a")),
        ]
        said = {"user": "can-bo", "reason": "nhập thử"}
        self.run_import(*paths, write=True, **said)
        told = Subject.objects.get(slug="b").history.get()
        self.assertEqual(
            (officer, "nhập thử"), (told.history_user, told.history_change_reason)
        )
        version = RegisterVersion.objects.get().version
        again = self.run_import(*paths, write=True, **said)
        self.assertIn("subjects: 0 created, 0 updated, 2 unchanged", again)
        self.assertEqual(version, RegisterVersion.objects.get().version)

    def test_csv_is_read_with_its_header_in_any_order(self) -> None:
        text = 'state,name,slug\r\npublished,"Chủ đề, thử",one\r\n'
        path = self.raw("moi.csv", text.encode("utf-8-sig"))
        self.run_import(path, write=True, collection="subjects")
        self.assertEqual("Chủ đề, thử", Subject.objects.get(slug="one").name)

    def test_what_an_officer_changed_is_overwritten_only_if_told_to(self) -> None:
        make_subject(slug="one", name="Đã sửa")
        path = self.lines("subjects.jsonl", subject("one"))
        (fault,) = self.refused(path)
        self.assertTrue(fault.startswith("subjects.jsonl:1: etag: "), fault)
        self.run_import(path, write=True, overwrite=True)
        self.assertEqual("Chủ đề one", Subject.objects.get(slug="one").name)

    def test_a_relation_by_an_unknown_number_is_told(self) -> None:
        law = make_law()
        relation = {"source": law.slug, "target": "9876/2025/QH15", "type": "amends"}
        said = self.run_import(self.lines("relations.jsonl", relation), write=True)
        self.assertIn("relations.jsonl:1: «9876/2025/QH15»", said)
        self.assertIn("unresolved-citations: 1 created", said)

    def test_the_register_imported_into_itself_changes_nothing(self) -> None:
        exported = self.folder / "out"
        with override_settings(EXPORTS_DIR=str(self.folder / "kept")):
            call_command("export_register", str(exported), stdout=StringIO())
        before = self.stands()
        for form in ("jsonl", "csv"):
            files = [
                path for path in sorted(exported.glob(f"*.{form}")) if path.read_bytes()
            ]
            said = self.run_import(*files, write=True)
            with self.subTest(form=form):
                self.assertRegex(said, r"documents: 0 created, 0 updated, \d\d")
                self.assertNotRegex(said, "[1-9][0-9]* (created|updated)")
                self.assertEqual(before, self.stands())

    def stands(self) -> tuple[Any, ...]:
        """Give what must not move."""
        return (
            Change.objects.count(),
            RegisterVersion.objects.get().version,
            list(Document.objects.order_by("pk").values_list("slug", "modified_at")),
        )


class RefusedFileTests(ImportCase):
    """Whatever a file is, one line says what is wrong and where."""

    def test_every_fault_is_told_with_file_line_and_member(self) -> None:
        one = self.lines("subjects.jsonl", subject("a"), subject("b", name=""), 5)
        other = self.raw("people.csv", b"slug,name\np-1,A\np-2,B,C\n")
        self.assertEqual(
            [
                "subjects.jsonl:3: The line is JSON, but no object.",
                "people.csv:3: The row has 3 cells, the header 2.",
                "subjects.jsonl:2: name: This field may not be blank.",
            ],
            self.refused(one, other),
        )

    def test_files_that_cannot_be_read_are_named(self) -> None:
        good = self.lines("people.jsonl", {"slug": "p", "name": "A"})
        (self.folder / "subjects.jsonl").mkdir()
        cases = {
            "subjects.jsonl": "Is a directory.",
            "agencies.jsonl": "No such file or directory.",
            "planets.jsonl": "There is no collection «planets»",
            "subjects.yaml": "The name of a file ends in .jsonl or .csv.",
            "sources.jsonl": "The file is empty.",
        }
        self.lines("planets.jsonl", {})
        self.lines("subjects.yaml", {})
        self.raw("sources.jsonl", b"")
        paths = [self.folder / name for name in cases]
        faults = self.refused(*paths, good)
        self.assertEqual(len(cases), len(faults))
        for fault, (name, words) in zip(faults, cases.items(), strict=True):
            self.assertIn(f"{name}: {words}", fault)

    def test_bytes_that_are_no_rows_are_named(self) -> None:
        cases = {
            "half": (b'{"slug": "a", "name": "A"}\n{"slug": "b", "na', ":2: "),
            "not_utf8": ('{"slug": "a", "name": "Số"}'.encode("utf-16"), ":1: "),
            "latin": (b'{"slug": "a", "name": "\xe9"}\n', ":1: The line is not UTF-8"),
            "nul": (b'{"slug": "a", "name": "\\u0000"}\n', ":1: "),
            "surrogate": (b'{"slug": "a", "name": "\\ud800"}\n', ":1: "),
            "control": (b'{"slug": "a", "name": "\\u0007"}\n', ":1: name: "),
        }
        for name, (text, words) in cases.items():
            with self.subTest(name):
                faults = self.refused(self.raw("subjects.jsonl", text))
                self.assertIn(f"subjects.jsonl{words}", faults[0])

    def test_a_csv_file_with_another_header_or_cut_short_is_named(self) -> None:
        cases = {
            b"slug;name\na;A\n": ":1: The header names what is no member",
            b"slug,slug\na,A\n": ":1: The header names twice",
            b"slug,name\na,A": ":2: The last row has no line break",
            b"slug,na": ":1: The file ends before its header",
        }
        for text, words in cases.items():
            with self.subTest(words):
                faults = self.refused(self.raw("subjects.csv", text))
                self.assertIn(f"subjects.csv{words}", faults[0])

    def test_a_file_twice_is_harmless_and_contradictions_name_both_lines(self) -> None:
        one = self.lines("subjects.jsonl", subject("a"), subject("b"))
        said = self.run_import(one, one, write=True)
        self.assertIn("subjects: 2 created, 0 updated, 2 unchanged", said)
        other = self.folder / "other"
        other.mkdir()
        again = self.lines("other/subjects.jsonl", subject("a", name="Khác"))
        (fault,) = self.refused(one, again)
        self.assertIn("other/subjects.jsonl:1: name: ", fault)
        self.assertIn(f"{one}:1", fault)

    def test_an_unknown_officer_or_too_long_a_reason_is_refused(self) -> None:
        path = self.lines("subjects.jsonl", subject("a"))
        for options in ({"user": "nobody"}, {"reason": "x" * 101}):
            with self.subTest(options), self.assertRaises(CommandError):
                self.run_import(path, write=True, **options)
