"""A change that would break a client is refused unless the changelog names it."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any
from unittest import TestCase

from r57.api import openapi
from tests.contract.breaking import Break, breaks
from tests.contract.release import CHANGELOG, recorded_subjects, released, unrecorded

Document = dict[str, Any]
Change = Callable[[Document], object]

PAGE = {
    "type": "object",
    "required": ["results", "next"],
    "properties": {
        "results": {"type": "array", "items": {"$ref": "#/components/schemas/Law"}},
        "next": {"type": ["string", "null"], "format": "uri"},
    },
}
LAW = {
    "type": "object",
    "required": ["slug", "kind"],
    "properties": {
        "slug": {"type": "string", "maxLength": 200},
        "kind": {"$ref": "#/components/schemas/Kind"},
        "share": {"type": ["string", "null"], "format": "decimal", "pattern": r"^\d+$"},
        "note": {"type": "string"},
    },
}
LIST = {
    "operationId": "listLaws",
    "tags": ["laws"],
    "parameters": [
        {"in": "query", "name": "q", "schema": {"type": "string", "maxLength": 200}},
        {
            "in": "query",
            "name": "kind",
            "schema": {"$ref": "#/components/schemas/Kind"},
        },
        {
            "in": "query",
            "name": "order",
            "schema": {"type": "string", "enum": ["slug", "-slug"]},
        },
    ],
    "responses": {
        "200": {
            "headers": {"RateLimit": {}},
            "content": {"application/json": {"schema": PAGE}},
        },
        "400": {"content": {"application/problem+json": {"schema": {}}}},
    },
}
ASK = {
    "operationId": "askLaws",
    "tags": ["laws"],
    "requestBody": {
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Question"}}
        }
    },
    "responses": {"200": {"description": "Asked."}},
}
QUESTION = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "maxLength": 500},
        "day": {"type": ["string", "null"]},
    },
}
BEFORE: Document = {
    "paths": {"/laws/": {"get": LIST, "post": ASK}},
    "components": {
        "schemas": {
            "Law": LAW,
            "Question": QUESTION,
            "Kind": {"type": "string", "enum": ["act", "code"]},
        }
    },
}


def changed(change: Change) -> list[Break]:
    """Give the breaks that a change of the small document makes."""
    after = deepcopy(BEFORE)
    change(after)
    return breaks(BEFORE, after)


def get(document: Document) -> Any:
    return document["paths"]["/laws/"]["get"]


def page(document: Document) -> Any:
    return get(document)["responses"]["200"]["content"]["application/json"]["schema"]


def schema(document: Document, name: str) -> Any:
    return document["components"]["schemas"][name]


def member(document: Document, component: str, name: str) -> Any:
    return schema(document, component)["properties"][name]


REQUIRED = {"in": "query", "name": "day", "required": True, "schema": {}}
XML = {"application/xml": {"schema": PAGE}}

SEEDED: list[tuple[str, Change]] = [
    ("listLaws", lambda d: d["paths"].clear()),
    ("askLaws", lambda d: d["paths"]["/laws/"].pop("post")),
    ("listLaws", lambda d: get(d).update(operationId="lawsList")),
    ("listLaws", lambda d: get(d).update(tags=["documents"])),
    ("listLaws", lambda d: get(d).update(security=[{"token": []}])),
    ("listLaws(q)", lambda d: get(d)["parameters"].pop(0)),
    ("listLaws(q)", lambda d: get(d)["parameters"][0].update(required=True)),
    ("listLaws(q)", lambda d: get(d)["parameters"][0].update(explode=False)),
    ("listLaws(day)", lambda d: get(d)["parameters"].append(REQUIRED)),
    ("listLaws(q)", lambda d: get(d)["parameters"][0]["schema"].update(maxLength=100)),
    ("listLaws(q)", lambda d: get(d)["parameters"][0]["schema"].update(pattern="a")),
    ("listLaws(q)", lambda d: get(d)["parameters"][0]["schema"].update(type="integer")),
    ("listLaws(q)", lambda d: get(d)["parameters"][0]["schema"].update(enum=["a"])),
    ("listLaws(order)", lambda d: get(d)["parameters"][2]["schema"]["enum"].pop()),
    ("listLaws 400", lambda d: get(d)["responses"].pop("400")),
    ("listLaws 200", lambda d: get(d)["responses"]["200"].update(content=XML)),
    ("listLaws 200", lambda d: get(d)["responses"]["200"]["headers"].clear()),
    ("listLaws 200.next", lambda d: page(d)["required"].remove("next")),
    ("listLaws 200.next", lambda d: page(d)["properties"].pop("next")),
    (
        "listLaws 200.results",
        lambda d: page(d)["properties"]["results"].update(items={}),
    ),
    ("Law", lambda d: d["components"]["schemas"].pop("Law")),
    ("Law.slug", lambda d: schema(d, "Law")["required"].remove("slug")),
    ("Law.note", lambda d: schema(d, "Law")["properties"].pop("note")),
    ("Law.slug", lambda d: member(d, "Law", "slug").update(type=["string", "null"])),
    ("Law.slug", lambda d: member(d, "Law", "slug").update(type="integer")),
    ("Law.share", lambda d: member(d, "Law", "share").update(format="double")),
    ("Law.share", lambda d: member(d, "Law", "share").pop("pattern")),
    ("Kind", lambda d: schema(d, "Kind")["enum"].append("charter")),
    ("Kind", lambda d: schema(d, "Kind")["enum"].remove("act")),
    ("Question.day", lambda d: schema(d, "Question")["required"].append("day")),
    ("Question.day", lambda d: schema(d, "Question")["properties"].pop("day")),
    ("Question.day", lambda d: member(d, "Question", "day").update(type="string")),
    ("Question.text", lambda d: member(d, "Question", "text").update(maxLength=9)),
    ("askLaws body", lambda d: d["paths"]["/laws/"]["post"].pop("requestBody")),
]
OPTIONAL = {"in": "query", "name": "year", "schema": {"type": "integer"}}
HARMLESS: list[Change] = [
    lambda _document: None,
    lambda d: d["paths"].update({"/decrees/": {"get": LIST}}),
    lambda d: get(d)["parameters"].append(OPTIONAL),
    lambda d: get(d)["parameters"][0]["schema"].update(maxLength=300),
    lambda d: get(d)["parameters"][0].update(description="Other words."),
    lambda d: get(d)["parameters"][2]["schema"]["enum"].append("year"),
    lambda d: get(d)["responses"].update({"429": {}}),
    lambda d: get(d)["responses"]["200"]["content"].update(XML),
    lambda d: schema(d, "Law")["properties"].update(year={"type": "integer"}),
    lambda d: schema(d, "Law")["required"].append("note"),
    lambda d: member(d, "Law", "share").update(type="string"),
    lambda d: member(d, "Question", "text").pop("maxLength"),
    lambda d: schema(d, "Question")["required"].remove("text"),
    lambda d: schema(d, "Question")["properties"].update(year={"type": "integer"}),
    lambda d: schema(d, "Law")["properties"].update(
        kind={"allOf": [{"$ref": "#/components/schemas/Kind"}], "description": "New."}
    ),
]


class ComparerTests(TestCase):
    """What breaks a client, and what does not."""

    def test_each_seeded_break_is_found_where_it_is(self) -> None:
        for number, (subject, change) in enumerate(SEEDED):
            with self.subTest(subject, number=number):
                self.assertIn(subject, {one.subject for one in changed(change)})

    def test_what_harms_no_client_is_no_break(self) -> None:
        for number, change in enumerate(HARMLESS):
            with self.subTest(number=number):
                self.assertEqual([], changed(change))

    def test_the_real_document_does_not_break_itself(self) -> None:
        self.assertEqual([], breaks(openapi(), openapi()))

    def test_a_break_deep_in_the_real_document_is_found(self) -> None:
        after = deepcopy(openapi())
        after["components"]["schemas"]["DocumentRef"]["properties"].pop("slug")
        (found,) = breaks(openapi(), after)
        self.assertEqual("DocumentRef.slug: member is gone", str(found))


class ChangelogTests(TestCase):
    """A break is named under Breaking of the unreleased section, or refused."""

    FOUND = (Break("listLaws(issuer)", "is gone"), Break("Law.number", "is gone"))

    def left(self, lines: str) -> list[str]:
        """Give the subjects that a changelog with these lines does not name."""
        text = f"# Changelog\n\n## Unreleased\n\n{lines}\n\n## 0.1.0\n\n### Breaking\n"
        text += "\n- `Law.number` is gone.\n"
        return [one.subject for one in unrecorded(self.FOUND, text)]

    def test_a_named_break_passes(self) -> None:
        named = "### Breaking\n\n- `listLaws(issuer)` and `Law.number` are gone."
        self.assertEqual([], self.left(named))

    def test_a_star_names_the_same_thing_in_many_places(self) -> None:
        named = "### Breaking\n\n- `list*(issuer)` is gone.\n\n### API\n"
        self.assertEqual(["Law.number"], self.left(named))

    def test_what_is_named_elsewhere_or_in_passing_is_not_recorded(self) -> None:
        both = ["listLaws(issuer)", "Law.number"]
        for lines in (
            "",
            "### API\n\n- `listLaws(issuer)` and `Law.number` are gone.",
            "### Breaking\n\n- listLaws(issuer) and Law.number are gone.",
            "### Breaking\n\n- `*`",
        ):
            with self.subTest(lines):
                self.assertEqual(both, self.left(lines))


class GateTests(TestCase):
    """The document as it is now, against that of the last release."""

    def test_every_break_since_the_last_release_is_in_the_changelog(self) -> None:
        found = breaks(released(), openapi())
        missing = unrecorded(found, CHANGELOG.read_text("utf-8"))
        advice = "Name what stands before the colon in backticks under Breaking."
        self.assertEqual([], [str(one) for one in missing], advice)

    def test_the_changelog_names_no_break_that_is_none(self) -> None:
        found = breaks(released(), openapi())
        for subject in recorded_subjects(CHANGELOG.read_text("utf-8")):
            line = f"### Breaking\n- `{subject}`"
            left = unrecorded(found, f"## Unreleased\n{line}\n")
            with self.subTest(subject):
                self.assertLess(len(left), len(found))
