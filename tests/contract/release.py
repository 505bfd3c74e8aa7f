"""The OpenAPI document of the last release, and what the changelog says since.

``python -m tests.contract.release`` writes ``tests/contract/released.json`` anew from
the snapshot; do so when a version is released, and at no other time: until then every
break with it must be named in the changelog.
"""

import json
import re
import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from tests.contract.breaking import Break
from tests.contract.snapshot import SNAPSHOT

RELEASED = Path(__file__).with_name("released.json")
CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"

UNRELEASED = re.compile(r"^## Unreleased\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BREAKING = re.compile(r"^### Breaking\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
SUBJECT = re.compile(r"`([^`]+)`")
WORDS = {"description", "summary"}


def recorded_subjects(changelog: str) -> list[str]:
    """Give what stands in backticks under Breaking of the unreleased section."""
    unreleased = UNRELEASED.search(changelog)
    breaking = BREAKING.search(unreleased[1]) if unreleased else None
    return SUBJECT.findall(breaking[1]) if breaking else []


def unrecorded(found: Iterable[Break], changelog: str) -> list[Break]:
    """Give the breaks that the changelog does not name.

    A subject may hold ``*``, as in ``list*(issuer)``; alone it names nothing.
    """
    subjects = [one for one in recorded_subjects(changelog) if one.strip("*")]
    return [
        one
        for one in found
        if not any(fnmatchcase(one.subject, subject) for subject in subjects)
    ]


def released() -> dict[str, Any]:
    """Read the document of the last release."""
    document: dict[str, Any] = json.loads(RELEASED.read_text("utf-8"))
    return document


def bare(node: Any) -> Any:
    """Leave out the words and examples, which break nothing."""
    if isinstance(node, list):
        return [bare(one) for one in node]
    if isinstance(node, dict):
        return {
            name: bare(value)
            for name, value in node.items()
            if not (name == "example" or (name in WORDS and isinstance(value, str)))
        }
    return node


def main() -> int:
    """Take the snapshot as the document of the release."""
    document = bare(json.loads(SNAPSHOT.read_text("utf-8")))
    RELEASED.write_text(json.dumps(document, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{RELEASED.name} is version {document['info']['version']}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
