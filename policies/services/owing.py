"""What agencies owe: records of any collection that says how it is owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db.models import BooleanField, Case, Value, When

from policies.common.collections import Collection
from policies.common.registry import registered
from policies.models import Agency

MOST_OWED = 1000


@dataclass(frozen=True)
class Owed:
    """One record that an agency owes on a day; ``late`` if it should be done by now."""

    collection: str
    pk: int
    slug: str
    label: str
    label_en: str
    document: str | None
    number: str | None
    due_on: date | None
    due_precision: str
    late: bool


def owed_by(agency: Agency, day: date) -> tuple[list[Owed], bool]:
    """Give what an agency owes on a day, what is late first, then as it falls due.

    The second value tells whether there is more than ``MOST_OWED`` in a collection.
    One query for each collection that is owed; nothing here knows which these are.
    """
    found: list[Owed] = []
    more = False
    for collection in registered():
        if collection.debt is not None:
            rows = list(_rows(collection, agency, day))
            more = more or len(rows) > MOST_OWED
            found += rows[:MOST_OWED]
    found.sort(key=attrgetter("slug"))
    found.sort(key=lambda one: (not one.late, one.due_on or date.max))
    return found, more


def _rows(collection: Collection, agency: Agency, day: date) -> Iterator[Owed]:
    """Read the public records of one collection that an agency owes, and one more."""
    debt, named = collection.debt, collection.label
    if debt is None:
        return
    late = When(debt.late(day), then=Value(True))  # noqa: FBT003 - SQL's
    records = collection.published().filter(debt.owed(day), **{debt.agency: agency})
    rows = records.annotate(
        late=Case(late, default=Value(False), output_field=BooleanField())  # noqa: FBT003
    ).order_by("due_on_order", "slug")
    columns = ("pk", "slug", named.vi, named.en, "document__slug", "document__number")
    dated = ("due_on", "due_precision", "late")
    for row in rows.values_list(*columns, *dated)[: MOST_OWED + 1]:
        yield Owed(collection.name, *row)
