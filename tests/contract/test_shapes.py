"""A shape is one thing: what is read, described and written agree, for every record."""

from typing import Any

import orjson
from django.test import TestCase
from django.utils import timezone
from rest_framework import serializers

from policies.common.api.renderers import FastJSONRenderer
from policies.common.api.rows import plan
from policies.common.collections import Collection
from policies.common.dates import contains
from policies.models import Document, LegalInterval
from policies.services import Outcome, save_record
from policies.writing.record import apply
from r57.api import openapi
from tests.api.calls import BY_NAME, COLLECTIONS, JSONRecord
from tests.contract.validation import violations
from tests.factories import make_agency, make_decree, make_person

PRINTED_ORDER = {"co_issuers", "signers"}


def component(collection: Collection) -> str:
    """Name the component of a collection's shape."""
    return collection.serializer.__name__.removesuffix("Shape")


def plain(value: Any) -> Any:
    """Give a value as a client sees it: written as JSON and read again."""
    return orjson.loads(FastJSONRenderer().render(value))


def fast(collection: Collection) -> list[JSONRecord]:
    """Read all published records the way the API does."""
    rows = plan(collection.serializer)
    records: list[JSONRecord] = plain(rows.build(rows.read(published(collection))))
    return records


def published(collection: Collection) -> Any:
    """Give the published rows in a fixed order."""
    prepared: Any = collection.prepare(collection.published().order_by("slug"))
    return prepared


def state_today(document: Document) -> LegalInterval:
    """Find the interval that holds today, without the database's help."""
    today = timezone.localdate()
    (found,) = (
        one
        for one in document.legal_intervals.all()
        if contains(one.starts_on, one.until, today)
    )
    return found


def instances(collection: Collection) -> list[Any]:
    """Give all published records as model instances, with what a shape reads."""
    found = list(published(collection))
    for instance in found:
        if isinstance(instance, Document):
            instance.today = state_today(instance)  # type: ignore[attr-defined]
    return found


def settled(record: JSONRecord) -> JSONRecord:
    """Sort the lists of a record whose order means nothing."""
    return {
        name: sorted(value, key=lambda member: str(member["slug"]))
        if isinstance(value, list) and name not in PRINTED_ORDER
        else value
        for name, value in record.items()
    }


class ShapeTests(TestCase):
    """For every record of every collection."""

    def test_the_fast_row_is_what_the_serializer_gives(self) -> None:
        for one in COLLECTIONS:
            with self.subTest(one.name):
                slow = one.serializer(instances(one), many=True).data
                self.assertEqual(
                    [settled(record) for record in fast(one)],
                    [settled(record) for record in plain(slow)],
                )

    def test_a_row_has_the_members_that_are_described(self) -> None:
        for one in COLLECTIONS:
            described = openapi()["components"]["schemas"][component(one)]
            members = set(described["properties"]) - {"included", "match"}
            with self.subTest(one.name):
                for record in fast(one):
                    self.assertEqual(members, set(record))

    def test_a_row_is_what_the_schema_describes(self) -> None:
        for one in COLLECTIONS:
            with self.subTest(one.name):
                for record in fast(one):
                    found = violations(component(one), record)
                    self.assertEqual([], found, record["slug"])

    def test_a_row_can_be_written_back_and_changes_nothing(self) -> None:
        for one in COLLECTIONS:
            with self.subTest(one.name):
                for instance, record in zip(instances(one), fast(one), strict=True):
                    outcome = write_back(one, instance, record)
                    self.assertEqual(Outcome.UNCHANGED, outcome, record["slug"])


def write_back(collection: Collection, instance: Any, record: JSONRecord) -> Outcome:
    """Save a record as it was read."""
    bound: serializers.ModelSerializer[Any] = collection.serializer(
        instance, data=record
    )
    bound.is_valid(raise_exception=True)
    changed, lists = apply(bound, instance)
    return save_record(changed, lists=lists)


class PrintedOrderTests(TestCase):
    """Signers and issuers stand as printed, not by their names."""

    def test_signers_and_co_issuers_keep_their_order(self) -> None:
        people = [make_person(slug=slug) for slug in ("zung", "an", "minh")]
        agencies = [make_agency(slug=slug) for slug in ("z-ministry", "a-ministry")]
        decree = make_decree(signers=people, co_issuers=agencies)
        by_slug = {record["slug"]: record for record in fast(BY_NAME["decrees"])}
        record = by_slug[decree.slug]
        self.assertEqual(
            ["zung", "an", "minh"], [member["slug"] for member in record["signers"]]
        )
        self.assertEqual(
            ["z-ministry", "a-ministry"],
            [member["slug"] for member in record["co_issuers"]],
        )
