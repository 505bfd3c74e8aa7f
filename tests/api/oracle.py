"""What a filter ought to find, worked out in plain Python over the whole list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

from policies.common.dates import contains
from policies.common.filters import Day, Declared, Moment, OnDay, Quantity
from policies.filtersets.document import Acts
from policies.models import CITED_RECORDS, Provision
from tests.api.calls import BY_NAME, JSONRecord, records

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "gt": gt,
    "gte": ge,
    "lt": lt,
    "lte": le,
}
HAVING_EFFECT = {"in_force", "partly_ended"}
LIFE_SPANS = {
    "agencies": ("established_on", "dissolved_on"),
}
OWNERS = {"relations": "source", "terms": "measure"}


@dataclass(frozen=True)
class Known:
    """What the rows of one collection do not say themselves."""

    acts: frozenset[tuple[str, str, str]]
    owners: Mapping[str, JSONRecord]
    intervals: Mapping[str, Sequence[JSONRecord]]
    positions: Mapping[str, str]

    @classmethod
    def read(cls) -> "Known":
        """Ask for relations and legal states; positions are not published."""
        acting = records(BY_NAME["relations"])
        documents = records(BY_NAME["documents"], [("include", "legal_states")])
        measures = records(BY_NAME["measures"])
        return cls(
            owners={one["slug"]: one for one in [*documents, *measures]},
            acts=frozenset(
                (one["source"]["slug"], one["type"], one["target"]["slug"])
                for one in acting
            ),
            intervals={
                one["slug"]: one["included"]["legal_states"] for one in documents
            },
            positions=dict(Provision.objects.values_list("slug", "position")),
        )


def values_of(name: str, made: Declared, row: JSONRecord, known: Known) -> set[Any]:
    """Give the values that a filter compares in a row; none if it is unknown."""
    if isinstance(made, Acts):
        slug, act = row["slug"], made.act
        return {
            target
            for source, kind, target in known.acts
            if (source, kind) == (slug, act)
        }
    found: Any = row.get(name)
    if name == "number":
        found = row["number_key"]
    elif name == "legal_state":
        found = row["legal_state"]["state"]
    elif name == "position":
        found = known.positions[row["slug"]]
    elif name in CITED_RECORDS and "record_type" in row:
        found = row["record"] if row["record_type"] == name else None
    members = found if isinstance(found, list) else [found]
    return {_plain(made, one) for one in members if one is not None}


def _plain(made: Declared, value: Any) -> Any:
    """Read a member of a row as the kind of value that its filter compares."""
    if isinstance(value, dict):
        return value["slug"]
    if isinstance(made, Moment):
        return datetime.fromisoformat(value)
    if isinstance(made, Day) and made.suffix != "isnull":
        return date.fromisoformat(value)
    return Decimal(value) if isinstance(made, Quantity) else value


def keeps(made: Declared, found: set[Any], asked: Sequence[Any]) -> bool:
    """Tell whether a filter keeps a row with these values."""
    if made.suffix == "isnull":
        return bool(found) is not asked[0]
    if made.suffix == "n":
        return not found & set(asked)
    if made.suffix:
        return any(COMPARE[made.suffix](one, asked[0]) for one in found)
    return bool(found & set(asked))


def holds(collection: str, row: JSONRecord, day: date, known: Known) -> bool:
    """Answer the question of an ``OnDay`` filter for a row."""
    if collection in LIFE_SPANS:
        start, until = (row[name] for name in LIFE_SPANS[collection])
        return contains(_day(start), _day(until), day)
    if "standing" in row:
        start, until = _life(collection, row, known)
        return start is not None and contains(_day(start), _day(until), day)
    return any(
        one["state"] in HAVING_EFFECT
        and contains(_day(one["starts_on"]), _day(one["until"]), day)
        for one in known.intervals[row["slug"]]
    )


def _life(collection: str, row: JSONRecord, known: Known) -> tuple[Any, Any]:
    """Give the days between which a relation, measure or term is in effect."""
    own = row if collection != "terms" else _of_term(row)
    if collection not in OWNERS:
        return own["effective_on"], own["until"]
    owner = known.owners[row[OWNERS[collection]]["slug"]]
    if collection == "relations":
        adopted = owner["stage"] == "adopted"
        start = own["effective_on"] or owner["effective_on"]
        return start if adopted else None, own["until"]
    return (
        own["effective_on"] or owner["effective_on"],
        own["until"] or owner["until"],
    )


def _of_term(row: JSONRecord) -> JSONRecord:
    return {"effective_on": row["valid_from"], "until": row["valid_until"]}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def questions(made: Declared, values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Choose what to ask a filter for, out of the values that occur."""
    ordered = sorted(values)
    if made.suffix == "isnull":
        return [(True,), (False,)]
    if isinstance(made, OnDay):
        return [(date(year, 3, 1),) for year in (2015, 2024, 2025, 2026)]
    if not ordered:
        return []
    middle = (ordered[len(ordered) // 2],)
    if made.takes_several and len(ordered) > 1:
        return [middle, (ordered[0], ordered[-1])]
    return [middle]


def text_of(name: str, value: Any) -> str:
    """Write a value as a client asks for it."""
    if isinstance(value, bool):
        return str(value).lower()
    if name.partition("__")[0] == "number":
        return str(value).upper().replace("-", " ")
    return value.isoformat() if isinstance(value, date) else str(value)
