"""Citations as people write them lead to what they mean, and only there."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson
import yaml
from django.test import TestCase

from policies.models import Document
from tests.api.calls import CLIENT, JSON, JSONRecord

GOLDEN: Mapping[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "citations.yaml").read_text("utf-8")
)


def asked(citations: list[str]) -> Iterator[JSONRecord]:
    """Resolve any number of citations, a hundred at a time."""
    for start in range(0, len(citations), 100):
        body = orjson.dumps({"citations": citations[start : start + 100]})
        answer = CLIENT.post("/api/v1/resolve/", data=body, content_type=JSON)
        if answer.status_code != 200:
            raise AssertionError(answer.content)
        yield from orjson.loads(answer.content)["results"]


def candidates(answer: JSONRecord) -> dict[str, set[str]]:
    """Give the reasons of each candidate by its public id."""
    return {
        one["document"]["slug"]: {reason["code"] for reason in one["reasons"]}
        for one in answer["candidates"]
    }


def open_cases(outcome: str) -> dict[str, dict[str, set[str]]]:
    """Give the expected candidates of each citation with an open outcome."""
    return {
        str(citation): {slug: set(codes) for slug, codes in expected.items()}
        for citation, expected in GOLDEN[outcome].items()
    }


class GoldenCitationTests(TestCase):
    """The golden file, citation by citation."""

    def test_what_names_one_document_resolves_to_it(self) -> None:
        cases = [
            (str(form), slug)
            for slug, forms in GOLDEN["resolved"].items()
            for form in forms
        ]
        answers = asked([form for form, _slug in cases])
        for (form, slug), answer in zip(cases, answers, strict=True):
            with self.subTest(form):
                found = answer["document"] and answer["document"]["slug"]
                self.assertEqual(("resolved", slug), (answer["outcome"], found), answer)

    def test_what_may_name_several_gives_them_with_reasons(self) -> None:
        self.check_open("ambiguous")

    def test_what_the_register_does_not_hold_is_not_found(self) -> None:
        self.check_open("not_found")

    def check_open(self, outcome: str) -> None:
        cases = open_cases(outcome)
        answers = asked(list(cases))
        for (form, expected), answer in zip(cases.items(), answers, strict=True):
            with self.subTest(form):
                self.assertEqual(outcome, answer["outcome"], answer)
                self.assertIsNone(answer["document"])
                self.assertEqual(expected, candidates(answer))

    def test_what_names_nothing_is_unreadable(self) -> None:
        for answer in asked(GOLDEN["unreadable"]):
            with self.subTest(answer["citation"]):
                self.assertEqual("unreadable", answer["outcome"])

    def test_a_provision_is_addressed_and_found_if_it_is_held(self) -> None:
        cases = [
            (form, slug, *expected.split(" "))
            for slug, forms in GOLDEN["provisions"].items()
            for form, expected in forms.items()
        ]
        answers = asked([case[0] for case in cases])
        for (form, slug, eid, *record), answer in zip(cases, answers, strict=True):
            with self.subTest(form):
                self.assertEqual(slug, answer["document"]["slug"], answer)
                provision = answer["provision"]
                self.assertEqual(eid, provision["eid"])
                held = [provision["record"]["slug"]] if provision["record"] else []
                self.assertEqual(record, held)
                expected = "in_register" if record else "not_in_register"
                self.assertEqual(expected, provision["outcome"])

    def test_a_provision_without_an_address_says_why(self) -> None:
        cases = GOLDEN["provision_problems"]
        for expected, answer in zip(cases.values(), asked(list(cases)), strict=True):
            with self.subTest(answer["citation"]):
                self.assertEqual(expected, answer["provision"]["outcome"])
                self.assertIsNone(answer["provision"]["record"])

    def test_every_published_document_is_cited(self) -> None:
        published = Document.objects.filter(state="published")
        self.assertEqual(
            set(published.values_list("slug", flat=True)), set(GOLDEN["resolved"])
        )

    def test_there_are_at_least_four_hundred_forms(self) -> None:
        forms = sum(map(len, GOLDEN["resolved"].values()))
        forms += len(GOLDEN["ambiguous"]) + len(GOLDEN["not_found"])
        forms += sum(map(len, GOLDEN["provisions"].values()))
        self.assertGreaterEqual(forms, 400)
