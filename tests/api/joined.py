"""What filters across joins ought to find, worked out in plain Python."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from policies.common.dates import Precision, last_day, parse_partial
from policies.common.filters import Declared, InPeriod
from policies.filtersets.chain import IssuedBy, TakingPart, Under
from policies.filtersets.measure import Beneficiary
from policies.filtersets.percent import Percent
from tests.api.calls import COLLECTIONS, JSONRecord, records

KINDS = (Beneficiary, InPeriod, IssuedBy, Percent, TakingPart, Under)
ON_A_DAY = {"overdue_on", "fulfilled_on", "held_on"}
HAVING_EFFECT = {"in_force", "partly_ended"}
CARRYING_OUT = {"implements", "details", "guides", "based_on"}
CONTINUING = {"merged", "renamed", "split"}
DOCUMENTS = frozenset(
    {"documents", "resolutions", "laws", "decrees", "circulars", "decisions"}
)
PERIODS = ("2024", "2025", "2030", "2031", "2025-Q4", "2025-Q1", "2025-02", "2025-12")
DAYS = ("2024-01-01", "2025-02-19", "2026-06-01", "2031-01-01", "9999-12-31")
VALUES: Mapping[str, Sequence[tuple[str, ...]]] = {
    "under": [
        *(("57-nq-tw",), ("193-2025-qh15",), ("93-2025-qh15", "64-2025-qh15")),
        ("nowhere",),
    ],
    "issued_by": [
        ("ministry-of-science-and-technology",),
        ("ministry-of-information-and-communications",),
        ("ministry-of-science-and-technology-until-2025", "prime-minister"),
        ("national-assembly", "politburo", "government"),
        ("ministry-of-foreign-affairs",),
    ],
    "agency": [("ministry-of-science-and-technology",), ("government", "viettel")],
    "beneficiary": [("researchers",), ("research-organisations", "researchers")],
    "percent": [("15",), ("15%", "30")],
    "percent__gt": [("15",)],
    "percent__gte": [("15",), ("15%",), ("0.5%",)],
    "percent__lt": [("30%",), ("100",)],
    "percent__lte": [("30",)],
}


def joined(name: str, made: Declared) -> bool:
    """Whether a filter is one of those held here."""
    return isinstance(made, KINDS) or name in ON_A_DAY


def asked(name: str, made: Declared) -> Sequence[tuple[str, ...]]:
    """Choose what to ask a filter for."""
    if isinstance(made, InPeriod):
        return [*((one,) for one in PERIODS), ("2024", "2025-Q1")]
    if name in ON_A_DAY:
        return [(one,) for one in DAYS]
    return VALUES[name]


@dataclass(frozen=True)
class Register:
    """All published rows of all lists."""

    rows: Mapping[str, Sequence[JSONRecord]]

    @classmethod
    def read(cls) -> "Register":
        """Ask for every list."""
        states = [("include", "legal_states")]
        return cls(
            {
                one.name: records(one, states if one.name == "documents" else ())
                for one in COLLECTIONS
            }
        )

    def state_on(self, document: JSONRecord | None, day: date) -> str:
        """Give the legal state of a document on a day, as its intervals tell it."""
        if document is None:
            return ""
        owner = self.by_slug("documents", document["slug"])
        found = (
            one["state"]
            for one in (owner["included"]["legal_states"] if owner else ())
            if (one["starts_on"] or "") <= str(day) < (one["until"] or "9999-99")
        )
        return next(found, "")

    def by_slug(self, collection: str, slug: str | None) -> JSONRecord | None:
        """Find a row by its public id."""
        found = (one for one in self.rows[collection] if one["slug"] == slug)
        return next(found, None)

    def below(self, slugs: Sequence[str]) -> set[str]:
        """Walk down from documents to all that carry them out."""
        links = [
            (one["target"]["slug"], one["source"]["slug"])
            for one in self.rows["relations"]
            if one["type"] in CARRYING_OUT
        ]
        held = {one["slug"] for one in self.rows["documents"]}
        return _closure(held & set(slugs), links)

    def same(self, slugs: Sequence[str]) -> set[str]:
        """Walk from agencies to all they came from and to all they became."""
        links = [
            (one["predecessor"]["slug"], one["successor"]["slug"])
            for one in self.rows["agency-successions"]
            if one["kind"] in CONTINUING
        ]
        back = [(after, before) for before, after in links]
        return _closure(set(slugs), links) | _closure(set(slugs), back)

    def keeps(
        self, collection: str, name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        """Answer the question of a filter for a row."""
        base = name.partition("__")[0]
        answer: Callable[..., bool] = getattr(self, f"_{base}", self._in_period)
        return answer(collection, name, row, values)

    def _under(
        self, collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        owner: Any = row
        if collection == "terms":
            owner = self.by_slug("measures", row["measure"]["slug"])
        if collection not in DOCUMENTS:
            owner = owner["document"]
        return bool(owner) and owner["slug"] in self.below(values)

    def _issued_by(
        self, _collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        issuers = [row["issuer"], *row["co_issuers"]]
        return bool({one["slug"] for one in issuers if one} & self.same(values))

    def _agency(
        self, _collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        agencies = [row["lead"], *row["cooperating"]]
        return bool({one["slug"] for one in agencies if one} & set(values))

    def _beneficiary(
        self, _collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        groups = {one["slug"] for one in row["target_groups"]}
        groups |= {
            one["beneficiary"]["slug"]
            for one in self.rows["terms"]
            if one["measure"]["slug"] == row["slug"] and one["beneficiary"]
        }
        return bool(groups & set(values))

    def _percent(
        self, _collection: str, name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        if row["unit"] != "percent" or row["value"] is None:
            return False
        found = Decimal(row["value"])
        wanted = [Decimal(one.removesuffix("%")) for one in values]
        return {
            "": found in wanted,
            "gt": found > wanted[0],
            "gte": found >= wanted[0],
            "lt": found < wanted[0],
            "lte": found <= wanted[0],
        }[name.partition("__")[2]]

    def _overdue_on(
        self, collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        day = date.fromisoformat(values[0])
        due = _last(row, "due")
        late = due is not None and due < day
        if collection == "tasks":
            return late and row["status"] != "done"
        text = self.state_on(row["fulfilled_by"], day)
        own = self.state_on(row["document"], day)
        part = row["provision"] or {"slug": None}
        provision = self.by_slug("provisions", part["slug"]) or {}
        gone = provision.get("ends_on")
        if text in {*HAVING_EFFECT, "unknown"} or own == "ended":
            return False
        if gone and gone <= values[0]:
            return False
        if due is not None:
            return late
        owner = self.by_slug("documents", row["document"]["slug"]) or {}
        begun = provision.get("effective_on") or owner.get("effective_on")
        return own in HAVING_EFFECT and bool(begun) and str(begun) <= values[0]

    def _fulfilled_on(
        self, _collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        day = date.fromisoformat(values[0])
        return self.state_on(row["fulfilled_by"], day) in HAVING_EFFECT

    def _held_on(
        self, _collection: str, _name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        day = date.fromisoformat(values[0])
        begun = _last(row, "starts" if row["starts_on"] else "attested")
        ended = row["ends_on"] and date.fromisoformat(row["ends_on"]) <= day
        return begun is not None and begun <= day and not ended

    def _in_period(
        self, _collection: str, name: str, row: JSONRecord, values: Sequence[str]
    ) -> bool:
        prefix = name.removesuffix("_in")
        last = _last(row, prefix)
        if last is None:
            return False
        first = date.fromisoformat(row[f"{prefix}_on"])
        spans = [parse_partial(one) for one in values]
        return any(
            start <= first and last <= last_day(start, precision)
            for start, precision in spans
        )


def _last(row: JSONRecord, prefix: str) -> date | None:
    """Give the last day of the period that a date of a row names."""
    if not row[f"{prefix}_on"]:
        return None
    day = date.fromisoformat(row[f"{prefix}_on"])
    return last_day(day, Precision(row[f"{prefix}_precision"]))


def _closure(start: set[str], links: Sequence[tuple[str, str]]) -> set[str]:
    found, fresh = set(start), set(start)
    while fresh:
        fresh = {after for before, after in links if before in fresh} - found
        found |= fresh
    return found
