"""Registers from before the log: the migrations tell what was public already."""

from importlib import import_module

from django.apps import apps
from django.test import TestCase

from policies.common.api.searched import searched
from policies.common.models import Record, RecordState
from policies.migrations._change_log import fill
from policies.models import Change
from policies.services import save_record
from tests.api.test_changes_replay import Mirror, public
from tests.factories import make_delegation, make_provision, make_subject

TABLES = {
    app: import_module(f"{app}.migrations.{name}").TABLES
    for app, name in (
        ("policies", "0008_fill_change_log"),
        ("decrees", "0006_fill_change_log"),
    )
}

NEWER = {"conditions", "example-values", "measure-inputs", "worked-examples"}
"""Collections that came after there was a log: it has told of them from the first."""


def refill() -> None:
    """Forget the log, and fill it as the migrations do."""
    Change.objects.all().delete()
    for app, tables in TABLES.items():
        fill(apps, app, tables)


def told(record: Record) -> list[str]:
    """Give what the log says happened to a record, in order."""
    entries = Change.objects.filter(slug=record.slug).order_by("sequence")
    return [entry.kind for entry in entries]


def put(record: Record, *states: str) -> None:
    """Save a record in one state after the other."""
    for state in states:
        record.state = state
        save_record(record)


class FillTests(TestCase):
    """What the log holds after the migrations."""

    def test_every_collection_is_told(self) -> None:
        named = [name for tables in TABLES.values() for _model, name in tables]
        self.assertEqual(sorted(set(searched()) - NEWER), sorted(named))

    def test_replaying_it_gives_what_is_public(self) -> None:
        put(make_subject(), RecordState.WITHDRAWN)
        refill()
        mirror = Mirror()
        mirror.poll()
        held = {key: row for key, row in public().items() if key[0] not in NEWER}
        self.assertEqual(held, mirror.records)
        sequences = [entry["sequence"] for entry in mirror.entries]
        self.assertEqual(list(range(1, len(sequences) + 1)), sequences)

    def test_each_public_record_is_created_once(self) -> None:
        delegation = make_delegation()
        put(delegation, RecordState.WITHDRAWN, RecordState.PUBLISHED)
        refill()
        self.assertEqual(["create"], told(delegation))
        entry = Change.objects.get(slug=delegation.slug)
        self.assertEqual(delegation.created_at, entry.at)

    def test_what_was_public_and_is_withdrawn_is_told_so(self) -> None:
        subject, undone = make_subject(), make_subject()
        put(subject, RecordState.WITHDRAWN)
        put(undone, RecordState.DRAFT)
        refill()
        self.assertEqual(["create", "withdraw"], told(subject))
        self.assertEqual(["create", "withdraw"], told(undone))

    def test_what_was_never_public_does_not_show(self) -> None:
        draft, dropped = make_subject(state="draft"), make_subject(state="draft")
        put(dropped, RecordState.WITHDRAWN)
        refill()
        self.assertEqual([], told(draft) + told(dropped))

    def test_a_record_comes_after_those_it_refers_to(self) -> None:
        part = make_provision()
        above = make_provision(document=part.document, level="chapter", label="XXI")
        part.parent = above
        save_record(part)
        refill()
        order = {one.slug: one.sequence for one in Change.objects.all()}
        self.assertLess(order[part.document.slug], order[above.slug])
        self.assertLess(order[above.slug], order[part.slug])
