"""The exports: files of all collections at one position of the change log."""

import base64
import csv
import hashlib
import io
from pathlib import Path
from typing import Any
from unittest.mock import patch

import orjson
from django.conf import settings
from django.db import OperationalError, transaction
from django.http import HttpResponseBase
from django.test import TestCase

from policies.common.api.plain import plain_plan
from policies.common.exports import editions
from policies.common.exports.reading import rows_of
from policies.common.exports.state import exported
from policies.common.models import RecordState
from policies.services.exporting import standing
from tests.api.calls import BASE, CLIENT
from tests.factories import make_document, make_law, make_subject


def get(address: str, **headers: str) -> Any:
    """Ask for an address below the API's, or for a whole one."""
    path = address.removeprefix("http://testserver")
    path = path if path.startswith("/") else f"{BASE}exports/{path}"
    return CLIENT.get(path, headers=headers)


def body(response: HttpResponseBase) -> bytes:
    """Give what was sent, of a file too."""
    return b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]


def manifest() -> Any:
    """Give the manifest of the register as it stands."""
    return orjson.loads(body(get("")))


class ManifestTests(TestCase):
    """What there is to load."""

    def test_every_collection_with_a_table_has_both_forms(self) -> None:
        listed = [(one["collection"], one["format"]) for one in manifest()["files"]]
        self.assertEqual(
            [(name, form) for name in exported() for form in ("jsonl", "csv")], listed
        )
        self.assertIn(("documents", "jsonl"), listed)
        self.assertNotIn(("laws", "jsonl"), listed)

    def test_it_says_where_in_which_log_the_files_stand(self) -> None:
        told = manifest()
        state = standing()
        self.assertEqual(
            (state.log, state.position, state.version),
            (told["log"], told["position"], told["version"]),
        )

    def test_every_file_is_as_the_manifest_says(self) -> None:
        told = manifest()
        for one in told["files"]:
            with self.subTest(one["name"]):
                response = get(one["address"])
                data = body(response)
                digest = hashlib.sha256(data)
                self.assertEqual(200, response.status_code)
                self.assertEqual(one["bytes"], len(data))
                self.assertEqual(str(len(data)), response["Content-Length"])
                self.assertEqual(one["sha256"], digest.hexdigest())
                self.assertEqual(f'"{one["sha256"][:32]}"', response["ETag"])
                encoded = base64.b64encode(digest.digest()).decode()
                self.assertEqual(f"sha-256=:{encoded}:", response["Repr-Digest"])
                self.assertEqual(str(told["position"]), response["R57-Position"])

    def test_who_holds_it_is_told_so(self) -> None:
        make_law()
        tag = get("")["ETag"]
        self.assertEqual(304, get("", **{"If-None-Match": tag}).status_code)
        make_law()
        self.assertEqual(200, get("", **{"If-None-Match": tag}).status_code)


class FileTests(TestCase):
    """One collection in one file."""

    def test_it_holds_every_published_record_in_the_plain_form(self) -> None:
        make_law(state=RecordState.DRAFT, slug="a-draft")
        for name, one in exported().items():
            with self.subTest(name):
                rows = one.published().order_by("slug")
                wanted = b"".join(
                    orjson.dumps(record) + b"\n"
                    for record in sorted(
                        plain_plan(one.serializer).read(rows), key=lambda r: r["slug"]
                    )
                )
                self.assertEqual(wanted, body(get(f"{name}.jsonl")))

    def test_both_forms_hold_the_same(self) -> None:
        make_law(note='=HYPERLINK("http://x")\r\n\u2028"đ",', title="'@Luật, \t2")
        for name, one in exported().items():
            with self.subTest(name):
                lines, table = (
                    [
                        row
                        for _, row in rows_of(
                            io.BytesIO(body(get(f"{name}.{form}"))),
                            form,
                            one.serializer,
                        )
                    ]
                    for form in ("jsonl", "csv")
                )
                self.assertEqual(lines, table)

    def test_a_csv_file_opens_as_utf8_with_its_members_named(self) -> None:
        data = body(get("documents.csv"))
        header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(
            plain_plan(exported()["documents"].serializer).names, (*header,)
        )

    def test_the_types_are_those_of_the_forms(self) -> None:
        for form, kind in (
            ("jsonl", "application/jsonl"),
            ("csv", "text/csv; charset=utf-8; header=present"),
        ):
            response = get(f"subjects.{form}")
            self.assertEqual(kind, response["Content-Type"])
            self.assertIn(f'"subjects.{form}"', response["Content-Disposition"])
            body(response)

    def test_who_holds_a_file_is_told_so(self) -> None:
        tag = get("subjects.csv")["ETag"]
        make_law()
        response = get("subjects.csv", **{"If-None-Match": tag})
        self.assertEqual((304, b""), (response.status_code, body(response)))
        self.assertEqual(str(standing().position), response["R57-Position"])
        make_subject()
        again = get("subjects.csv", **{"If-None-Match": tag})
        self.assertEqual(200, again.status_code)
        body(again)

    def test_head_sends_the_head_alone(self) -> None:
        response = CLIENT.head(f"{BASE}exports/subjects.csv")
        self.assertEqual((200, b""), (response.status_code, body(response)))
        self.assertGreater(int(response["Content-Length"]), 100)


class PositionTests(TestCase):
    """A mirror that began with a manifest gets the files of that manifest."""

    def test_addresses_serve_while_the_register_goes_on(self) -> None:
        first = manifest()
        wanted = {one["address"]: one["sha256"] for one in first["files"]}
        for _ in range(3):
            make_law()
            self.assertNotEqual(first["position"], manifest()["position"])
        for address, digest in wanted.items():
            found = hashlib.sha256(body(get(address))).hexdigest()
            self.assertEqual(digest, found)

    def test_a_draft_changes_no_file_and_no_position(self) -> None:
        first = manifest()
        make_law(state=RecordState.DRAFT)
        second = manifest()
        self.assertGreater(second["version"], first["version"])
        self.assertEqual(first["files"], second["files"])

    def test_old_files_are_removed_and_said_to_be_gone(self) -> None:
        address = manifest()["files"][0]["address"]
        for _ in range(editions.KEPT):
            make_subject()
            manifest()
        response = get(address)
        problem = orjson.loads(body(response))
        self.assertEqual((410, "export_gone"), (response.status_code, problem["code"]))
        self.assertIn("/api/v1/exports/", problem["detail"])
        kept = list(Path(settings.EXPORTS_DIR).glob("[!.]*"))
        self.assertEqual(editions.KEPT, len(kept))

    def test_a_file_that_is_being_read_is_read_to_its_end(self) -> None:
        first = manifest()["files"][0]
        response = get(first["address"])
        for _ in range(editions.KEPT):
            make_subject()
            manifest()
        self.assertEqual(first["sha256"], hashlib.sha256(body(response)).hexdigest())

    def test_the_position_of_another_log_is_not_found(self) -> None:
        beyond = standing().position + 1
        for position in (beyond, 2**63 - 1):
            response = get(f"documents.jsonl?position={position}")
            self.assertEqual(404, response.status_code)
            self.assertIn("/api/v1/exports/", response.json()["detail"])

    def test_the_position_at_hand_needs_no_manifest(self) -> None:
        make_law()
        position = standing().position
        response = get(f"laws.jsonl?position={position}".replace("laws", "documents"))
        self.assertEqual(str(position), response["R57-Position"])
        body(response)

    def test_a_register_that_was_set_back_gets_files_of_its_own(self) -> None:
        with transaction.atomic():
            make_subject(slug="lost", name="Đã mất")
            before = standing()
            self.assertIn(b'"lost"', body(get("subjects.jsonl")))
            transaction.set_rollback(True)
        make_subject(slug="other", name="Khác")
        after = standing()
        self.assertEqual(
            (before.log, before.position, before.version),
            (after.log, after.position, after.version),
        )
        self.assertNotIn(b'"lost"', body(get("subjects.jsonl")))


class RefusedTests(TestCase):
    """What is no export, or cannot be made."""

    def test_an_unknown_export_is_told_what_there_is(self) -> None:
        for name in (
            "laws.jsonl",
            "nothing.csv",
            "documents.xlsx",
            "documents/",
            "a/b",
        ):
            with self.subTest(name):
                response = get(name)
                self.assertEqual(404, response.status_code)
                detail = response.json()["detail"]
                for told in (".jsonl, .csv", "documents, ", "delegations"):
                    self.assertIn(told, detail)

    def test_a_wrong_question_gets_no_file(self) -> None:
        for query in ("position=", "position=x", "position=-1", "since=3"):
            with self.subTest(query):
                self.assertEqual(400, get(f"documents.csv?{query}").status_code)
        self.assertEqual(400, get("?position=3").status_code)

    def test_other_methods_are_refused(self) -> None:
        for name in ("", "documents.csv", "documents.xlsx"):
            response = CLIENT.post(f"{BASE}exports/{name}")
            self.assertEqual(
                (405, "GET"), (response.status_code, response["Allow"][:3])
            )

    def test_another_format_is_not_acceptable(self) -> None:
        response = get("documents.csv", Accept="application/xml")
        self.assertEqual(406, response.status_code)

    def test_a_database_that_fails_is_told_before_the_first_byte(self) -> None:
        make_subject()
        fails = patch.object(editions, "write_collection", side_effect=broken())
        with fails, self.assertLogs("policies.common.api.errors"):
            response = get("documents.jsonl")
        self.assertEqual(503, response.status_code)
        self.assertEqual(200, get("documents.jsonl").status_code)

    def test_a_disk_that_is_full_is_told_too(self) -> None:
        make_subject()
        fails = patch.object(editions, "write_collection", side_effect=OSError(28))
        with fails, self.assertLogs("policies.api.exports"):
            response = get("documents.jsonl")
        self.assertEqual((503, "60"), (response.status_code, response["Retry-After"]))
        self.assertEqual("storage_full", response.json()["code"])


def broken() -> OperationalError:
    """Make the error of a database that is not there any more."""

    class ServerGoneError(Exception):
        pgcode = None

    error = OperationalError("server closed the connection unexpectedly")
    error.__cause__ = ServerGoneError()
    return error


class OnceTests(TestCase):
    """A state is written once."""

    def test_a_second_request_reads_no_record(self) -> None:
        make_document()
        manifest()
        with self.assertNumQueries(1):
            body(get("documents.csv"))

    def test_what_a_writer_left_unfinished_is_no_edition(self) -> None:
        make_subject()
        fails = patch.object(Path, "rename", side_effect=OSError(28))
        with fails, self.assertLogs("policies.api.exports"):
            get("")
        self.assertEqual(200, get("").status_code)
