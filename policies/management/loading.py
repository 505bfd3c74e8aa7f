"""Loading the register: every row through the shape and the service of its kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rest_framework import serializers

from policies.common.api.errors import body_faults
from policies.common.api.serializers import parts_of
from policies.common.collections import Collection
from policies.common.models import RecordState
from policies.common.turns import in_turn
from policies.management.fixtures import (
    FixtureError,
    FixtureRow,
    file_name,
    in_order,
    read_file,
)
from policies.services import Outcome
from policies.services.promises import broken_promises
from policies.writing.ordering import loading_order
from policies.writing.record import Shape, write_record

REASON = "load_register"


@dataclass
class Loaded:
    """What a load did, by collection, and what it refused."""

    outcomes: dict[str, Counter[Outcome]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def note(self, name: str, outcome: Outcome) -> None:
        """Count one record."""
        self.outcomes.setdefault(name, Counter())[outcome] += 1

    def total(self, outcome: Outcome) -> int:
        """Count the records with an outcome."""
        return sum(counter[outcome] for counter in self.outcomes.values())


@in_turn()
def load(folder: Path) -> Loaded:
    """Load every file of a folder, all or nothing.

    Raises:
        FixtureError: with every fault found; nothing is written then.

    """
    collections = loading_order()
    loaded = Loaded(faults=strangers(folder, collections))
    cited: list[tuple[Collection, str, list[FixtureRow]]] = []
    for collection in collections:
        path = folder / file_name(collection)
        if path.exists():
            for row in in_order(collection, read_file(path)):
                citations = row.pop("citations", None) or []
                where = f"{path.name}: {row['slug']}"
                if load_row(collection.serializer, row, where, loaded):
                    cited.append((collection, row["slug"], citations))
    for collection, slug, citations in cited:
        _load_citations(collection, slug, citations, loaded)
    if not loaded.faults:
        loaded.faults += [
            f"measures.yaml: {broken.measure.slug}: {' '.join(fault.messages)}"
            for broken in broken_promises()
            for fault in broken.faults
        ]
    if loaded.faults:
        raise FixtureError(loaded.faults)
    return loaded


def strangers(folder: Path, collections: Sequence[Collection]) -> list[str]:
    """Name the files that belong to no collection."""
    known = {file_name(one) for one in collections}
    return [
        f"{path.name}: no collection has this file"
        for path in sorted(folder.glob("*.yaml"))
        if path.name not in known
    ]


def _load_citations(
    collection: Collection, slug: str, citations: list[FixtureRow], loaded: Loaded
) -> None:
    declared = parts_of(collection.serializer)
    if not citations or declared is None:
        return
    key = declared.Meta.keys["citations"]
    child: Any = declared.fields["citations"]
    shape: Shape = type(child.child)
    for number, citation in enumerate(citations, start=1):
        row: FixtureRow = {"agrees": "claimed_value" not in citation} | citation
        typed = "record_type" in child.child.fields
        row |= {"record_type": key, "record": slug} if typed else {key: slug}
        row["slug"] = f"{key.replace('_', '-')}-{slug}-c{number}"
        where = f"{file_name(collection)}: {slug}: citation {number}"
        load_row(shape, row, where, loaded)


def load_row(shape: Shape, row: FixtureRow, where: str, loaded: Loaded) -> bool:
    """Load one row; note what it did, or what is wrong with it."""
    model: Any = shape.Meta.model
    stored = model._default_manager.filter(slug=row["slug"]).first()
    data = {"state": RecordState.PUBLISHED} | row
    try:
        written = write_record(shape, data, stored=stored, reason=REASON)
    except serializers.ValidationError as error:
        loaded.faults += [
            f"{where}: {fault.pointer.strip('/') or 'record'}: {fault.detail}"
            for fault in body_faults(error.detail)
        ]
        return False
    loaded.note(model._meta.model_name, written.outcome)
    return True
