"""The register's reviewed YAML files: reading them and the order to load them in."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import yaml

from policies.common.collections import Collection

FixtureRow = dict[str, Any]


class FixtureError(Exception):
    """Faults of the files, one line each: file, record, field and remedy."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def file_name(collection: Collection) -> str:
    """Give the file of a collection: ``agency_successions.yaml``."""
    return f"{collection.name.replace('-', '_')}.yaml"


def read_file(path: Path) -> list[FixtureRow]:
    """Read the rows of one file.

    Raises:
        FixtureError: not YAML, not a list of mappings with slugs, or a slug twice.

    """
    try:
        text = path.read_text(encoding="utf-8")
        rows = yaml.load(text, Loader=yaml.CSafeLoader) or []
    except yaml.YAMLError as error:
        raise FixtureError([f"{path.name}: {error}"]) from error
    if not isinstance(rows, list):
        raise FixtureError([f"{path.name}: must be a list of records"])
    faults = [
        f"{path.name}: record {number} has no slug"
        for number, row in enumerate(rows, start=1)
        if not isinstance(row, Mapping) or not isinstance(row.get("slug"), str)
    ]
    if faults:
        raise FixtureError(faults)
    slugs = [row["slug"] for row in rows]
    twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
    if twice:
        raise FixtureError([f"{path.name}: {slug}: stands twice" for slug in twice])
    return rows


def in_order(
    collection: Collection, rows: Iterable[FixtureRow]
) -> Iterator[FixtureRow]:
    """Give rows so that a record comes after those of its own kind it refers to.

    Raises:
        FixtureError: the references go round in a circle.

    """
    model = collection.model
    own = [field.name for field in model._meta.fields if field.related_model is model]
    by_slug = {row["slug"]: row for row in rows}
    graph = {
        slug: {row[name] for name in own if row.get(name) in by_slug}
        for slug, row in by_slug.items()
    }
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = " -> ".join(str(slug) for slug in error.args[1])
        name = file_name(collection)
        raise FixtureError([f"{name}: records refer in a circle: {circle}"]) from error
    return (by_slug[slug] for slug in order)
