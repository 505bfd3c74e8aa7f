"""A snapshot and the log after it give the next snapshot, byte by byte."""

from datetime import date
from typing import Any

import orjson
from django.test import TestCase

from policies.common.models import RecordState
from policies.models import Document, Subject
from policies.services import save_record
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from tests.api.calls import BASE, CLIENT, ask
from tests.factories import make_law, make_measure, make_subject

Held = dict[tuple[str, str], bytes]


def snapshot() -> tuple[int, dict[str, bytes]]:
    """Give the position of the exports, and each file of JSON Lines."""
    manifest = ask("exports/").body
    files = {
        one["collection"]: b"".join(CLIENT.get(one["address"]))
        for one in manifest["files"]
        if one["format"] == "jsonl"
    }
    return manifest["position"], files


def taken(files: dict[str, bytes]) -> Held:
    """Read files into a mirror."""
    return {
        (name, orjson.loads(line)["slug"]): line
        for name, data in files.items()
        for line in data.splitlines(keepends=True)
    }


def replay(held: Held, position: int, size: int = 7) -> int:
    """Apply the log to a mirror; give the position it then stands at."""
    address = f"{BASE}changes/?after={position}&include=record&page_size={size}"
    while address:
        page: Any = orjson.loads(CLIENT.get(address).content)
        for change in page["results"]:
            key = change["collection"], change["slug"]
            held.pop(key, None)
            if change["record"] is not None:
                held[key] = orjson.dumps(change["record"]) + b"\n"
            position = change["sequence"]
        address = page["next"]
    return position


def written(held: Held, name: str) -> bytes:
    """Write a collection of a mirror as its export is written."""
    keys = sorted(key for key in held if key[0] == name)
    return b"".join(held[key] for key in keys)


class ReplayTests(TestCase):
    """The log tells all that the files show."""

    def test_the_log_from_its_beginning_gives_the_snapshot(self) -> None:
        held: Held = {}
        last = replay(held, 0, 200)
        position, files = snapshot()
        self.assertEqual(position, last)
        self.compare(files, held)

    def test_a_snapshot_and_the_log_after_it_give_the_next(self) -> None:
        kept, gone = make_subject(slug="kept"), make_subject(slug="gone")
        law = make_law(slug="changing", subjects=[gone])
        make_measure(document=law, subjects=[gone])
        draft = make_subject(slug="draft", state=RecordState.DRAFT)
        position, files = snapshot()
        held = taken(files)
        for happening in (
            lambda: make_law(title='"Luật" \\ \r\n\t\u2028 đ 🇻🇳 \x7f'),
            lambda: self.change(law, title="Luật đã sửa", issued_on=date(2025, 2, 3)),
            lambda: save_record(law, lists={"subjects": [kept, gone]}),
            lambda: self.change(draft, state=RecordState.PUBLISHED),
            lambda: merge_records(gone, kept),
            lambda: self.change(draft, state=RecordState.WITHDRAWN),
            lambda: self.change(draft, state=RecordState.PUBLISHED),
            lambda: delete_record(draft),
            self.all_at_once,
        ):
            with self.subTest(happening):
                happening()
                position = replay(held, position)
                wanted, files = snapshot()
                self.assertEqual(wanted, position)
                self.compare(files, held)

    def compare(self, files: dict[str, bytes], held: Held) -> None:
        """Compare a snapshot with a mirror."""
        for name, data in files.items():
            self.assertEqual(data, written(held, name))
        self.assertEqual(len(taken(files)), len(held))

    def change(self, record: Any, **members: Any) -> None:
        """Save a record with other members."""
        for name, value in members.items():
            setattr(record, name, value)
        save_record(record)

    def all_at_once(self) -> None:
        """Change more records than one page of the log tells."""
        for model in (Document, Subject):
            for record in model.objects.filter(state=RecordState.PUBLISHED)[:9]:
                self.change(record, note="=1")
