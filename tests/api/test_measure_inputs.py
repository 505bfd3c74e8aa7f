"""What a measure must be told: a JSON Schema that holds, examples that come out."""

from typing import Any

import jsonschema_rs
from django.test import TestCase

from policies.models import Measure
from tests.api.calls import JSONRecord, ask
from tests.api.evaluating import SPLIT, evaluate

KINDS = {
    "split",
    "conditional_rate",
    "cap_floor",
    "target_check",
    "eligibility",
}


def inputs(slug: str) -> JSONRecord:
    """Ask what a measure must be told."""
    answer = ask(f"measures/{slug}/inputs/")
    if answer.status != 200:
        raise AssertionError(answer.content)
    body: JSONRecord = answer.body
    return body


def computed() -> list[str]:
    """Name every measure of the register that can be evaluated."""
    found = Measure.objects.exclude(rule_kind="").order_by("slug")
    return list(found.values_list("slug", flat=True))


class ExampleTests(TestCase):
    """Every worked example of the register, sent as it is given."""

    def test_every_example_comes_to_what_it_says(self) -> None:
        tried = 0
        for slug in computed():
            for example in inputs(slug)["examples"]:
                with self.subTest(example=example["slug"]):
                    answer = evaluate(
                        slug, example["inputs"], as_of=example["as_of"]
                    ).body
                    self.assertEqual(example["outcome"], answer["outcome"])
                    found = {one["term"]: one["value"] for one in answer["amounts"]}
                    for amount in example["amounts"]:
                        self.assertEqual(amount["value"], found[amount["term"]])
                    tried += 1
        self.assertGreaterEqual(tried, 2 * len(computed()))

    def test_the_register_holds_measures_of_every_kind_its_sources_give(self) -> None:
        found = set(Measure.objects.exclude(rule_kind="").values_list("rule_kind"))
        self.assertEqual({(kind,) for kind in KINDS}, found)


class SchemaTests(TestCase):
    """The schema takes what evaluation takes, and refuses what it refuses."""

    def test_every_schema_takes_its_examples(self) -> None:
        for slug in computed():
            body = inputs(slug)
            schema = jsonschema_rs.validator_for(body["schema"])
            for example in body["examples"]:
                with self.subTest(example=example["slug"]):
                    schema.validate(example["inputs"])

    def test_schema_and_evaluation_agree_on_what_is_wrong(self) -> None:
        schema = jsonschema_rs.validator_for(inputs(SPLIT)["schema"])
        good: dict[str, Any] = {"revenue": {"value": "10", "unit": "vnd"}}
        for told in (
            good,
            {},
            {"revenue": {"value": "10"}},
            {"revenue": {"value": 10, "unit": "vnd"}},
            {"revenue": {"value": "-10", "unit": "vnd"}},
            {"revenue": {"value": "1e9", "unit": "vnd"}},
            {"revenue": {"value": "10", "unit": "usd"}},
            {**good, "other": {"answer": True}},
            {"revenue": {"value": "10", "unit": "vnd", "extra": 1}},
        ):
            with self.subTest(told=told):
                taken = evaluate(SPLIT, told).status == 200
                self.assertEqual(taken, schema.is_valid(told))

    def test_units_and_labels_are_told(self) -> None:
        property_ = inputs(SPLIT)["schema"]["properties"]["revenue"]
        self.assertEqual({"const": "vnd"}, property_["properties"]["unit"])
        self.assertTrue(property_["title"] and property_["description"])

    def test_a_measure_without_rule_has_no_schema(self) -> None:
        slug = Measure.objects.filter(rule_kind="", state="published")[0].slug
        body = inputs(slug)
        self.assertIsNone(body["schema"])
        self.assertEqual([], body["examples"])

    def test_one_that_is_not_there(self) -> None:
        self.assertEqual(404, ask("measures/no-such-measure/inputs/").status)
        self.assertEqual(400, ask(f"measures/{SPLIT}/inputs/", "day=1").status)
