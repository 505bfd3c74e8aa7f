"""What no promise may say is refused with the field and the reason, whoever writes it.

Each case changes members of a record of the register: in the admin's form, by a
partner's token, and in a file that is loaded. Nothing of it stays.
"""

from dataclasses import dataclass
from typing import Any

import orjson
import yaml

from policies.common.api.plain import plain_plan
from policies.common.collections import Collection
from policies.common.models import Record
from policies.management.fixtures import FixtureError
from policies.management.loading import load
from policies.models import Condition
from tests.api.calls import BY_NAME
from tests.api.writing import publisher
from tests.factories import make_condition
from tests.management.folders import folder
from tests.policies.admin.cases import AdminCase

SPLIT = "commercialisation-revenue-split-30-70"
ARTICLE_11 = "support-for-5g-stations-article-11"
BASE = "chi phí thiết bị bình quân của trạm 5G mua trong năm 2025"


@dataclass(frozen=True)
class Case:
    """A change that is refused.

    Attributes:
        field: the member or box that is told.

    """

    collection: str
    slug: str
    change: dict[str, Any]
    field: str

    @property
    def of(self) -> Collection:
        """The collection of the record."""
        return BY_NAME[self.collection]

    @property
    def record(self) -> Any:
        """The record that is changed."""
        return self.of.model._default_manager.get(slug=self.slug)


def term(end: str, field: str, **change: Any) -> Case:
    """Write a change of a term."""
    return Case("terms", end, change, field)


SHARE = f"{SPLIT}-researchers"
CASES = (
    term(SHARE, "value", value="31"),
    term(SHARE, "value", value="29.999999"),
    term(SHARE, "value", value="-30"),
    term(SHARE, "value", value="NaN"),
    term(SHARE, "value", value="Infinity"),
    term(SHARE, "value", value="1e400"),
    term(SHARE, "value", value="9" * 19),
    term(SHARE, "unit", unit=""),
    term(f"{ARTICLE_11}-total-cap", "value", unit="usd"),
    term(f"{ARTICLE_11}-station-threshold", "unit", unit=None),
    term(
        f"{ARTICLE_11}-total-cap",
        "valid_from",
        role="rate",
        comparator="eq",
        unit="percent",
        base=BASE,
    ),
    Case(
        "measure-inputs",
        f"{ARTICLE_11}-input-average-equipment-cost",
        {"unit": "usd"},
        "unit",
    ),
    Case(
        "example-values", f"{SPLIT}-example-remainder-revenue", {"value": "-1"}, "value"
    ),
    Case(
        "worked-examples",
        f"{SPLIT}-example-one-dong",
        {"outcome": "does_not_apply"},
        "outcome",
    ),
    Case(
        "conditions",
        f"{ARTICLE_11}-condition-stations",
        {"comparator": "less_than"},
        "comparator",
    ),
)


def plain(case: Case) -> dict[str, Any]:
    """Give the record of a case in the plain form, changed."""
    rows = plain_plan(case.of.serializer).read(
        case.of.published().filter(slug=case.slug)
    )
    (row,) = orjson.loads(orjson.dumps(list(rows)))
    kept = {name: value for name, value in row.items() if value is not None}
    for name in ("created_at", "modified_at"):
        del kept[name]
    return {**kept, **case.change}


class RefusalTests(AdminCase):
    """Every case by every way."""

    def assert_as_before(self, record: Record, case: Case) -> None:
        """See that nothing of a change has stayed."""
        now = type(record)._default_manager.get(pk=record.pk)
        for name in case.change:
            self.assertEqual(getattr(record, name), getattr(now, name))
        self.assertEqual(record.modified_at, now.modified_at)

    def test_in_the_form(self) -> None:
        for case in CASES:
            record = case.record
            with self.subTest(case.slug, change=case.change):
                filled = {k: "" if v is None else v for k, v in case.change.items()}
                response = self.save(record, **filled)
                self.assertEqual(200, response.status_code)
                found = response.context["adminform"].form.errors
                self.assertIn(case.field, found)
                self.assertTrue(all(found[case.field]))
                self.assert_as_before(record, case)

    def test_by_token(self) -> None:
        partner = publisher()
        for case in CASES:
            record = case.record
            with self.subTest(case.slug, change=case.change):
                address = f"{case.collection}/{case.slug}/"
                reply = partner.patch(address, case.change, if_match="*")
                self.assertEqual(400, reply.status)
                self.assertIn(f"/{case.field}", {at for at, _code in reply.faults()})
                self.assert_as_before(record, case)

    def test_many_at_once_and_on_trial(self) -> None:
        partner = publisher()
        for case in CASES:
            for dry_run in (False, True):
                with self.subTest(case.slug, change=case.change, dry_run=dry_run):
                    row = {"collection": case.collection, "record": plain(case)}
                    body = {"rows": [row], "overwrite": True, "dry_run": dry_run}
                    reply = partner.post("bulk/", body)
                    self.assertEqual(400, reply.status)
                    pointer = f"/rows/0/record/{case.field}"
                    self.assertIn(pointer, {at for at, _code in reply.faults()})

    def test_in_a_file(self) -> None:
        for case in CASES:
            record, text = case.record, yaml.safe_dump([plain(case)])
            stem = case.collection.replace("-", "_")
            with self.subTest(case.slug, change=case.change):
                with folder(**{stem: text}) as place, self.assertRaises(FixtureError):
                    load(place)
                self.assert_as_before(record, case)

    def test_a_circle_of_conditions(self) -> None:
        group = {"kind": "any_of", "input": None, "term": None, "comparator": ""}
        outer = make_condition(**group)
        inner = make_condition(**group, measure=outer.measure, group=outer)
        reply = publisher().patch(
            f"conditions/{outer.slug}/", {"group": inner.slug}, if_match="*"
        )
        self.assertEqual({("/group", "circle")}, reply.faults())
        response = self.save(outer, group=inner.pk)
        self.assertIn("group", response.context["adminform"].form.errors)
        self.assertIsNone(Condition.objects.get(pk=outer.pk).group)
