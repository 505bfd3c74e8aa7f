"""Nothing in the OpenAPI document changes without somebody writing it down."""

from collections.abc import Iterator
from typing import Any

from django.test import TestCase

from policies.common.registry import registered
from r57.api import built, openapi
from r57.openapi import EXAMPLES_FILE, examples
from tests.api.calls import JSONRecord, ask
from tests.api.recorded import RECORDING, recorded, written
from tests.contract.snapshot import EXAMPLES, RENEW, SNAPSHOT
from tests.contract.validation import violations
from tests.contract.whole import whole

SOME_TIME = {
    "created_at": "2025-01-01T00:00:00Z",
    "modified_at": "2025-01-01T00:00:00Z",
}


def live(name: str) -> JSONRecord:
    """Ask for the example record of a collection; its times are any."""
    answer = ask(f"{name}/{EXAMPLES[name]}/")
    if answer.status != 200:
        message = f"{EXAMPLES[name]} is gone from {name}; choose another example."
        raise AssertionError(message)
    record: JSONRecord = answer.body
    return record | SOME_TIME


def component(name: str) -> str:
    """Name the component that the detail of a collection answers with."""
    answers = openapi()["paths"][f"/api/v1/{name}/{{slug}}/"]["get"]["responses"]
    schema: dict[str, Any] = answers["200"]["content"]["application/json"]["schema"]
    return str(schema["$ref"]).rpartition("/")[2]


def differences(before: Any, after: Any, pointer: str = "") -> Iterator[str]:
    """Name the places where two documents differ, as JSON pointers."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted({*before, *after}):
            inner = f"{pointer}/{name.replace('/', '~1')}"
            yield from differences(before.get(name), after.get(name), inner)
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{pointer}: {len(before)} -> {len(after)} items"
        for index, pair in enumerate(zip(before, after, strict=False)):
            yield from differences(*pair, f"{pointer}/{index}")
    elif before != after:
        yield f"{pointer}: {before!r} -> {after!r}"[:300]


class SnapshotTests(TestCase):
    """The document and its examples are the ones in the repository."""

    @classmethod
    def setUpTestData(cls) -> None:
        if RECORDING:
            found = {name: live(name) for name in EXAMPLES}
            EXAMPLES_FILE.write_text(written(found), encoding="utf-8")
            examples.cache_clear()
            built.cache_clear()

    def test_the_document_is_the_one_in_the_snapshot(self) -> None:
        changed = list(differences(recorded(SNAPSHOT, openapi()), openapi()))
        self.assertEqual([], changed[:20], f"If that is meant: {RENEW}")

    def test_every_collection_has_an_example(self) -> None:
        names = {one.name for one in registered()}
        self.assertEqual(names, set(EXAMPLES))
        self.assertEqual(names, set(examples()), f"Renew the examples: {RENEW}")

    def test_an_example_is_what_is_answered(self) -> None:
        for name, example in examples().items():
            with self.subTest(name):
                self.assertEqual(live(name), example, f"If that is meant: {RENEW}")

    def test_an_example_is_what_is_described(self) -> None:
        for name, example in examples().items():
            with self.subTest(name):
                self.assertEqual([], violations(component(name), example))

    def test_an_example_stands_in_the_answer_and_in_the_address(self) -> None:
        for name, example in examples().items():
            operation = whole()["paths"][f"/api/v1/{name}/{{slug}}/"]["get"]
            answer = operation["responses"]["200"]["content"]["application/json"]
            (slug,) = (one for one in operation["parameters"] if one["in"] == "path")
            with self.subTest(name):
                self.assertEqual(example, answer["example"])
                self.assertEqual(example["slug"], slug["example"])
