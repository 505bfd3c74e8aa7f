"""Entries for records that were public before there was a change log.

A record that is public gets its creation. One that was public and is no more gets its
withdrawal as well, after all creations. A record comes after those it refers to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from graphlib import TopologicalSorter
from typing import Any

from django.db.models import Max, Min

Table = tuple[str, str]  # a model, and the collection that lists its records
PUBLIC = "published"


@dataclass(frozen=True)
class Entry:
    """What the log is to tell of a record."""

    kind: str
    collection: str
    slug: str
    at: datetime


def fill(apps: Any, app: str, tables: Sequence[Table]) -> None:
    """Add the entries of an app's tables, which come in the order of references."""
    created: list[Entry] = []
    withdrawn: list[Entry] = []
    for model, collection in tables:
        past = apps.get_model(app, f"Historical{model}").objects
        shown = published(past)
        for row in referred_first(apps.get_model(app, model)):
            if row.state == PUBLIC or row.pk in shown:
                at = shown.get(row.pk, row.created_at)
                created.append(Entry("create", collection, row.slug, at))
            if row.state != PUBLIC and row.pk in shown:
                at = row.modified_at
                withdrawn.append(Entry("withdraw", collection, row.slug, at))
    write(apps.get_model("policies", "Change"), [*created, *withdrawn])


def published(past: Any) -> dict[int, datetime]:
    """Give the time at which each record of a history was first public, by id."""
    shown = past.filter(state=PUBLIC).order_by().values_list("id")
    return dict(shown.annotate(Min("history_date")))


def referred_first(table: Any) -> Iterator[Any]:
    """Give the rows of a table, each after those of the same table it refers to."""
    rows = {row.pk: row for row in table.objects.order_by("pk")}
    own = [field.attname for field in table._meta.fields if is_own(field, table)]
    graph = {
        pk: {getattr(row, name) for name in own} & rows.keys()
        for pk, row in rows.items()
    }
    return (rows[pk] for pk in TopologicalSorter(graph).static_order())


def is_own(field: Any, table: Any) -> bool:
    """Tell whether a column refers to the table it stands in."""
    return bool(field.is_relation and field.related_model is table)


def write(log: Any, entries: Iterable[Entry]) -> None:
    """Add entries to the log, numbered on from its last one."""
    last = log.objects.aggregate(last=Max("sequence"))["last"] or 0
    log.objects.bulk_create(
        (
            log(sequence=sequence, **asdict(entry))
            for sequence, entry in enumerate(entries, start=last + 1)
        ),
        batch_size=1000,
    )
