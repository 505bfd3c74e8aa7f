"""The API, served on a socket, against its own OpenAPI document.

Every operation is called with data that nobody thought of, valid and not, and each
answer is held against all checks of schemathesis: no failure of the server, only
documented statuses, types, headers and shapes, invalid requests refused, valid ones
accepted. ``tests/contract/hooks.py`` says what is kept out of the data, and why.

- *Any query*: all parameters of every operation, a few requests each.
- *Edges*: each parameter at its bounds and beyond them, once; where another operation
  declares the very same parameter, it is not tried again. Filters that compare in one
  way (``__gte``, ``__isnull`` ...) what is of one schema are read by one piece of code,
  and so are tried once for each way and schema; ``tests/api/test_filters.py`` and
  ``test_joined_filters.py`` ask all of them.
- *Writes*: all that needs a token, with one that may publish. What was made up seldom
  fits the register, so ``tests/contract/writes.toml`` says what else may be answered.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import TestCase

import pytest

from tests.contract.whole import whole
from tests.served import serving

ROOT = Path(__file__).resolve().parents[2]
ANY_QUERY = ("--phases", "examples,fuzzing", "--max-examples", "4")
EDGES = ("--phases", "coverage")
WRITES = ("--phases", "examples,fuzzing", "--max-examples", "3")
ALLOWED = Path(__file__).with_name("writes.toml")
ALWAYS = (
    "--checks",
    "all",
    "--workers",
    "2",
    "--generation-deterministic",
    "--continue-on-failure",
    "--suppress-health-check",
    "all",  # about the speed of making data up, not about the API
    "--no-color",
)
TESTED = re.compile(r"^  Tested: (\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Served:
    """A register that is served: where, and a token that may write and publish."""

    address: str
    token: str


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """Serve the register while this module needs it."""
    with serving("schemathesis") as (address, environment):
        command = [sys.executable, "manage.py", "issue_token", "partner", "Portal"]
        issued = subprocess.run(  # noqa: S603
            [*command, "--publish"],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        yield Served(address, issued.stdout.strip())


def part(*, by_token: bool) -> dict[str, Any]:
    """Give the document with the operations that need a token, or with the others."""
    document: dict[str, Any] = json.loads(json.dumps(whole()))
    kept = {
        path: {
            method: one
            for method, one in operations.items()
            if ("security" in one) is by_token
        }
        for path, operations in document["paths"].items()
    }
    document["paths"] = {path: those for path, those in kept.items() if those}
    return document


def schemathesis(
    document: Path, server: Served, options: tuple[str, ...], config: Path | None = None
) -> str:
    """Run it over all operations of a document.

    Raises:
        AssertionError: an answer was not what the document says.

    """
    program = str(Path(sys.executable).with_name("schemathesis"))
    configured = ["--config-file", str(config)] if config else []
    command = [program, *configured, "run", str(document), "--url", server.address]
    run = subprocess.run(  # noqa: S603
        [*command, *options, *ALWAYS],
        cwd=document.parent,
        env=os.environ
        | {"SCHEMATHESIS_HOOKS": "tests.contract.hooks", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def read_alike(parameter: dict[str, Any]) -> str:
    """Name what reads a parameter: its own name, or how a filter compares; a schema."""
    name = parameter["name"]
    return json.dumps([name.rpartition("__")[2], parameter["schema"]])


def each_parameter_once() -> dict[str, Any]:
    """Give the document without optional parameters like those declared before."""
    document = part(by_token=False)
    known: set[str] = set()
    for path in document["paths"].values():
        for operation in path.values():
            kept = []
            for parameter in operation.get("parameters", ()):
                if parameter.get("required") or read_alike(parameter) not in known:
                    kept.append(parameter)
                known.add(read_alike(parameter))
            operation["parameters"] = kept
    return document


def beside_writes(document: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Declare the operations that need a token too, and name them.

    Else their methods would be taken for methods that the addresses refuse.
    """
    names = []
    for path, operations in part(by_token=True)["paths"].items():
        document["paths"].setdefault(path, {}).update(operations)
        names += [one["operationId"] for one in operations.values()]
    return document, names


def assert_every_operation_was_called(told: str, *, by_token: bool = False) -> None:
    called = part(by_token=by_token)
    operations = sum(len(path) for path in called["paths"].values())
    found = TESTED.search(told)
    assert found, told
    assert int(found[1]) == operations, told


def test_any_query_is_answered_as_documented(server: Served, tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(part(by_token=False)), encoding="utf-8")
    told = schemathesis(document, server, ANY_QUERY)
    assert_every_operation_was_called(told)


def test_each_parameter_is_answered_as_documented_at_its_edges(
    server: Served, tmp_path: Path
) -> None:
    document = tmp_path / "edges.json"
    declared, writes = beside_writes(each_parameter_once())
    document.write_text(json.dumps(declared), encoding="utf-8")
    names = ("--exclude-operation-id-regex", f"^({'|'.join(writes)})$")
    told = schemathesis(document, server, (*EDGES, *names))
    assert_every_operation_was_called(told)


def test_any_write_is_answered_as_documented(server: Served, tmp_path: Path) -> None:
    document = tmp_path / "writes.json"
    document.write_text(json.dumps(part(by_token=True)), encoding="utf-8")
    bearer = ("--header", f"Authorization: Bearer {server.token}")
    told = schemathesis(document, server, (*WRITES, *bearer), ALLOWED)
    assert_every_operation_was_called(told, by_token=True)


class EdgesTests(TestCase):
    """What is left out is declared elsewhere."""

    def test_each_parameter_of_the_document_is_tried_somewhere(self) -> None:
        def declared(document: dict[str, Any]) -> set[str]:
            return {
                read_alike(parameter)
                for path in document["paths"].values()
                for operation in path.values()
                for parameter in operation.get("parameters", ())
            }

        reading = part(by_token=False)
        self.assertEqual(declared(reading), declared(each_parameter_once()))
