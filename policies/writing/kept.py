"""What the register holds already of rows, read many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from policies.common.api.plain import plain_plan
from policies.common.api.rows import JSONRecord
from policies.common.collections import Collection
from policies.writing.cited import ReadRow
from policies.writing.members import plain

Kept = Mapping[tuple[str, str], JSONRecord]


def kept_records(rows: Sequence[ReadRow]) -> Kept:
    """Read the plain records that rows name, by collection and public id."""
    slugs: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.slug:
            slugs[row.collection.name].add(row.slug)
    collections = {row.collection.name: row.collection for row in rows}
    return {
        (name, record["slug"]): record
        for name, wanted in slugs.items()
        for record in plain_records(collections[name], wanted)
    }


def plain_records(collection: Collection, slugs: Iterable[str]) -> list[JSONRecord]:
    """Read what rows would write of these records, as JSON has it."""
    shape = collection.serializer
    chosen = collection.model._default_manager.filter(slug__in=slugs)
    found = orjson.loads(orjson.dumps(plain_plan(shape).read(chosen)))
    return [plain(shape, one) for one in found]


def says_the_same(row: ReadRow, data: Mapping[str, Any], kept: Kept) -> bool:
    """Tell at a glance that a row changes nothing; not to be sure is no."""
    held = kept.get((row.collection.name, row.slug))
    return held is not None and held == plain(row.shape, data)
