"""What is read can be written back unchanged: every record, and both of its forms.

All records in their plain form are written back at once, as rows, by
``tests/management/test_import_register.py``.
"""

from collections.abc import Callable, Iterator

import orjson
from django.test import TestCase

from policies.common.api.conditional import record_etags
from policies.common.api.plain import plain_plan
from policies.common.collections import Collection
from policies.models import Change, RegisterVersion
from tests.api.calls import COLLECTIONS, JSONRecord, records
from tests.api.writing import Bearer, bearer, publisher

SOME = 40  # of each collection

Read = Callable[[Collection], Iterator[JSONRecord]]


def full(collection: Collection) -> Iterator[JSONRecord]:
    """Give the public records of a collection as its list does."""
    yield from records(collection)


def plain(collection: Collection) -> Iterator[JSONRecord]:
    """Give public records of a collection in their plain form, as JSON has it."""
    rows = collection.published().order_by("slug")[:SOME]
    found = plain_plan(collection.serializer).read(rows)
    yield from orjson.loads(orjson.dumps(found))


class WrittenBackTests(TestCase):
    """PUT of what was read, by partners who may publish and who may not."""

    def test_every_record_in_its_full_form(self) -> None:
        self.assert_nothing_changes(publisher(), full)

    def test_records_of_every_collection_in_their_plain_form(self) -> None:
        self.assert_nothing_changes(bearer(), plain)

    def assert_nothing_changes(self, who: Bearer, read: Read) -> None:
        version = RegisterVersion.objects.values().get()
        logged = Change.objects.count()
        for one in COLLECTIONS:
            with self.subTest(one.name):
                stand = {record["slug"]: record for record in full(one)}
                tags = record_etags(one, stand)
                for record in read(one):
                    slug = record["slug"]
                    address = f"{one.name}/{slug}/"
                    reply = who.put(address, record, if_match=tags[slug])
                    self.assertEqual((200, tags[slug]), (reply.status, reply.etag))
                    self.assertEqual(stand[slug], reply.body)
        self.assertEqual(logged, Change.objects.count())
        self.assertEqual(version, RegisterVersion.objects.values().get())
