"""The public sees published records only, whichever way it asks."""

from typing import Any

from django.test import TestCase

from policies.common.api.parts import parts
from policies.common.collections import Collection
from policies.common.models import RecordState
from policies.models import LegalInterval
from tests.api.calls import COLLECTIONS, ask, slugs
from tests.api.records import make

HIDDEN = (RecordState.DRAFT, RecordState.IN_REVIEW, RecordState.WITHDRAWN)
WORD = "quyxyzzy"


def hide(record: Any, state: str) -> None:
    """Put a record into a state, however it got there."""
    type(record)._default_manager.filter(pk=record.pk).update(state=state)


def total(collection: Collection, query: str = "") -> int:
    """Ask how many records a list has."""
    count: int = ask(f"{collection.name}/", f"count=true&{query}".strip("&")).body[
        "count"
    ]
    return count


class VisibilityTests(TestCase):
    """A record of each collection, in each state that is not public."""

    def test_a_hidden_record_is_not_in_its_list_nor_counted(self) -> None:
        for one in COLLECTIONS:
            before = total(one)
            record = make(one)
            self.assertEqual(before + 1, total(one))
            for state in HIDDEN:
                hide(record, state)
                with self.subTest(one.name, state=state):
                    self.assertNotIn(record.slug, slugs(one))
                    self.assertEqual(before, total(one))
                    self.assertEqual(0, total(one, f"slug={record.slug}"))

    def test_a_hidden_record_is_not_there(self) -> None:
        for one in COLLECTIONS:
            record = make(one)
            self.assertEqual(200, ask(f"{one.name}/{record.slug}/").status)
            for state in HIDDEN:
                hide(record, state)
                with self.subTest(one.name, state=state):
                    answer = ask(f"{one.name}/{record.slug}/")
                    self.assertEqual(404, answer.status)
                    missing = ask(f"{one.name}/no-such-record/")
                    said = answer.body["detail"].replace(record.slug, "no-such-record")
                    self.assertEqual(missing.body["detail"], said)

    def test_a_hidden_record_is_not_found_by_its_words(self) -> None:
        for one in COLLECTIONS:
            record = make(one)
            rows: Any = one.model._default_manager.filter(pk=record.pk)
            rows.update(search_text=f" {WORD} ")
            self.assertEqual([record.slug], slugs(one, [("q", WORD)]))
            for state in HIDDEN:
                hide(record, state)
                with self.subTest(one.name, state=state):
                    self.assertEqual([], slugs(one, [("q", WORD)]))
                    self.assertEqual(0, total(one, f"q={WORD}"))

    def test_a_hidden_record_is_not_included_in_others(self) -> None:
        homes = {one.model: one for one in COLLECTIONS}
        for one in COLLECTIONS:
            owner = make(one)
            for name, part in parts(one.serializer).items():
                if part.model is LegalInterval:
                    continue
                belonging = make(homes[part.model], **{part.key: owner})  # type: ignore[index]
                address, query = f"{one.name}/{owner.slug}/", f"include={name}"
                shown = ask(address, query).body["included"][name]
                self.assertEqual([belonging.slug], [row["slug"] for row in shown])
                for state in HIDDEN:
                    hide(belonging, state)
                    with self.subTest(one.name, include=name, state=state):
                        included = ask(address, query).body["included"]
                        self.assertEqual([], included[name])
                hide(belonging, RecordState.PUBLISHED)
