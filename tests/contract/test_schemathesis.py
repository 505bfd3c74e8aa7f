"""The API, served on a socket, against its own OpenAPI document.

Every operation is called with data that nobody thought of, valid and not, and each
answer is held against all checks of schemathesis: no failure of the server, only
documented statuses, types, headers and shapes, invalid requests refused, valid ones
accepted. ``tests/contract/hooks.py`` says what is kept out of the data, and why.

- *Any query*: all parameters of every operation, a few requests each.
- *Edges*: each parameter at its bounds and beyond them, once; where another operation
  declares the very same parameter, it is not tried again.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import TestCase

import pytest

from r57.api import openapi
from tests.served import served

ROOT = Path(__file__).resolve().parents[2]
ANY_QUERY = ("--phases", "examples,fuzzing", "--max-examples", "4")
EDGES = ("--phases", "coverage")
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


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the register while this module needs it."""
    with served("schemathesis") as base:
        yield base


def schemathesis(document: Path, base: str, options: tuple[str, ...]) -> str:
    """Run it over all operations of a document.

    Raises:
        AssertionError: an answer was not what the document says.

    """
    command = [str(Path(sys.executable).with_name("schemathesis")), "run"]
    run = subprocess.run(  # noqa: S603
        [*command, str(document), "--url", base, *options, *ALWAYS],
        cwd=document.parent,
        env=os.environ
        | {"SCHEMATHESIS_HOOKS": "tests.contract.hooks", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def each_parameter_once() -> dict[str, Any]:
    """Give the document without optional parameters that were declared before."""
    document: dict[str, Any] = json.loads(json.dumps(openapi()))
    known: set[str] = set()
    for path in document["paths"].values():
        for operation in path.values():
            kept = []
            for parameter in operation.get("parameters", ()):
                key = json.dumps([parameter["name"], parameter["schema"]])
                if parameter.get("required") or key not in known:
                    kept.append(parameter)
                known.add(key)
            operation["parameters"] = kept
    return document


def assert_every_operation_was_called(told: str) -> None:
    operations = sum(len(path) for path in openapi()["paths"].values())
    found = TESTED.search(told)
    assert found, told
    assert int(found[1]) == operations, told


def test_any_query_is_answered_as_documented(address: str, tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(openapi()), encoding="utf-8")
    told = schemathesis(document, address, ANY_QUERY)
    assert_every_operation_was_called(told)


def test_each_parameter_is_answered_as_documented_at_its_edges(
    address: str, tmp_path: Path
) -> None:
    document = tmp_path / "edges.json"
    document.write_text(json.dumps(each_parameter_once()), encoding="utf-8")
    told = schemathesis(document, address, EDGES)
    assert_every_operation_was_called(told)


class EdgesTests(TestCase):
    """What is left out is declared elsewhere."""

    def test_each_parameter_of_the_document_is_tried_somewhere(self) -> None:
        def declared(document: dict[str, Any]) -> set[str]:
            return {
                json.dumps([parameter["name"], parameter["schema"]])
                for path in document["paths"].values()
                for operation in path.values()
                for parameter in operation.get("parameters", ())
            }

        self.assertEqual(declared(openapi()), declared(each_parameter_once()))
