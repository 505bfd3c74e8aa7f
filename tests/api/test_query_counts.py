"""How many queries an answer costs: pinned, alike on both engines and at any size.

``R57_RECORD=1 pytest tests/api/test_query_counts.py`` writes the numbers anew.
"""

from pathlib import Path

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.api.facets import facets_of
from policies.common.api.parts import parts
from policies.common.collections import Collection
from tests.api.calls import COLLECTIONS, ask
from tests.api.recorded import recorded
from tests.api.records import make_with_parts

COUNTS = Path(__file__).parent.parent / "query_counts.json"
SIZES = (2, 50)


def cost(address: str, query: str = "") -> int:
    """Count the queries of an answer."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = ask(address, query)
    if answer.status != 200:
        raise AssertionError(f"{address}?{query}: {answer.content!r}")
    return len(captured)


def first(collection: Collection) -> str:
    """Name the record that comes first in its list, and has one of each part."""
    return f"0-{collection.name}"


def endpoints(collection: Collection) -> dict[str, tuple[str, str]]:
    """Give what is measured of a collection: its name, address and query."""
    every = ",".join(parts(collection.serializer))
    record = f"{collection.name}/{first(collection)}/"
    asked = {
        "list": (f"{collection.name}/", ""),
        "list with count": (f"{collection.name}/", "count=true"),
        "record": (record, ""),
        "list of public ids": (f"{collection.name}/", "fields=slug"),
        "record with its public id": (record, "fields=slug"),
    }
    if facets := ",".join(facets_of(collection)):
        asked["list with all facets"] = (f"{collection.name}/", f"facets={facets}")
    if every:
        asked["list with all parts"] = (f"{collection.name}/", f"include={every}")
        asked["record with all parts"] = (record, f"include={every}")
    return asked


class QueryCountTests(TestCase):
    """The list and one record of each collection, with and without all their parts."""

    @classmethod
    def setUpTestData(cls) -> None:
        for one in COLLECTIONS:
            make_with_parts(one, first(one))

    def test_a_list_costs_the_same_at_any_size(self) -> None:
        for one in COLLECTIONS:
            for name, (address, query) in endpoints(one).items():
                if name.startswith("list"):
                    few, many = (
                        cost(address, f"page_size={size}&{query}".strip("&"))
                        for size in SIZES
                    )
                    with self.subTest(one.name, endpoint=name):
                        self.assertEqual(few, many)

    def test_the_costs_are_those_on_record(self) -> None:
        found = {
            one.name: {name: cost(*asked) for name, asked in endpoints(one).items()}
            for one in COLLECTIONS
        }
        self.assertEqual(recorded(COUNTS, found), found)
