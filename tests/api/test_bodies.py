"""Bodies that nobody should send: a clear problem each, and nothing half-written."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.test import TestCase, override_settings
from rest_framework import serializers

from policies.common.api.typed import fits, kind_of
from policies.common.collections import Collection
from policies.models import RegisterVersion
from tests.api.calls import COLLECTIONS
from tests.api.writing import Reply, publisher, subject

ODD: tuple[Any, ...] = (
    0,
    -1,
    2**31,
    2**64,
    10**400,
    1.5,
    1e308,
    True,
    " ",
    "a\x00b",
    "\ud800",
    "\uffff",
    "x" * 100_000,
    "0000-00-00",
    "9999999999999999999.5",
    "NaN",
    [],
    [[]],
    [None],
    ["\ud800"],
    {},
    {"slug": []},
    {"slug": "\x00"},
    {"slug": {"slug": "5g"}},
)
RAW = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"1",
    b"\xff",
    b'{"name": NaN}',
    b"[" * 100_000,
    b'{"name": ' * 5_000 + b"1" + b"}" * 5_000,
    b'{"name": ' + b"1" * 5_000 + b"}",
)
UNCLEAN = ODD[8:13]
RULES = (
    *("required", "allow_null", "max_length", "min_value", "max_value"),
    *("max_digits", "decimal_places"),
)


def how_read(field: serializers.Field[Any, Any, Any, Any]) -> tuple[Any, ...]:
    """Give what members have in common that are read and bounded alike."""
    return (type(field), *(getattr(field, rule, None) for rule in RULES))


def each_kind() -> Iterator[tuple[Collection, str, str]]:
    """Give members of each kind of value that shapes have, each with its kind.

    Of those that are read alike, the members of two shapes are enough.
    """
    seen: Counter[tuple[Any, ...]] = Counter()
    for one in {each.serializer: each for each in COLLECTIONS}.values():
        alike = {
            how_read(field): (one, name, kind_of(field))
            for name, field in one.serializer().fields.items()
            if not field.read_only and name != "slug"
        }
        yield from (member for how, member in alike.items() if seen[how] < 2)
        seen.update(alike.keys())


def kind_is_open(reply: Reply) -> bool:
    """Whether an answer is one that a value of the right kind may have."""
    return reply.status in {200, 400, 409}


class BodyTests(TestCase):
    """What is wrong is said; the register stays as it was."""

    def setUp(self) -> None:
        self.who = publisher()
        self.before = RegisterVersion.objects.values_list("version").get()

    def assert_refused(self, reply: Reply, *codes: str) -> None:
        self.assertEqual(400, reply.status)
        self.assertIn(reply.body["code"], codes)

    def assert_nothing_was_written(self) -> None:
        after = RegisterVersion.objects.values_list("version").get()
        self.assertEqual(self.before, after)

    def test_what_is_no_object_is_refused(self) -> None:
        for raw in RAW:
            for method, address in (
                ("POST", "subjects/"),
                ("PUT", "subjects/moi/"),
                ("PATCH", "subjects/5g/"),
                ("POST", "subjects/5g/merge/"),
            ):
                with self.subTest(raw[:20], method=method, address=address):
                    reply = self.who.send(method, address, raw, if_match="*")
                    self.assert_refused(reply, "malformed_body", "invalid_body")
        self.assert_nothing_was_written()

    def test_a_member_that_is_there_twice_is_refused(self) -> None:
        bulk = b'{"rows": [{"collection": "subjects", "record": %s}]}'
        twice = b'{"name": "A", "name": "B"}'
        for address, raw in (
            ("subjects/", twice),
            ("subjects/", b'{"name": "A", "\\u006eame": "A"}'),
            ("subjects/", b'{"name": "A", "parent": {"slug": "5g", "slug": "ai"}}'),
            ("subjects/", b'{"\\ud800": 1, "\\ud800": 2}'),
            ("bulk/", bulk % twice),
        ):
            with self.subTest(raw):
                reply = self.who.send("POST", address, raw)
                self.assert_refused(reply, "malformed_body")
                self.assertIn("twice", reply.body["detail"])
        self.assert_nothing_was_written()

    def test_a_compressed_body_is_refused(self) -> None:
        raw = json.dumps(subject()).encode()
        for coding, body in (("gzip", gzip.compress(raw)), ("br", raw)):
            reply = self.who.send("POST", "subjects/", body, content_encoding=coding)
            self.assertEqual(415, reply.status)
            self.assertIn("Content-Encoding", reply.body["detail"])
        self.assert_nothing_was_written()
        sent = self.who.send("POST", "subjects/", raw, content_encoding="identity")
        self.assertEqual(201, sent.status)

    def test_an_odd_value_is_refused_in_every_kind_of_member(self) -> None:
        for one, name, kind in each_kind():
            slug = one.published().order_by("slug").values_list("slug", flat=True)[0]
            wrong = [
                f"{str(value)[:30]!r}: {reply.status}"
                for value in ODD
                if not self.is_clear(
                    reply := self.sent(f"{one.name}/{slug}/", name, value),
                    name,
                    proper=value not in UNCLEAN and fits(kind, value),
                )
            ]
            with self.subTest(one.name, member=name):
                self.assertEqual([], wrong)

    def sent(self, address: str, name: str, value: Any) -> Reply:
        """Change one member."""
        body = json.dumps({name: value}).encode()
        return self.who.patch(address, body, if_match="*")

    def is_clear(self, reply: Reply, name: str, *, proper: bool) -> bool:
        """Whether a value was refused at its member, or may have been taken."""
        if proper and kind_is_open(reply):
            return True
        return reply.status == 400 and all(
            pointer.startswith(f"/{name}") for pointer, _code in reply.faults()
        )

    def test_members_that_no_record_has_are_refused(self) -> None:
        for name in ("", "/", "~", "\x00", "\ud800", "titel", "match", "id", "pk"):
            body = json.dumps(subject() | {name: 1}).encode()
            reply = self.who.post("subjects/", body)
            self.assert_refused(reply, "invalid_body")
            self.assertEqual({"unknown_member"}, {code for _at, code in reply.faults()})
        self.assert_nothing_was_written()

    def test_members_that_are_only_read_are_ignored(self) -> None:
        data = subject(created_at="?", modified_at=3)
        reply = self.who.post("subjects/", data)
        self.assertEqual(201, reply.status)
        self.assertNotIn("?", reply.body["created_at"])

    def test_a_body_that_is_too_large_is_not_read(self) -> None:
        for method, address in (("POST", "subjects/"), ("PUT", "subjects/moi/")):
            reply = self.who.send(method, address, b"{" + b" " * 6_000_000)
            self.assertEqual(
                (413, "body_too_large"), (reply.status, reply.body["code"])
            )

    @override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10)
    def test_a_token_is_asked_for_before_the_body_is_read(self) -> None:
        reply = publisher().post("subjects/", subject())
        self.assertEqual(413, reply.status)
        anonymous = self.client.post(
            "/api/v1/subjects/", subject(), content_type="application/json"
        )
        self.assertEqual(401, anonymous.status_code)

    def test_a_body_that_is_no_json_is_refused(self) -> None:
        response = self.client.post(
            "/api/v1/subjects/",
            {"name": "x"},
            HTTP_AUTHORIZATION=f"Bearer {self.who.text}",
        )
        self.assertEqual(415, response.status_code)

    def test_a_query_that_no_write_takes_is_refused(self) -> None:
        for query in ({"fields": "slug"}, {"as_of": "2025-01-01"}, {"force": "true"}):
            reply = self.who.post("subjects/", subject(), query=query)
            self.assert_refused(reply, "invalid_query")
        self.assert_nothing_was_written()

    def test_fields_of_shapes_are_all_of_a_known_kind(self) -> None:
        text = (
            serializers.CharField,
            serializers.ChoiceField,
        )
        for one in COLLECTIONS:
            for name, field in one.serializer().fields.items():
                if not field.read_only and kind_of(field) == "text":
                    self.assertIsInstance(field, text, f"{one.name}.{name}")
