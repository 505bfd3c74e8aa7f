"""Filters across joins find exactly what plain Python finds in all lists together."""

from typing import Any, ClassVar

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.filters import Declared
from policies.models import Document
from tests.api.calls import BY_NAME, COLLECTIONS, ask, slugs
from tests.api.complete import fill
from tests.api.joined import Register, asked, joined
from tests.factories import make_law, make_measure, make_relation

JOINED: list[tuple[Any, str, Declared]] = [
    (one, name, made)
    for one in COLLECTIONS
    for name, made in one.filterset.base_filters.items()
    if joined(name, made)
]


class JoinedFilterTests(TestCase):
    """Each filter on the whole register, and on records with every field filled."""

    register: ClassVar[Register]

    @classmethod
    def setUpTestData(cls) -> None:
        fill()
        cls.register = Register.read()

    def expected(
        self, collection: str, name: str, values: tuple[str, ...]
    ) -> list[str]:
        """Work out which records a filter keeps, in the order of the list."""
        return [
            row["slug"]
            for row in self.register.rows[collection]
            if self.register.keeps(collection, name, row, values)
        ]

    def test_a_filter_finds_exactly_what_python_finds(self) -> None:
        for one, name, made in JOINED:
            for values in asked(name, made):
                query = [(name, value) for value in values]
                with self.subTest(one.name, query=query):
                    self.assertEqual(
                        self.expected(one.name, name, values), slugs(one, query)
                    )

    def test_every_filter_finds_something_and_leaves_something_out(self) -> None:
        telling: set[tuple[Any, str]] = set()
        for one, name, made in JOINED:
            for values in asked(name, made):
                found = len(self.expected(one.name, name, values))
                if 0 < found < len(self.register.rows[one.name]):
                    telling.add((one.filterset, name))
        dull = {(one.name, name) for one, name, _ in JOINED} - {
            (one.name, name)
            for one, name, _ in JOINED
            if (one.filterset, name) in telling
        }
        self.assertEqual(set(), dull)


class ChainTests(TestCase):
    """The walk down the chain of documents."""

    def test_a_circle_ends_the_walk(self) -> None:
        first, second, third = make_law(), make_law(), make_law()
        make_relation(source=second, target=first, type="based_on")
        make_relation(source=third, target=second, type="details")
        make_relation(source=first, target=third, type="guides")
        every = {one.slug for one in (first, second, third)}
        for one in (first, second, third):
            found = slugs(BY_NAME["laws"], [("under", one.slug)])
            self.assertEqual(every, set(found))

    def test_what_is_not_public_is_no_link(self) -> None:
        top, middle, bottom = make_law(), make_law(), make_law()
        upper = make_relation(source=middle, target=top, type="details")
        make_relation(source=bottom, target=middle, type="details")
        measure = make_measure(document=bottom)
        query = [("under", top.slug)]
        self.assertEqual([measure.slug], slugs(BY_NAME["measures"], query))
        Document.objects.filter(pk=middle.pk).update(state="withdrawn")
        self.assertEqual([], slugs(BY_NAME["measures"], query))
        Document.objects.filter(pk=middle.pk).update(state="published")
        type(upper).objects.filter(pk=upper.pk).update(state="draft")
        self.assertEqual([], slugs(BY_NAME["measures"], query))

    def test_other_relations_are_not_followed(self) -> None:
        top, other = make_law(), make_law()
        make_relation(source=other, target=top, type="amends")
        self.assertEqual([top.slug], slugs(BY_NAME["documents"], [("under", top.slug)]))


class StrictnessTests(TestCase):
    """Values that mean nothing, or two things, are refused."""

    def test_a_value_of_another_form_is_refused(self) -> None:
        for address, name, value in (
            ("tasks/", "due_in", "2025-Q5"),
            ("tasks/", "due_in", "2025-13"),
            ("tasks/", "due_in", "2025-01-01"),
            ("tasks/", "due_in", "0000"),
            ("tasks/", "due_in", "９９９９"),
            ("tasks/", "overdue_on", "2025"),
            ("measures/", "under", "57-NQ/TW"),
            ("documents/", "issued_by", "BKHCN?"),
            ("terms/", "percent__gte", "0.15"),
            ("terms/", "percent__gte", "15 %"),
            ("terms/", "percent__gte", "-15"),
            ("terms/", "percent", "1e1"),
            ("terms/", "percent__n", "15"),
            ("measures/", "under__n", "57-nq-tw"),
        ):
            with self.subTest(f"{address}?{name}={value}"):
                answer = ask(address, [(name, value)])
                self.assertEqual(400, answer.status)
                (fault,) = answer.body["errors"]
                self.assertEqual(name, fault["parameter"])

    def test_a_fraction_is_refused_with_both_things_it_may_mean(self) -> None:
        (fault,) = ask("terms/", [("percent__gte", "0.15")]).body["errors"]
        self.assertIn("15.00", fault["detail"])
        self.assertIn("0.15%", fault["detail"])


class CostTests(TestCase):
    """One more question asks the database no more often."""

    def test_a_joined_filter_adds_no_query(self) -> None:
        for one, name, made in JOINED:
            values = asked(name, made)[0]
            with CaptureQueriesContext(connection) as plain:
                ask(f"{one.name}/")
            with CaptureQueriesContext(connection) as filtered:
                ask(f"{one.name}/", [(name, values[0])])
            with self.subTest(one.name, name=name):
                self.assertLessEqual(len(filtered), len(plain))
