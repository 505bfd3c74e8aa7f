"""The progress of a target by the API: its address, and the status in lists."""

from datetime import date
from decimal import Decimal

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.models import RecordState
from policies.models import Observation, Target
from policies.services import save_record
from policies.services.progress import stored_progress
from tests.api.calls import PROBLEM, JSONRecord, ask
from tests.contract.validation import violations
from tests.factories import make_observation, make_target

DIGITAL = "digital-economy-30-percent-of-gdp-by-2030"
DAY = "as_of=2026-01-01"


def progress(slug: str, query: str = DAY) -> JSONRecord:
    """Ask for the progress of a target, and hold it to the schema."""
    answer = ask(f"targets/{slug}/progress/", query)
    broken = violations("TargetProgress", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


def status(slug: str, query: str) -> object:
    """Ask for the status of a target as its record has it."""
    return ask(f"targets/{slug}/", f"fields=status&{query}").body["status"]


class RegisterTests(TestCase):
    """Real targets on real days."""

    def test_the_two_methods_of_the_digital_economy_are_never_mixed(self) -> None:
        found = {one["method_en"]: one for one in progress(DIGITAL)["series"]}
        statistics = found.pop("Figure of the statistics office")
        estimate = found.pop("Estimate of a ministry")
        self.assertEqual({}, found)
        self.assertEqual("13.17", statistics["baseline"]["value"])
        self.assertEqual("14.02", statistics["latest"]["value"])
        self.assertEqual("behind", statistics["status"])
        self.assertEqual("18.3", estimate["baseline"]["value"])
        self.assertEqual("18.3", estimate["latest"]["value"])
        self.assertEqual("no_data", estimate["status"])

    def test_every_amount_is_exact_and_says_what_is_missing(self) -> None:
        found = progress(DIGITAL)["series"][0]
        expected = {
            "required": "15.981401",
            "required_at_latest": "15.97372",
            "gap": "15.98",
            "gap_to_course": "1.95372",
            "required_pace": "2.805",
            "pace_from_latest": "3.196",
        }
        self.assertEqual(expected, {name: found[name] for name in expected})

    def test_each_value_names_its_source(self) -> None:
        said = progress(DIGITAL)["series"][0]["latest"]["citations"]
        self.assertIn(
            "thoibaotaichinh-digital-economy-2025",
            [one["source"]["slug"] for one in said],
        )

    def test_statuses_on_telling_days(self) -> None:
        week = "guidance-within-a-week-of-resolution-193"
        for slug, day, expected in (
            (DIGITAL, "2025-12-30", "no_data"),
            (DIGITAL, "2025-12-31", "behind"),
            (DIGITAL, "2031-01-01", "no_data"),
            (week, "2025-02-27", "no_data"),
            (week, "2025-04-13", "missed"),
            ("four-priority-product-groups-in-2025", "2025-10-30", "no_data"),
            ("four-priority-product-groups-in-2025", "2025-10-31", "reached"),
            ("all-business-procedures-online-in-2025", "2026-01-01", "no_data"),
            (
                "national-venture-fund-2000-billion-vnd-in-five-years",
                "2026-01-01",
                None,
            ),
        ):
            with self.subTest(slug, day=day):
                self.assertEqual(expected, progress(slug, f"as_of={day}")["status"])
                self.assertEqual(expected, status(slug, f"as_of={day}"))

    def test_the_list_is_asked_for_what_is_behind_on_a_day(self) -> None:
        behind = [DIGITAL, "digital-economy-50-percent-of-gdp-by-2045"]
        self.assertEqual(behind, ask("targets/", f"status=behind&{DAY}").slugs)
        self.assertEqual([], ask("targets/", "status=behind&as_of=2025-01-01").slugs)
        others = ask("targets/", f"status__n=behind&page_size=200&{DAY}").slugs
        self.assertEqual(set(), set(behind) & set(others))
        ambitions = ask("targets/", f"status__isnull=true&page_size=200&{DAY}")
        kinds = {one["kind"] for one in ambitions.body["results"]}
        self.assertEqual({"ambition"}, kinds)

    def test_it_counts_by_status(self) -> None:
        facets = ask("targets/", f"facets=status&page_size=1&{DAY}").body["facets"]
        counts = {one["value"]: one["count"] for one in facets["status"]["values"]}
        self.assertEqual(2, counts["behind"])
        self.assertEqual(1, counts["reached"])

    def test_the_address_and_the_list_agree_on_every_target_and_turn(self) -> None:
        for target in Target.objects.filter(state=RecordState.PUBLISHED):
            days = {row[2] for row in stored_progress(target)} - {None}
            for day in (date(2026, 1, 1), *sorted(map(str, days))):
                with self.subTest(target.slug, day=day):
                    found = progress(target.slug, f"as_of={day}")["status"]
                    self.assertEqual(found, status(target.slug, f"as_of={day}"))


class AnswerTests(TestCase):
    """The clocks, costs and refusals."""

    def test_the_register_s_past_is_answered(self) -> None:
        target = make_target(due_on="2030-01-01")
        value = make_observation(indicator=target.indicator, method="m", value="60")
        asked = f"known_at={value.modified_at.isoformat().replace('+', '%2B')}"
        again = Observation.objects.get(pk=value.pk)
        again.value = Decimal(10)
        save_record(again)
        self.assertEqual("no_data", progress(target.slug)["status"])
        self.assertEqual("reached", progress(target.slug, f"{asked}&{DAY}")["status"])
        self.assertEqual("reached", status(target.slug, f"{asked}&{DAY}"))
        listed = ask("targets/", f"status=reached&{asked}&{DAY}").slugs
        self.assertIn(target.slug, listed)

    def test_a_series_says_by_what_its_values_belong_together(self) -> None:
        target = make_target()
        make_observation(indicator=target.indicator)
        (series,) = progress(target.slug)["series"]
        self.assertFalse(series["comparable"])
        self.assertIsNone(series["baseline"])
        self.assertEqual("14", series["latest"]["value"])
        self.assertIsNone(series["required"])

    def test_it_costs_the_same_however_many_values_there_are(self) -> None:
        target = make_target()
        costs = []
        for year in range(2010, 2026):
            make_observation(
                indicator=target.indicator,
                method=f"m{year % 3}",
                period_on=f"{year}-01-01",
            )
            with CaptureQueriesContext(connection) as captured:
                progress(target.slug)
            costs.append(len(captured))
        self.assertEqual({4}, set(costs))

    def test_a_client_that_holds_the_answer_gets_304(self) -> None:
        address = f"targets/{DIGITAL}/progress/"
        from_client = self.client.get(f"/api/v1/{address}?{DAY}")
        held = {"If-None-Match": from_client["ETag"]}
        again = self.client.get(f"/api/v1/{address}?{DAY}", headers=held)
        self.assertEqual(304, again.status_code)

    def test_a_wrong_question_is_refused_by_name(self) -> None:
        for query, name in (
            ("as_of=2025-02-29", "as_of"),
            ("as_of=", "as_of"),
            ("as_of=2025-01-01&as_of=2025-01-02", "as_of"),
            ("on=2025-01-01", "on"),
            ("known_at=2999-01-01T00:00:00Z", "known_at"),
        ):
            answer = ask(f"targets/{DIGITAL}/progress/", query)
            with self.subTest(query):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual(name, answer.body["errors"][0]["parameter"])
        wrong = ask("targets/", "status=late")
        self.assertEqual(400, wrong.status)
        self.assertIn("behind", wrong.body["errors"][0]["allowed"])

    def test_a_target_that_is_not_public_has_no_progress(self) -> None:
        hidden = make_target(state=RecordState.DRAFT)
        for slug in (hidden.slug, "no-such-target"):
            self.assertEqual(404, ask(f"targets/{slug}/progress/").status)
