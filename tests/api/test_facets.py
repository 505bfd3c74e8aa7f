"""``facets=`` counts the records found by the values of their filters, exactly."""

from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.choices import DocumentKind
from policies.common.api.facets import MOST_VALUES, facets_of
from policies.common.models import RecordState
from tests.api.calls import BY_NAME, COLLECTIONS, PROBLEM, Answer, ask, pages
from tests.api.complete import fill
from tests.contract.validation import violations
from tests.factories import make_agency, make_decree, make_law, make_subject


def counted(address: str, query: str) -> dict[str, dict[str | None, int]]:
    """Give the counts of each facet by value."""
    answer = ask(f"{address}/", f"page_size=1&{query}")
    return {
        name: {one["value"]: one["count"] for one in facet["values"]}
        for name, facet in answer.body["facets"].items()
    }


def count(address: str, query: str) -> int:
    """Count a filtered list."""
    answer = ask(f"{address}/", f"page_size=1&count=true&{query}")
    if answer.status != 200:
        raise AssertionError(f"{address}?{query}: {answer.content!r}")
    found: int = answer.body["count"]
    return found


def cost(query: str) -> int:
    """Count the queries of a list of documents."""
    with CaptureQueriesContext(connection) as captured:
        answer = ask("documents/", query)
    if answer.status != 200:
        raise AssertionError(f"{query}: {answer.content!r}")
    return len(captured)


class CountTests(TestCase):
    """Each count is that of the list filtered by the value."""

    def assert_exact(self, filtered: str = "", values: int = MOST_VALUES) -> None:
        """Ask every list filtered by each value of each of its facets."""
        for one in COLLECTIONS:
            for name in facets_of(one):
                found = counted(one.name, f"facets={name}&{filtered}".strip("&"))
                for value, number in list(found[name].items())[:values]:
                    asked = f"{name}={value}"
                    if value is None:
                        asked = f"{name}__isnull=true"
                        if f"{name}__isnull" not in one.filterset.base_filters:
                            continue
                    with self.subTest(one.name, asked=asked):
                        query = f"{asked}&{filtered}".strip("&")
                        self.assertEqual(number, count(one.name, query))

    def test_every_facet_of_the_register(self) -> None:
        self.assert_exact(values=8)

    def test_every_facet_of_the_records_found(self) -> None:
        self.assert_exact("slug__n=57-nq-tw&q=khoa", values=2)

    def test_every_facet_of_complete_records(self) -> None:
        fill()
        self.assert_exact("created_at__gte=2000-01-01T00:00:00Z", values=3)

    def test_the_counts_of_one_value_each_are_those_of_the_list(self) -> None:
        for one in COLLECTIONS:
            total = count(one.name, "")
            for name, facet in facets_of(one).items():
                answer = ask(f"{one.name}/", f"page_size=1&facets={name}").body
                given = answer["facets"][name]
                lists = isinstance(
                    ask(f"{one.name}/").body["results"][0].get(name), list
                )
                if given["more"] or lists:
                    continue
                with self.subTest(one.name, facet=facet.name):
                    self.assertEqual(total, sum(v["count"] for v in given["values"]))

    def test_a_record_counts_under_each_of_its_subjects(self) -> None:
        first, second = make_subject(), make_subject()
        law = make_law(subjects=[first, second])
        found = counted("laws", f"slug={law.slug}&facets=subjects")
        self.assertEqual({first.slug: 1, second.slug: 1}, found["subjects"])

    def test_what_is_not_known_is_counted_as_null(self) -> None:
        law = make_law(issuer=None, subjects=[])
        found = counted("laws", f"slug={law.slug}&facets=issuer,subjects")
        self.assertEqual({"issuer": {None: 1}, "subjects": {None: 1}}, found)

    def test_only_what_is_published_counts(self) -> None:
        before = counted("documents", "facets=kind")["kind"]["law"]
        make_law(state=RecordState.DRAFT)
        make_law()
        after = counted("documents", "facets=kind")["kind"]["law"]
        self.assertEqual(before + 1, after)

    def test_the_legal_state_is_that_of_the_day_asked_for(self) -> None:
        for day in ("1990-01-01", "2025-06-30", "2026-01-01"):
            found = counted("documents", f"facets=legal_state&as_of={day}")
            for state, number in found["legal_state"].items():
                with self.subTest(day, state=state):
                    query = f"legal_state={state}&as_of={day}"
                    self.assertEqual(number, count("documents", query))

    def test_a_search_without_words_counts_nothing(self) -> None:
        answer = ask("documents/", "q=%25&facets=kind,issuer").body
        empty: dict[str, Any] = {"values": [], "more": False}
        self.assertEqual({"kind": empty, "issuer": empty}, answer["facets"])


class PageTests(TestCase):
    """Facets belong to the list, not to the page."""

    def test_every_page_has_the_same_facets(self) -> None:
        query = [("facets", "kind,subjects"), ("page_size", "20")]
        found = [page.body["facets"] for page in pages(BY_NAME["documents"], query)]
        self.assertGreater(len(found), 2)
        self.assertEqual(found[:1] * len(found), found)

    def test_count_is_of_the_filter_and_not_of_the_rest_after_a_cursor(self) -> None:
        for one in COLLECTIONS:
            query = [("count", "true"), ("page_size", "200")]
            found = list(pages(one, query))
            total = sum(len(page.slugs) for page in found)
            with self.subTest(one.name):
                self.assertEqual({total}, {page.body["count"] for page in found})

    def test_facets_come_only_if_asked(self) -> None:
        self.assertNotIn("facets", ask("documents/").body)

    def test_facets_come_beside_chosen_members_and_parts(self) -> None:
        query = "facets=kind&fields=title&include=aliases&count=true"
        answer = ask("laws/", query)
        self.assertEqual([], violations("SparsePage", answer.body))
        self.assertEqual(answer.body["count"], total_of(answer, "kind"))


def total_of(answer: Answer, name: str) -> int:
    """Add the counts of a facet up."""
    return sum(one["count"] for one in answer.body["facets"][name]["values"])


class ValueTests(TestCase):
    """The values of a facet: their order, their labels, their number."""

    def test_the_most_frequent_come_first_then_the_order_of_values(self) -> None:
        for one in COLLECTIONS:
            for name in facets_of(one):
                answer = ask(f"{one.name}/", f"page_size=1&facets={name}").body
                values = answer["facets"][name]["values"]
                keys = [(-v["count"], v["value"] is None, v["value"]) for v in values]
                with self.subTest(one.name, facet=name):
                    self.assertEqual(sorted(keys), keys)

    def test_a_code_has_its_wording_in_both_languages(self) -> None:
        answer = ask("documents/", "facets=kind").body["facets"]["kind"]["values"]
        (law,) = (one for one in answer if one["value"] == DocumentKind.LAW)
        self.assertEqual(("Luật", "Law"), (law["label"], law["label_en"]))

    def test_a_related_record_has_its_name(self) -> None:
        agency = make_agency(name="Bộ Mẫu", name_en="")
        law = make_law(issuer=agency)
        query = f"slug={law.slug}&facets=issuer"
        (value,) = ask("laws/", query).body["facets"]["issuer"]["values"]
        wanted = {
            "value": agency.slug,
            "label": "Bộ Mẫu",
            "label_en": None,
            "count": 1,
        }
        self.assertEqual(wanted, value)

    def test_years_and_flags_are_written_as_their_filters_take_them(self) -> None:
        self.assertIn("2025", counted("documents", "facets=year")["year"])
        found = counted("relations", "facets=whole")["whole"]
        self.assertLessEqual(set(found), {"true", "false"})

    def test_at_most_a_hundred_values_are_given_and_more_are_told(self) -> None:
        subjects = [make_subject() for _ in range(MOST_VALUES + 1)]
        full = make_decree(subjects=subjects[:-1])
        for decree, more in ((full, False), (make_decree(subjects=subjects), True)):
            query = f"slug={decree.slug}&facets=subjects"
            given = ask("decrees/", query).body["facets"]["subjects"]
            with self.subTest(more=more):
                self.assertEqual(more, given["more"])
                self.assertEqual(MOST_VALUES, len(given["values"]))
                self.assertEqual(
                    sorted(one.slug for one in subjects)[:MOST_VALUES],
                    [one["value"] for one in given["values"]],
                )

    def test_every_answer_is_what_the_schema_describes(self) -> None:
        for one in COLLECTIONS:
            every = ",".join(facets_of(one))
            if not every:
                continue
            answer = ask(f"{one.name}/", f"page_size=1&facets={every}")
            page = f"{one.serializer.__name__.removesuffix('Shape')}Page"
            with self.subTest(one.name):
                self.assertEqual(list(facets_of(one)), list(answer.body["facets"]))
                self.assertEqual([], violations(page, answer.body))


class CostTests(TestCase):
    """All facets are counted by one statement."""

    def test_facets_cost_one_query_however_many(self) -> None:
        every = ",".join(facets_of(BY_NAME["documents"]))
        plain = cost("")
        self.assertEqual(plain + 1, cost("facets=kind"))
        self.assertEqual(plain + 1, cost(f"facets={every}"))
        self.assertEqual(plain + 1, cost(f"facets={every}&q=khoa&kind=law"))

    def test_facets_of_a_list_without_facets_are_refused(self) -> None:
        (fault,) = ask("people/", "facets=kind").body["errors"]
        self.assertEqual("unknown_parameter", fault["code"])

    def test_what_is_refused(self) -> None:
        for query, code in (
            ("facets=", "empty"),
            ("facets=kind,kind", "repeated"),
            ("facets=kind&facets=issuer", "repeated"),
            ("facets=title", "unknown_facet"),
            ("facets=kind__n", "unknown_facet"),
        ):
            with self.subTest(query):
                answer = ask("documents/", query)
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                (fault,) = answer.body["errors"]
                self.assertEqual(("facets", code), (fault["parameter"], fault["code"]))

    def test_an_unknown_facet_gets_all_facets(self) -> None:
        (fault,) = ask("laws/", "facets=knd").body["errors"]
        self.assertEqual(sorted(facets_of(BY_NAME["laws"])), fault["allowed"])
