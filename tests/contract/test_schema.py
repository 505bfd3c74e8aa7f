"""The OpenAPI document says all that a generated client needs, and says it once.

That it is generated without a warning is held by ``make schema-check``.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.test import SimpleTestCase
from openapi_spec_validator import OpenAPIV31SpecValidator

from policies.common.api.schema import camel
from policies.common.codes import CodeList
from policies.common.validators import SLUG_PATTERN
from r57.api import openapi
from r57.openapi_settings import ENUMS
from tests.api.calls import COLLECTIONS, PROBLEM
from tests.contract.whole import whole

Schema = dict[str, Any]

INLINE_ENUMS = {"ordering", "include", "facets", "theme", "layout"}
PROBLEMS = {"400", "401", "406", "414", "429", "503"}
VERBS = (
    "list|get|resolve|search|evaluate|export|create|put|update|delete|merge|bulk|send|test|"
    "rotate|replay"
)
OPEN = {"RefRequest"}  # labels that were read may be sent back


def operations() -> Iterator[tuple[str, Schema]]:
    """Every operation with its id."""
    for path in whole()["paths"].values():
        for operation in path.values():
            yield operation["operationId"], operation


def by_id(operation: Schema) -> bool:
    """Tell whether an operation gives one record by its public id."""
    return any(one["in"] == "path" for one in operation.get("parameters", ()))


def nodes(node: Any) -> Iterator[Schema]:
    """Every object of the document, at any depth, but for the examples."""
    if isinstance(node, list):
        for item in node:
            yield from nodes(item)
    if isinstance(node, dict):
        yield node
        for name, value in node.items():
            if name != "example":
                yield from nodes(value)


def enums() -> dict[frozenset[str], str]:
    """Give the names of the components that are enums, by their codes."""
    return {
        frozenset(schema["enum"]): name
        for name, schema in openapi()["components"]["schemas"].items()
        if "enum" in schema
    }


class DocumentTests(SimpleTestCase):
    """The document as a whole."""

    def test_it_is_valid_openapi(self) -> None:
        OpenAPIV31SpecValidator(openapi()).validate()

    def test_null_is_said_the_way_of_openapi_3_1(self) -> None:
        self.assertEqual([], [node for node in nodes(openapi()) if "nullable" in node])

    def test_every_tag_is_declared_and_described(self) -> None:
        declared = {tag["name"]: tag["description"] for tag in openapi()["tags"]}
        own = {"service", "webhooks", "webhook-events"}
        self.assertEqual({one.name for one in COLLECTIONS} | own, set(declared))
        self.assertTrue(all(declared.values()))


class OperationTests(SimpleTestCase):
    """Each operation."""

    def test_ids_are_unique_and_begin_with_a_verb(self) -> None:
        ids = Counter(name for name, _operation in operations())
        self.assertEqual([], [name for name, times in ids.items() if times > 1])
        for name in ids:
            self.assertRegex(name, rf"^({VERBS})[A-Z][A-Za-z]+$")

    def test_every_collection_has_a_list_and_a_record(self) -> None:
        ids = {name for name, _operation in operations()}
        for one in COLLECTIONS:
            wanted = {f"list{camel(one.name)}", f"get{camel(one.singular)}"}
            self.assertLessEqual(wanted, ids)

    def test_each_has_exactly_one_tag(self) -> None:
        for name, operation in operations():
            with self.subTest(name):
                self.assertEqual(1, len(operation["tags"]))

    def test_each_has_a_summary_and_a_description(self) -> None:
        for name, operation in operations():
            with self.subTest(name):
                self.assertTrue(operation["summary"])
                self.assertTrue(operation["description"])

    def test_a_body_says_that_unknown_members_are_refused(self) -> None:
        schemas = openapi()["components"]["schemas"]
        bodies = {name for name in schemas if name.endswith("Request")} - OPEN
        self.assertTrue(bodies)
        for name in bodies:
            with self.subTest(name):
                self.assertFalse(schemas[name].get("additionalProperties", True))

    def test_each_says_what_problems_it_answers(self) -> None:
        for name, operation in operations():
            found = by_id(operation) and not name.startswith("put")
            wanted = PROBLEMS | ({"404"} if found else set())
            wanted |= {"413", "415"} if "requestBody" in operation else set()
            answers = operation["responses"]
            refusals = {status for status in answers if status >= "400"}
            with self.subTest(name):
                self.assertLessEqual(wanted, refusals)
                self.assertTrue({"200", "201", "204"} & set(answers))
                for status in refusals:
                    self.assertEqual([PROBLEM], list(answers[status]["content"]))

    def test_each_that_writes_needs_a_token_and_no_other_does(self) -> None:
        for one in COLLECTIONS:
            for address, operations_there in whole()["paths"].items():
                if address.split("/")[3] != one.name:
                    continue
                for method, operation in operations_there.items():
                    writes = method != "get" and not address.endswith("/evaluate/")
                    with self.subTest(address, method=method):
                        self.assertEqual(writes, "security" in operation)


class ParameterTests(SimpleTestCase):
    """Each parameter of each operation."""

    def assert_each(self, holds: Callable[[Schema, Schema], bool]) -> None:
        """Expect something of every parameter and the schema of one value of it."""
        offenders = [
            f"{name}: {parameter['name']}"
            for name, operation in operations()
            for parameter in operation.get("parameters", ())
            if not holds(
                parameter, parameter["schema"].get("items", parameter["schema"])
            )
        ]
        self.assertEqual([], offenders)

    def test_each_is_typed(self) -> None:
        self.assert_each(lambda _parameter, one: "type" in one or "$ref" in one)

    def test_each_is_described(self) -> None:
        self.assert_each(lambda parameter, _one: bool(parameter["description"].strip()))

    def test_an_enum_is_named_but_for_those_of_one_list(self) -> None:
        self.assert_each(
            lambda parameter, one: (
                ("enum" in one) == (parameter["name"] in INLINE_ENUMS)
            )
        )

    def test_a_public_id_in_the_path_says_its_form(self) -> None:
        form = {"type": "string", "pattern": SLUG_PATTERN, "maxLength": 200}
        self.assert_each(
            lambda parameter, one: parameter["name"] != "slug" or one == form
        )

    def test_a_parameter_that_may_be_repeated_says_how_often(self) -> None:
        def says_how_often(parameter: Schema, _one: Schema) -> bool:
            schema = parameter["schema"]
            if schema.get("type") != "array" or schema.get("uniqueItems"):
                return True
            return (schema["minItems"], schema["maxItems"]) == (1, 100)

        self.assert_each(says_how_often)


class EnumTests(SimpleTestCase):
    """Code lists are named components."""

    def test_every_code_list_has_a_name_of_its_own(self) -> None:
        lists = {f"{one.__module__}.{one.__name__}": one for one in code_lists()}
        named = {path.rpartition(".")[2]: name for name, path in ENUMS.items()}
        for one in lists.values():
            with self.subTest(one.__name__):
                self.assertEqual(one.__name__, named.get(one.__name__))

    def test_no_schema_lists_the_codes_of_a_component_again(self) -> None:
        components = enums()
        schemas = openapi()["components"]["schemas"].values()
        named = {id(schema) for schema in schemas if "enum" in schema}
        again = [
            components[frozenset(node["enum"])]
            for node in nodes(openapi())
            if isinstance(node.get("enum"), list)
            and id(node) not in named
            and frozenset(node["enum"]) in components
        ]
        self.assertEqual([], again)

    def test_a_component_lists_the_codes_of_its_code_list(self) -> None:
        schemas = openapi()["components"]["schemas"]
        for one in code_lists():
            if one.__name__ in schemas:
                with self.subTest(one.__name__):
                    self.assertEqual(one.values, schemas[one.__name__]["enum"])


def code_lists() -> list[type[CodeList]]:
    """Every code list of the project."""
    return [
        one
        for one in CodeList.__subclasses__()
        if re.match(r"policies|decrees", one.__module__)
    ]
