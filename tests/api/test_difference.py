"""What differs in a measure between days, times and measures; values through time."""

from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from policies.models import Term
from policies.services import save_record
from tests.api.calls import JSONRecord, ask
from tests.api.evaluating import ARTICLE_11, FIVE_G, PROFIT, SPLIT
from tests.factories import make_measure, make_term

TURN = date(2026, 1, 1)


def differing(slug: str, **query: str) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Ask what differs, by record, name and member."""
    answer = ask(f"measures/{slug}/difference/", list(query.items()))
    if answer.status != 200:
        raise AssertionError(answer.content)
    return {
        (one["record"], one["name"], one["member"]): (one["before"], one["after"])
        for one in answer.body["differences"]
    }


def raised() -> Term:
    """Make a rate of 10 percent that becomes 12 percent; give the later one."""
    measure = make_measure(effective_on="2025-01-01")
    old = make_term(measure=measure, role="rate", value="10", base="nguồn thu")
    old.valid_until = TURN
    save_record(old)
    return make_term(
        measure=measure,
        role="rate",
        value="12",
        base="nguồn thu",
        beneficiary=old.beneficiary,
        valid_from=TURN,
    )


class DifferenceTests(TestCase):
    """Both sides of each member."""

    def test_two_days_of_the_law(self) -> None:
        new = raised()
        found = differing(new.measure.slug, before="2025-12-31", after="2026-01-01")
        (name,) = {name for _record, name, _member in found}
        self.assertEqual(("10", "12"), found["term", name, "value"])
        self.assertEqual(
            {}, differing(new.measure.slug, before="2025-06-01", after="2025-07-01")
        )

    def test_two_times_of_the_register(self) -> None:
        term = raised()
        before = timezone.now().isoformat().replace("+00:00", "Z")
        term.value = 13
        save_record(term)
        found = differing(
            term.measure.slug,
            known_before=before,
            before="2026-06-01",
            after="2026-06-01",
        )
        self.assertEqual([("12", "13")], list(found.values()))

    def test_what_was_announced_and_what_became_law(self) -> None:
        found = differing(SPLIT, other=PROFIT, before="2025-06-01", after="2025-12-01")
        self.assertEqual(
            ("193-2025-qh15", "93-2025-qh15"), found["measure", "", "document"]
        )
        self.assertEqual(("split", "cap_floor"), found["measure", "", "rule_kind"])
        sides = {
            (name.split(" / ")[0], found["term", name, "value"])
            for record, name, member in found
            if (record, member) == ("term", "value")
        }
        self.assertEqual(
            {("share", ("30", None)), ("share", ("70", None)), ("floor", (None, "30"))},
            sides,
        )

    def test_the_support_as_announced_and_as_the_article_has_it(self) -> None:
        found = differing(
            FIVE_G, other=ARTICLE_11, before="2025-06-01", after="2025-06-01"
        )
        asked = {name for record, name, _member in found if record == "input"}
        self.assertIn("investment", asked)
        self.assertIn("average_equipment_cost", asked)
        self.assertNotIn("stations", asked - {"stations"})

    def test_bad_questions(self) -> None:
        for query, parameter in (
            ("before=2025-02-30", "before"),
            ("known_after=2999-01-01T00:00:00Z", "known_after"),
            ("since=2025-01-01", "since"),
            ("other=", "other"),
        ):
            with self.subTest(query=query):
                answer = ask(f"measures/{SPLIT}/difference/", query)
                self.assertEqual(400, answer.status)
                self.assertEqual(parameter, answer.body["errors"][0]["parameter"])
        self.assertEqual(
            404, ask(f"measures/{SPLIT}/difference/", "other=nobody").status
        )

    def test_a_path_that_is_no_public_id(self) -> None:
        for slug in ("%00", "A", "a%ED%A0%80"):
            with self.subTest(slug):
                self.assertEqual(404, ask(f"measures/{slug}/difference/").status)

    def test_it_costs_a_constant_number_of_queries(self) -> None:
        costs = set()
        for slug in (SPLIT, ARTICLE_11):
            with CaptureQueriesContext(connection) as captured:
                ask(f"measures/{slug}/difference/")
            costs.add(len(captured))
        self.assertEqual(1, len(costs))


class ValuesTests(TestCase):
    """A quantity through legal time and register time."""

    def values(self, slug: str, query: str = "") -> JSONRecord:
        answer = ask(f"terms/{slug}/values/", query)
        self.assertEqual(200, answer.status)
        body: JSONRecord = answer.body
        return body

    def test_each_value_with_its_days(self) -> None:
        body = self.values(raised().slug)
        self.assertEqual(
            [("10", None, "2026-01-01"), ("12", "2026-01-01", None)],
            [
                (one["value"], one["valid_from"], one["valid_until"])
                for one in body["values"]
            ],
        )

    def test_what_the_register_said_over_time(self) -> None:
        term = raised()
        before = timezone.now().isoformat().replace("+00:00", "Z")
        term.value = 13
        save_record(term, reason="đính chính")
        last = self.values(term.slug)["values"][-1]
        self.assertEqual(["12", "13"], [one["value"] for one in last["versions"]])
        self.assertEqual("đính chính", last["versions"][-1]["reason"])
        self.assertEqual(
            last["versions"][0]["known_until"], last["versions"][1]["known_from"]
        )
        then = self.values(term.slug, f"known_at={before}")["values"][-1]
        self.assertEqual("12", then["value"])
        self.assertEqual(1, len(then["versions"]))

    def test_every_value_names_its_clause_and_its_source(self) -> None:
        body = self.values(f"{ARTICLE_11}-rate")
        (value,) = body["values"]
        self.assertEqual("193-2025-qh15-art-11", value["provision"]["slug"])
        self.assertEqual("193-2025-qh15", value["document"]["slug"])
        self.assertTrue(value["citations"])

    def test_one_that_is_not_there(self) -> None:
        self.assertEqual(404, ask("terms/no-such-term/values/").status)
