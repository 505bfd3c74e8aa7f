"""``include=`` gives exactly the records that belong to each one of a page."""

from typing import Any

from django.test import TestCase

from policies.common.api.parts import Part, parts
from policies.common.api.serializers import Parts
from policies.models import LegalInterval
from tests.api.calls import COLLECTIONS, JSONRecord, ask, records
from tests.api.complete import fill
from tests.factories import make_law, make_provision

HOME = {one.model: one for one in COLLECTIONS}


def belongs(record: JSONRecord, part: Part, owner: str) -> bool:
    """Tell from a record itself whether it belongs to an owner."""
    if "record_type" in record:
        return (record["record_type"], record["record"]) == (part.key, owner)
    return bool(record[part.key] and record[part.key]["slug"] == owner)


def intervals(owner: str) -> list[JSONRecord]:
    """Give the legal states of a document from the first to the last."""
    found = LegalInterval.objects.filter(document__slug=owner)
    return [
        {
            "state": one.state,
            "starts_on": one.starts_on.isoformat() if one.starts_on else None,
            "until": one.until.isoformat() if one.until else None,
            "reason": one.reason,
            "cause": one.cause or None,
        }
        for one in found
    ]


class IncludeTests(TestCase):
    """Each part of each collection."""

    homes: dict[str, list[JSONRecord]]

    @classmethod
    def setUpTestData(cls) -> None:
        fill()
        cls.homes = {
            one.name: records(one, [("ordering", "position")])
            if "position" in one.all_orders
            else records(one)
            for one in COLLECTIONS
        }

    def related(self, part: Part, owner: str) -> list[JSONRecord]:
        """Find what belongs to a record in the list of its own kind."""
        if part.model is LegalInterval:
            return intervals(owner)
        home: Any = HOME[part.model]  # type: ignore[index] # a record's model
        rows = self.homes[home.name]
        return [row for row in rows if belongs(row, part, owner)]

    def test_a_part_is_what_belongs_to_the_record_in_its_own_list(self) -> None:
        for one in COLLECTIONS:
            for name, part in parts(one.serializer).items():
                with self.subTest(one.name, include=name):
                    rows = records(one, [("include", name)])
                    self.assertEqual(len(self.homes[one.name]), len(rows))
                    for row in rows:
                        related = self.related(part, row["slug"])
                        self.assertEqual(related, row["included"].pop(name))
                        self.assertEqual({"more": []}, row["included"])

    def test_every_part_is_found_somewhere(self) -> None:
        declared = {
            (one.serializer, name)
            for one in COLLECTIONS
            for name in parts(one.serializer)
        }
        found = {
            (one.serializer, name)
            for one in COLLECTIONS
            for name, part in parts(one.serializer).items()
            if any(self.related(part, row["slug"]) for row in self.homes[one.name])
        }
        self.assertEqual(set(), declared - found)

    def test_one_record_includes_the_same_as_its_list(self) -> None:
        for one in COLLECTIONS:
            names = ",".join(parts(one.serializer))
            if names:
                listed = ask(f"{one.name}/", f"page_size=3&include={names}")
                for row in listed.body["results"]:
                    with self.subTest(one.name, slug=row["slug"]):
                        answer = ask(f"{one.name}/{row['slug']}/", f"include={names}")
                        self.assertEqual(row, answer.body)

    def test_nothing_is_included_unless_asked(self) -> None:
        for one in COLLECTIONS:
            with self.subTest(one.name):
                for row in self.homes[one.name]:
                    self.assertNotIn("included", row)

    def test_parts_asked_together_are_those_asked_alone(self) -> None:
        together = ask("documents/93-2025-qh15/", "include=outgoing,incoming").body
        for name in ("outgoing", "incoming"):
            alone = ask("documents/93-2025-qh15/", f"include={name}").body
            self.assertEqual(alone["included"][name], together["included"][name])
        self.assertEqual({"more", "outgoing", "incoming"}, set(together["included"]))


class LimitTests(TestCase):
    """At most a hundred of each part are given; the record says if there are more."""

    def test_what_is_more_than_the_limit_is_named(self) -> None:
        long, full = make_law(), make_law()
        for number in range(1, Parts.LIMIT + 2):
            make_provision(document=long, label=str(number), slug=f"long-{number:03}")
        for number in range(1, Parts.LIMIT + 1):
            make_provision(document=full, label=str(number), slug=f"full-{number:03}")
        answer = ask("laws/", f"include=provisions&slug={long.slug}&slug={full.slug}")
        by_slug = {row["slug"]: row["included"] for row in answer.body["results"]}
        for law, name, more in ((long, "long", ["provisions"]), (full, "full", [])):
            with self.subTest(name):
                self.assertEqual(more, by_slug[law.slug]["more"])
                self.assertEqual(
                    [f"{name}-{number:03}" for number in range(1, Parts.LIMIT + 1)],
                    [part["slug"] for part in by_slug[law.slug]["provisions"]],
                )


class OrderTests(TestCase):
    """The provisions of a law come as the law has them: 2 before 6a before 10."""

    LABELS = ("10", "6a", "2", "6", "6b")
    IN_ORDER = ("2", "6", "6a", "6b", "10")

    def setUp(self) -> None:
        self.law = make_law()
        for label in self.LABELS:
            make_provision(document=self.law, label=label)

    def test_as_parts_of_the_law(self) -> None:
        law = ask(f"laws/{self.law.slug}/", "include=provisions").body
        found = [part["label"] for part in law["included"]["provisions"]]
        self.assertEqual(list(self.IN_ORDER), found)

    def test_as_a_list_in_the_order_of_position(self) -> None:
        query = f"document={self.law.slug}&ordering=position"
        found = [row["label"] for row in ask("provisions/", query).body["results"]]
        self.assertEqual(list(self.IN_ORDER), found)
