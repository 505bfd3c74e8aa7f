"""No wrong question is answered: it is refused, and the refusal says what is wrong."""

from typing import Any
from urllib.parse import urlsplit

from django.test import TestCase

from policies.choices import DocumentKind
from tests.api.calls import BASE, BY_NAME, COLLECTIONS, PROBLEM, Answer, ask
from tests.api.refused import BY_COLLECTION, EVERYWHERE, UNUSUAL
from tests.contract.validation import violations
from tests.contract.whole import whole


class RefusalCase(TestCase):
    """What a refusal looks like."""

    def assert_refused(
        self, answer: Answer, parameter: str, code: str
    ) -> dict[str, Any]:
        """Expect a problem that names one parameter, and give its fault."""
        self.assertEqual((400, PROBLEM), (answer.status, answer.type), answer.content)
        self.assertEqual([], violations("ValidationProblem", answer.body))
        self.assertEqual("invalid_query", answer.body["code"])
        (fault,) = answer.body["errors"]
        named = fault.get("parameter", "")
        self.assertEqual((parameter, code), (named, fault["code"]))
        found: dict[str, Any] = fault
        return found


class QueryTests(RefusalCase):
    """Queries of lists."""

    def test_what_every_list_refuses(self) -> None:
        for one in COLLECTIONS:
            for query, parameter, code in EVERYWHERE:
                with self.subTest(one.name, query=query[:60]):
                    answer = ask(f"{one.name}/", query)
                    self.assert_refused(answer, parameter, code)

    def test_what_a_filter_refuses(self) -> None:
        for name, query, parameter, code in BY_COLLECTION:
            with self.subTest(name, query=query[:60]):
                self.assert_refused(ask(f"{name}/", query), parameter, code)

    def test_what_is_unusual_but_no_mistake_is_answered(self) -> None:
        for name, query in UNUSUAL:
            with self.subTest(name, query=query[:60]):
                answer = ask(f"{name}/", f"{query}&count=true")
                self.assertEqual(200, answer.status, answer.content)
                self.assertLessEqual(len(answer.slugs), answer.body["count"])

    def test_an_unknown_parameter_gets_a_suggestion_and_all_that_is_allowed(
        self,
    ) -> None:
        for one in COLLECTIONS:
            listed = whole()["paths"][f"/api/v1/{one.name}/"]["get"]["parameters"]
            with self.subTest(one.name):
                answer = ask(f"{one.name}/", "modifed_at__gt=2025-01-01T00:00:00Z")
                fault = self.assert_refused(
                    answer, "modifed_at__gt", "unknown_parameter"
                )
                self.assertIn("«modified_at__gt»", fault["detail"])
                names = [one["name"] for one in listed if one["in"] == "query"]
                self.assertEqual(sorted(names), fault["allowed"])

    def test_an_unknown_code_gets_all_codes(self) -> None:
        fault = self.assert_refused(ask("documents/", "kind=lawx"), "kind", "malformed")
        self.assertEqual(DocumentKind.values, fault["allowed"])

    def test_an_unknown_order_gets_all_orders(self) -> None:
        fault = self.assert_refused(
            ask("subjects/", "ordering=name"), "ordering", "unknown_order"
        )
        allowed = ["slug", "-slug", "modified_at", "-modified_at"]
        self.assertEqual(allowed, fault["allowed"])

    def test_an_unknown_part_gets_all_parts(self) -> None:
        fault = self.assert_refused(
            ask("people/", "include=friends"), "include", "unknown_part"
        )
        self.assertEqual(["citations", "posts"], fault["allowed"])

    def test_every_wrong_filter_is_named_at_once(self) -> None:
        answer = ask("documents/", "kind=x&issued_on=y&isuer=z")
        named = [fault["parameter"] for fault in answer.body["errors"]]
        self.assertEqual(["kind", "issued_on", "isuer"], named)

    def test_more_parameters_than_the_server_reads_are_refused(self) -> None:
        answer = ask("documents/", "&".join(f"a{number}=1" for number in range(1001)))
        self.assertEqual((400, PROBLEM), (answer.status, answer.type))


class CursorTests(RefusalCase):
    """A cursor holds for the list, the filters and the order it was given for."""

    def cursor(self, query: str) -> str:
        """Ask for the cursor after the first document."""
        text: str = ask("documents/", f"{query}&page_size=1").body["next_cursor"]
        return text

    def test_a_cursor_of_another_question_is_refused(self) -> None:
        given = "kind=law&ordering=issued_on"
        for collection, query in (
            ("laws", given),
            ("documents", "kind=law&ordering=slug"),
            ("documents", "kind=law&ordering=-issued_on"),
            ("documents", "kind=decree&ordering=issued_on"),
            ("documents", "kind=law&kind=decree&ordering=issued_on"),
            ("documents", "ordering=issued_on"),
            ("documents", f"{given}&q=57"),
        ):
            with self.subTest(collection, query=query):
                answer = ask(f"{collection}/", f"{query}&cursor={self.cursor(given)}")
                self.assert_refused(answer, "cursor", "bad_cursor")

    def test_a_cursor_of_the_same_question_asked_otherwise_is_taken(self) -> None:
        cursor = self.cursor("kind=law&kind=decree")
        for query in ("kind=decree&kind=law", "kind=law&kind=decree&page_size=7"):
            with self.subTest(query):
                answer = ask("documents/", f"{query}&count=true&cursor={cursor}")
                self.assertEqual(200, answer.status)

    def test_a_cursor_that_was_changed_is_refused(self) -> None:
        cursor = self.cursor("kind=law")
        middle = len(cursor) // 2
        for changed in (
            cursor[:-1],
            cursor + "a",
            cursor[:middle]
            + ("a" if cursor[middle] != "a" else "b")
            + cursor[middle + 1 :],
        ):
            with self.subTest(changed):
                answer = ask("documents/", f"kind=law&cursor={changed}")
                self.assert_refused(answer, "cursor", "bad_cursor")


class AddressTests(RefusalCase):
    """Addresses, methods and formats that are not there."""

    def test_what_is_not_there_is_a_problem_too(self) -> None:
        for address in (
            "laws/nonsense/",
            "laws/57-nq-tw/",
            "laws/A/",
            "laws/a--b/",
            "laws/%00/",
            "laws/%ED%A0%80/",
            "laws/93%0A/",
            f"laws/{'a' * 201}/",
            "nonsense/",
            "laws/93-2025-qh15/nonsense/",
            "%00/",
        ):
            with self.subTest(address):
                answer = ask(address)
                self.assertEqual((404, PROBLEM), (answer.status, answer.type))
                self.assertEqual([], violations("Problem", answer.body))
                self.assertEqual("not_found", answer.body["code"])

    def test_what_an_address_does_not_take_is_refused(self) -> None:
        for address, methods in (
            ("", ("post", "put", "patch", "delete", "trace")),
            ("laws/", ("put", "patch", "delete", "trace")),
            ("laws/93-2025-qh15/", ("post", "trace")),
            ("laws/93-2025-qh15/merge/", ("get", "put", "patch", "delete", "trace")),
        ):
            for method in methods:
                with self.subTest(address, method=method):
                    answer = ask(address, method=method)
                    self.assertEqual((405, PROBLEM), (answer.status, answer.type))
                    self.assertEqual([], violations("Problem", answer.body))
                    self.assertEqual("method_not_allowed", answer.body["code"])

    def test_another_format_than_json_is_not_offered(self) -> None:
        for address in ("", "laws/", "laws/93-2025-qh15/"):
            for accepted in ("text/html", "application/xml", "image/*"):
                with self.subTest(address, accepted=accepted):
                    answer = ask(address, headers={"Accept": accepted})
                    self.assertEqual((406, PROBLEM), (answer.status, answer.type))
                    self.assertEqual([], violations("Problem", answer.body))

    def test_json_is_given_to_whoever_takes_it(self) -> None:
        for accepted in ("*/*", "application/*", "text/html, application/json;q=0.1"):
            with self.subTest(accepted):
                answer = ask("laws/", headers={"Accept": accepted})
                self.assertEqual(200, answer.status)

    def test_one_record_takes_no_parameters_of_a_list(self) -> None:
        for one in COLLECTIONS:
            slug = ask(f"{one.name}/", "page_size=1").slugs[0]
            for parameter in ("q", "page_size", "slug", "nonsense"):
                with self.subTest(one.name, parameter=parameter):
                    answer = ask(f"{one.name}/{slug}/", f"{parameter}=1")
                    self.assert_refused(answer, parameter, "unknown_parameter")

    def test_the_entry_takes_no_parameter(self) -> None:
        self.assert_refused(ask("", "nonsense=1"), "nonsense", "unknown_parameter")

    def test_the_schema_comes_in_two_formats(self) -> None:
        for query, parameter, code in (
            ("format=xml", "format", "malformed"),
            ("format=json&format=yaml", "format", "malformed"),
            ("lang=vi", "lang", "unknown_parameter"),
        ):
            with self.subTest(query):
                self.assert_refused(ask("schema/", query), parameter, code)

    def test_every_collection_is_named_at_the_entry(self) -> None:
        self.assertEqual(set(BY_NAME), set(ask("").body["collections"]))

    def test_what_spans_collections_is_named_at_the_entry(self) -> None:
        entry = ask("").body
        for name in ("search", "resolve", "choices", "schema", "docs"):
            with self.subTest(name):
                path = urlsplit(entry[name]).path
                self.assertNotEqual(404, ask(path.removeprefix(BASE)).status)
