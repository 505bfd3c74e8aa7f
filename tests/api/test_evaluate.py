"""Evaluating the register's measures: what somebody gets, and why."""

from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from policies.choices import RuleKind
from policies.common.turns import in_turn
from policies.models import ExampleValue, Measure, Term
from policies.services import save_record
from tests.api.calls import PROBLEM, ask
from tests.api.evaluating import (
    ARTICLE_11,
    DAY,
    FIVE_G,
    PROFIT,
    SPLIT,
    amounts,
    dong,
    evaluate,
    faults,
    five_g,
    post,
)
from tests.factories import make_measure

MANY = [
    {"measure": SPLIT, "as_of": DAY, "inputs": {"revenue": dong(1000 + place)}}
    for place in range(50)
] + [
    {"measure": FIVE_G, "as_of": DAY, "inputs": five_g(20_000 + place)}
    for place in range(50)
]


class AnswerTests(TestCase):
    """The vectors of the contract, over HTTP."""

    def test_the_split_adds_up(self) -> None:
        for revenue, parts in (
            ("1000000000", ["300000000", "700000000"]),
            ("1234567891", ["370370367", "864197524"]),
            ("1", ["0", "1"]),
        ):
            with self.subTest(revenue=revenue):
                answer = evaluate(SPLIT, {"revenue": dong(revenue)})
                self.assertEqual(200, answer.status)
                self.assertEqual(parts, amounts(answer))
                self.assertEqual(int(revenue), sum(map(int, amounts(answer))))

    def test_the_remainder_goes_to_whom_it_is_said(self) -> None:
        body = evaluate(SPLIT, {"revenue": dong(1_234_567_891)}).body
        largest = f"{SPLIT}-research-organisations"
        self.assertEqual(
            {"rule": "half_up", "places": 0, "remainder_to": largest}, body["rounding"]
        )
        self.assertEqual(
            ["370370367.3", "864197523.7"], [one["exact"] for one in body["amounts"]]
        )

    def test_stations_decide_and_the_failed_condition_is_named(self) -> None:
        body = evaluate(FIVE_G, five_g(19_999)).body
        self.assertEqual("does_not_apply", body["outcome"])
        (failed,) = [one for one in body["conditions"] if not one["passed"]]
        self.assertEqual(f"{FIVE_G}-condition-stations", failed["slug"])
        self.assertEqual("20000", failed["expected"]["value"])
        self.assertEqual("19999", failed["actual"]["value"])
        self.assertEqual([], body["amounts"])
        self.assertEqual("applies", evaluate(FIVE_G, five_g(20_000)).body["outcome"])

    def test_as_announced_it_is_up_to_15_percent_of_the_investment(self) -> None:
        (amount,) = evaluate(FIVE_G, five_g(21_000)).body["amounts"]
        self.assertEqual("375000000000", amount["value"])
        self.assertEqual("up_to", amount["comparator"])

    def test_stations_of_another_year_do_not_count(self) -> None:
        told = five_g(21_000, first_built_on={"day": "2024-12-31"})
        self.assertEqual("does_not_apply", evaluate(FIVE_G, told).body["outcome"])

    def test_a_cap_that_is_not_known_is_said_to_be_so(self) -> None:
        told = {
            "average_equipment_cost": dong(1_000_000_000),
            "stations": {"value": "20000", "unit": "count"},
            "first_accepted_on": {"day": "2025-02-19"},
            "last_accepted_on": {"day": "2025-12-31"},
        }
        body = evaluate(ARTICLE_11, told, as_of="2025-12-31").body
        (amount,) = body["amounts"]
        self.assertEqual("150000000", amount["value"])
        self.assertEqual("up_to", amount["comparator"])
        self.assertEqual("cap_not_known", amount["bound"])
        self.assertIn("cap_not_known", [one["kind"] for one in body["steps"]])
        self.assertEqual("193-2025-qh15-art-11", body["basis"]["provision"]["slug"])

    def test_days_before_and_after(self) -> None:
        not_yet = ("not_yet_in_force", "before_start")
        for slug, told, day, wanted in (
            (SPLIT, {"revenue": dong(1)}, "2025-02-18", not_yet),
            (FIVE_G, five_g(1), "2026-01-01", ("no_longer_in_force", "after_end")),
            (PROFIT, {"profit": dong(1)}, "2025-09-30", not_yet),
        ):
            with self.subTest(slug=slug):
                body = evaluate(slug, told, as_of=day).body
                self.assertEqual(wanted, (body["outcome"], body["reason"]))
                self.assertEqual([], body["amounts"])

    def test_the_law_itself_decides_too(self) -> None:
        measure = Measure.objects.get(slug=SPLIT)
        assert measure.document is not None
        document = measure.document
        document.ends_on = datetime(2025, 5, 1, tzinfo=UTC).date()
        save_record(document)
        body = evaluate(SPLIT, {"revenue": dong(1)}).body
        self.assertEqual("document_ended", body["reason"])
        self.assertEqual("ended", body["basis"]["legal_state"])

    def test_a_measure_without_rule_cannot_be_evaluated(self) -> None:
        body = evaluate(make_measure().slug, {}).body
        self.assertEqual("cannot_be_evaluated", body["outcome"])
        self.assertEqual("no_rule", body["reason"])

    def test_a_rule_that_is_not_whole_cannot_be_evaluated(self) -> None:
        measure = make_measure(document=None, effective_on="2025-01-01")
        for kind in RuleKind.values:
            Measure.objects.filter(pk=measure.pk).update(rule_kind=kind)
            with self.subTest(kind=kind):
                body = evaluate(measure.slug, {}).body
                self.assertEqual("cannot_be_evaluated", body["outcome"])
                self.assertEqual("rule_incomplete", body["reason"])

    def test_every_answer_says_who_says_so_and_in_which_version(self) -> None:
        body = evaluate(SPLIT, {"revenue": dong(1000)}).body
        self.assertEqual("193-2025-qh15", body["basis"]["document"]["slug"])
        cited = {one["record"] for one in body["citations"]}
        self.assertEqual({SPLIT, *(one["slug"] for one in body["terms"])}, cited)
        versions = {one["slug"]: one["version"] for one in body["terms"]}
        listed = ask("terms/", [("measure", SPLIT)]).body["results"]
        self.assertEqual({one["slug"]: one["modified_at"] for one in listed}, versions)
        self.assertTrue(body["rule"]["version"] and body["rule"]["engine"])

    def test_steps_are_told_in_both_languages(self) -> None:
        body = evaluate(SPLIT, {"revenue": dong(1_234_567_891)}).body
        first = body["steps"][0]
        self.assertIn("30% của 1.234.567.891", first["words"])
        self.assertIn("30% of 1,234,567,891", first["words_en"])


class PastTests(TestCase):
    """The register of an earlier time gives the value it gave then."""

    def test_a_correction_is_not_known_before_it_was_made(self) -> None:
        before = timezone.now()
        floor = Term.objects.get(slug=f"{PROFIT}-floor")
        expected = ExampleValue.objects.filter(term=floor)
        with in_turn():
            floor.value = Decimal(35)
            save_record(floor)
            for one in expected:
                told = one.example.values.get(term=None)
                one.value = (told.value * 35 / 100).quantize(Decimal(1), ROUND_HALF_UP)
                save_record(one)
        inputs = {"profit": dong(100)}
        now = evaluate(PROFIT, inputs, as_of="2025-12-01")
        then = evaluate(PROFIT, inputs, as_of="2025-12-01", known_at=before.isoformat())
        self.assertEqual((["35"], ["30"]), (amounts(now), amounts(then)))
        self.assertIsNone(now.body["known_at"])
        self.assertIsNotNone(then.body["known_at"])

    def test_a_time_to_come(self) -> None:
        answer = evaluate(SPLIT, {}, known_at="2999-01-01T00:00:00Z")
        self.assertEqual({("/known_at", "future")}, faults(answer))


class RefusalTests(TestCase):
    """What is missing or wrong is named; nothing is assumed."""

    def test_each_input_at_fault_is_named(self) -> None:
        answer = evaluate(
            FIVE_G,
            {
                "investment": {"value": "1e400", "unit": "vnd"},
                "stations": {"value": "20000", "unit": "vnd"},
                "first_built_on": {"day": "2025-02-30"},
                "masts": {"answer": True},
            },
        )
        self.assertEqual((422, PROBLEM), (answer.status, answer.type))
        self.assertEqual("invalid_inputs", answer.body["code"])
        self.assertEqual(
            {
                ("/inputs/investment/value", "wrong_type"),
                ("/inputs/stations/unit", "wrong_unit"),
                ("/inputs/first_built_on/day", "not_a_day"),
                ("/inputs/last_built_on", "missing"),
                ("/inputs/masts", "unknown_input"),
            },
            faults(answer),
        )

    def test_amounts_that_are_none(self) -> None:
        for value, code in (
            ("-1", "negative"),
            ("NaN", "wrong_type"),
            ("Infinity", "wrong_type"),
            ("9" * 19, "too_large"),
            ("0.5", "not_whole"),
            (1000, "wrong_type"),
            (None, "missing"),
        ):
            with self.subTest(value=value):
                told = {"revenue": {"value": value, "unit": "vnd"}}
                answer = evaluate(SPLIT, told)
                self.assertEqual(422, answer.status)
                self.assertEqual({("/inputs/revenue/value", code)}, faults(answer))

    def test_nothing_is_told(self) -> None:
        bodies: tuple[Any, ...] = ({}, {"inputs": {}}, {"inputs": None})
        for body in bodies:
            with self.subTest(body=body):
                answer = post(f"measures/{SPLIT}/evaluate/", body)
                self.assertEqual({("/inputs/revenue", "missing")}, faults(answer))

    def test_inputs_that_are_no_object(self) -> None:
        odd: tuple[Any, ...] = ([], "revenue", 7, True)
        for told in odd:
            with self.subTest(told=told):
                answer = evaluate(SPLIT, told)
                self.assertEqual(422, answer.status)
                self.assertEqual({("/inputs", "wrong_type")}, faults(answer))

    def test_inputs_are_checked_even_where_nothing_applies(self) -> None:
        answer = evaluate(SPLIT, {}, as_of="2020-01-01")
        self.assertEqual(422, answer.status)

    def test_a_measure_without_rule_asks_for_nothing(self) -> None:
        answer = evaluate(make_measure().slug, {"revenue": dong(1)})
        self.assertEqual({("/inputs/revenue", "unknown_input")}, faults(answer))

    def test_other_faults_of_the_body(self) -> None:
        for body, pointer in (
            ({"as_of": "20250601"}, "/as_of"),
            ({"as_of": "2025-06-31"}, "/as_of"),
            ({"as_of": 20250601}, "/as_of"),
            ({"day": DAY}, "/day"),
            ({"known_at": "yesterday"}, "/known_at"),
        ):
            with self.subTest(body=body):
                answer = post(f"measures/{SPLIT}/evaluate/", body)
                self.assertEqual(400, answer.status)
                self.assertEqual({pointer}, {where for where, _code in faults(answer)})

    def test_measures_that_are_not_there(self) -> None:
        for slug, status in (("no-such-measure", 404), ("A", 404), ("%00", 404)):
            self.assertEqual(status, evaluate(slug, {}).status)
        draft = make_measure(state="draft")
        self.assertEqual(404, evaluate(draft.slug, {}).status)
        withdrawn = make_measure()
        withdrawn.state = "withdrawn"
        save_record(withdrawn)
        self.assertEqual(410, evaluate(withdrawn.slug, {}).status)


class BatchTests(TestCase):
    """Many at once: as each alone, in as many queries."""

    def test_each_as_alone(self) -> None:
        asked = MANY[49:51]
        answer = post("evaluate/", {"evaluations": asked})
        alone = [evaluate(one["measure"], one["inputs"]).body for one in asked]
        self.assertEqual(alone, answer.body["results"])

    def test_a_hundred_cost_as_many_queries_as_one(self) -> None:
        def cost(asked: list[Any]) -> int:
            with CaptureQueriesContext(connection) as captured:
                answer = post("evaluate/", {"evaluations": asked})
            self.assertEqual(len(asked), len(answer.body["results"]))
            return len(captured)

        self.assertEqual(cost(MANY[:1]), cost(MANY))
        self.assertLessEqual(cost(MANY), 6)

    def test_faults_say_in_which_one(self) -> None:
        asked = [MANY[0], {"measure": SPLIT, "inputs": {}}]
        answer = post("evaluate/", {"evaluations": asked})
        self.assertEqual(422, answer.status)
        self.assertEqual({("/evaluations/1/inputs/revenue", "missing")}, faults(answer))

    def test_unknown_measures_are_named(self) -> None:
        asked = [MANY[0], {"measure": "nobody", "inputs": {}}]
        answer = post("evaluate/", {"evaluations": asked})
        self.assertEqual({("/evaluations/1/measure", "does_not_exist")}, faults(answer))

    def test_bounds(self) -> None:
        for asked in ([], MANY[:1] * 201, None, "x"):
            answer = post("evaluate/", {"evaluations": asked})
            self.assertEqual(400, answer.status)

    def test_an_evaluation_costs_the_same_whatever_the_register_holds(self) -> None:
        with CaptureQueriesContext(connection) as few:
            evaluate(SPLIT, {"revenue": dong(1)})
        for _ in range(20):
            make_measure()
        with CaptureQueriesContext(connection) as many:
            evaluate(SPLIT, {"revenue": dong(1)})
        self.assertEqual(len(few), len(many))

    def test_today_is_the_day_if_none_is_said(self) -> None:
        now = datetime(2025, 9, 30, 17, 30, tzinfo=UTC)  # 1 October in Viet Nam
        with patch.object(timezone, "now", return_value=now):
            answer = post(
                f"measures/{PROFIT}/evaluate/", {"inputs": {"profit": dong(10)}}
            )
        self.assertEqual("2025-10-01", answer.body["as_of"])
        self.assertEqual("applies", answer.body["outcome"])
