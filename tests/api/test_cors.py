"""Any web page may read the API, without credentials; the admin is for itself."""

from typing import Any

from django.test import TestCase

from r57.api import openapi

LAWS = "/api/v1/laws/"
ORIGIN = "https://portal.example"


class CorsTests(TestCase):
    """What a browser lets a page of another site see."""

    def preflight(self, path: str, method: str = "GET") -> Any:
        """Ask whether a page may use a method."""
        return self.client.options(
            path,
            headers={"Origin": ORIGIN, "Access-Control-Request-Method": method},
        )

    def test_an_answer_is_open_to_any_origin_without_credentials(self) -> None:
        answer = self.client.get(LAWS, headers={"Origin": ORIGIN})
        self.assertEqual("*", answer["Access-Control-Allow-Origin"])
        self.assertNotIn("Access-Control-Allow-Credentials", answer)

    def test_a_problem_is_as_open_as_an_answer(self) -> None:
        for path in (f"{LAWS}?nonsense=1", f"{LAWS}none/", "/api/v1/none/"):
            with self.subTest(path):
                answer = self.client.get(path, headers={"Origin": ORIGIN})
                self.assertGreaterEqual(answer.status_code, 400)
                self.assertEqual("*", answer["Access-Control-Allow-Origin"])

    def test_a_page_sees_the_limits_the_version_and_the_links(self) -> None:
        answer = self.client.get(LAWS, headers={"Origin": ORIGIN})
        seen = answer["Access-Control-Expose-Headers"].split(", ")
        self.assertLessEqual({"RateLimit", "RateLimit-Policy", "ETag", "Link"}, {*seen})

    def test_a_page_of_another_site_may_not_send_a_token(self) -> None:
        answer = self.preflight(LAWS)
        self.assertNotIn("Authorization", answer["Access-Control-Allow-Headers"])

    def test_a_browser_that_asks_first_is_told_which_methods_read(self) -> None:
        for path, operations in openapi()["paths"].items():
            given = {method.upper() for method in operations}
            given |= {"OPTIONS"} | ({"HEAD"} if "GET" in given else set())
            given -= {"PUT", "PATCH", "DELETE"}  # they only write
            with self.subTest(path):
                answer = self.preflight(path.replace("{slug}", "any"))
                self.assertEqual(200, answer.status_code)
                self.assertEqual(b"", answer.content)
                named = answer["Access-Control-Allow-Methods"].split(", ")
                self.assertEqual(given, {*named})
                self.assertIn("Content-Type", answer["Access-Control-Allow-Headers"])

    def test_the_document_and_its_page_may_be_read_too(self) -> None:
        for path in ("/api/v1/schema/", "/api/v1/docs/"):
            with self.subTest(path):
                named = self.preflight(path)["Access-Control-Allow-Methods"]
                self.assertIn("GET", named)

    def test_the_admin_is_open_to_no_other_site(self) -> None:
        for path in ("/admin/", "/admin/login/", "/livez"):
            for answer in (
                self.client.get(path, headers={"Origin": ORIGIN}),
                self.preflight(path),
            ):
                with self.subTest(path):
                    self.assertNotIn("Access-Control-Allow-Origin", answer)
                    self.assertNotIn("Access-Control-Allow-Methods", answer)


class MethodTests(TestCase):
    """HEAD and OPTIONS."""

    def test_head_says_what_get_says_without_the_body(self) -> None:
        for path in ("", "laws/", "laws/93-2025-qh15/", "schema/", "laws/none/"):
            with self.subTest(path):
                given = self.client.get(f"/api/v1/{path}")
                asked = self.client.head(f"/api/v1/{path}")
                self.assertEqual(given.status_code, asked.status_code)
                self.assertEqual(given["Content-Type"], asked["Content-Type"])
                self.assertEqual(b"", asked.content)

    def test_options_names_the_methods_and_asks_the_database_nothing(self) -> None:
        writing = {"": set(), "schema/": set(), "laws/": {"POST"}}
        writing["laws/93-2025-qh15/"] = {"PUT", "PATCH", "DELETE"}
        for path, methods in writing.items():
            with self.subTest(path), self.assertNumQueries(0):
                answer = self.client.options(f"/api/v1/{path}")
                allowed = {one.strip() for one in answer["Allow"].split(",")}
                self.assertEqual({"GET", "HEAD", "OPTIONS", *methods}, allowed)

    def test_the_document_and_its_page_take_no_other_method(self) -> None:
        for path in ("/api/v1/schema/", "/api/v1/docs/"):
            with self.subTest(path):
                answer = self.client.post(path)
                self.assertEqual(405, answer.status_code)
                self.assertEqual("GET, HEAD, OPTIONS", answer["Allow"])
                self.assertEqual("method_not_allowed", answer.json()["code"])

    def test_the_page_is_for_browsers_only(self) -> None:
        answer = self.client.get("/api/v1/docs/", headers={"Accept": "image/png"})
        self.assertEqual(406, answer.status_code)
        self.assertEqual("not_acceptable", answer.json()["code"])
