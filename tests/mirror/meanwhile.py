"""Editions made while others write or ask, told as JSON; on a database of its own."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import orjson
from django.db import connection

from policies.common.exports import editions
from policies.common.exports.editions import Edition, current_edition, write_edition
from policies.common.exports.isolation import one_snapshot
from policies.services.exporting import standing
from tests.factories import make_subject

WAITED = 10  # seconds, after which a writer is said to be held up


def write(slug: str) -> int:
    """Write a record on a connection of one's own; give the position after it."""
    try:
        make_subject(slug=slug)
        return standing().position
    finally:
        connection.close()


def ask() -> str:
    """Ask for the current edition on a connection of one's own."""
    try:
        return current_edition(standing).folder.name
    finally:
        connection.close()


def main() -> None:
    """Write within a snapshot, and ask from several threads at once."""
    with ThreadPoolExecutor() as pool, TemporaryDirectory() as root:
        folder = Path(root) / "edition"
        with one_snapshot():
            state = standing()
            after = pool.submit(write, "meanwhile").result(WAITED)
            write_edition(folder, state)
        edition = Edition.read(folder)
        told = {
            "before": state.position,
            "after": after,
            "shown": edition.position,
            "holds": "meanwhile" in (folder / "subjects.jsonl").read_text(),
        }
        with patch.object(editions, "write_edition", wraps=write_edition) as made:
            asked = [pool.submit(ask) for _ in range(6)]
            told["editions"] = len({one.result() for one in asked})
            told["made"] = made.call_count
    sys.stdout.write(orjson.dumps(told).decode())
