"""Filters across joins find exactly what plain Python finds in all lists together."""

from typing import Any, ClassVar

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.filters import Declared
from policies.models import Document, Law, Measure, TargetGroup
from tests.api.calls import BY_NAME, COLLECTIONS, ask, slugs
from tests.api.complete import fill
from tests.api.joined import Register, asked, joined
from tests.factories import (
    make_law,
    make_measure,
    make_relation,
    make_target_group,
    make_term,
)

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


class OneTermTests(TestCase):
    """Measures are found by quantities of one and the same held, public term."""

    group: TargetGroup
    law: Law

    def found(self, *query: tuple[str, str]) -> list[str]:
        return slugs(BY_NAME["measures"], [("target_groups", self.group.slug), *query])

    @classmethod
    def setUpTestData(cls) -> None:
        cls.group = make_target_group()
        cls.law = make_law()

    def measure(self, *terms: dict[str, Any], **over: Any) -> str:
        """Make a measure of the group, with terms."""
        own = {"target_groups": [self.group], "document": self.law, **over}
        measure = make_measure(**own)
        for one in terms:
            make_term(measure=measure, beneficiary=None, **one)
        return measure.slug

    def test_fifteen_percent_and_the_ratio_of_it_are_found_alike(self) -> None:
        percent = self.measure({"role": "rate", "value": "15", "unit": "percent"})
        ratio = self.measure({"role": "rate", "value": "0.15", "unit": "ratio"})
        self.measure({"role": "rate", "value": "0.149999", "unit": "ratio"})
        self.measure({"role": "amount", "value": "15", "unit": "count"})
        for value in ("15", "15%"):
            self.assertEqual({percent, ratio}, set(self.found(("percent", value))))
            self.assertEqual({percent, ratio}, set(self.found(("percent__gte", value))))
        self.assertEqual([], self.found(("percent__gt", "15")))
        query = [("percent__gte", "15"), ("role", "rate")]
        terms = ask("terms/", [*query, ("fields", "measure"), ("page_size", "200")])
        found = {one["measure"]["slug"] for one in terms.body["results"]}
        self.assertLessEqual({percent, ratio}, found)

    def test_all_that_is_asked_holds_of_one_term(self) -> None:
        both = self.measure({"role": "rate", "value": "20", "unit": "percent"})
        self.measure(
            {"role": "rate", "value": "5", "unit": "percent"},
            {"role": "share", "value": "20", "unit": "percent"},
        )
        self.assertEqual([both], self.found(("percent__gte", "15"), ("role", "rate")))
        self.assertEqual([both], self.found(("role", "rate"), ("percent__gte", "15")))

    def test_bounds_hold_of_one_term_too(self) -> None:
        between = self.measure({"role": "cap", "value": "50", "unit": "vnd"})
        self.measure(
            {"role": "cap", "value": "10", "unit": "vnd"},
            {"role": "floor", "value": "90", "unit": "vnd"},
        )
        query = (("value__gte", "40"), ("value__lte", "60"), ("unit", "vnd"))
        self.assertEqual([between], self.found(*query))

    def test_it_goes_together_with_other_filters(self) -> None:
        subsidy = self.measure(
            {"role": "rate", "value": "15", "unit": "percent"}, instrument="subsidy"
        )
        self.measure({"role": "rate", "value": "15", "unit": "percent"})
        query = (("percent__gte", "15"), ("role", "rate"), ("instrument", "subsidy"))
        self.assertEqual([subsidy], self.found(*query))
        facets = ask(
            "measures/",
            [
                ("target_groups", self.group.slug),
                ("percent__gte", "15"),
                ("facets", "instrument,target_groups,subjects"),
            ],
        ).body["facets"]
        counts = {one["value"]: one["count"] for one in facets["instrument"]["values"]}
        self.assertEqual({"subsidy": 1, "revenue_split": 1}, counts)
        self.assertEqual(2, facets["target_groups"]["values"][0]["count"])
        self.assertIn("subjects", facets)

    def test_terms_that_are_set_aside_or_not_public_do_not_count(self) -> None:
        slug = self.measure()
        measure = Measure.objects.get(slug=slug)
        held = make_term(measure=measure, role="rate", value="5", beneficiary=None)
        make_term(
            measure=measure,
            role="rate",
            value="25",
            beneficiary=None,
            held_instead=held,
            held_reason="Nguồn kia chính thức.",
        )
        make_term(
            measure=measure, role="cap", value="30", beneficiary=None, state="draft"
        )
        self.assertEqual([], self.found(("percent__gte", "20")))
        self.assertEqual([slug], self.found(("percent__gte", "5")))

    def test_it_costs_no_query_more(self) -> None:
        with CaptureQueriesContext(connection) as plain:
            ask("measures/", [("instrument", "subsidy")])
        with CaptureQueriesContext(connection) as combined:
            ask(
                "measures/",
                [("instrument", "subsidy"), ("percent__gte", "15"), ("role", "rate")],
            )
        self.assertEqual(len(plain), len(combined))

    def test_a_bare_fraction_is_refused_here_as_there(self) -> None:
        for name, value in (
            ("percent__gte", "0.15"),
            ("role", "wish"),
            ("unit", "gold"),
            ("value__gte", "NaN"),
            ("percent__n", "15"),
        ):
            answer = ask("measures/", [(name, value)])
            with self.subTest(name):
                self.assertEqual(400, answer.status)
                self.assertEqual(name, answer.body["errors"][0]["parameter"])
