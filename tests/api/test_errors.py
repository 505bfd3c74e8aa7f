"""What goes wrong in the server is a problem in English that says what to do.

What goes wrong in the database: ``tests/faults``.
"""

import orjson
from django.db import DataError
from django.test import SimpleTestCase, TestCase

from policies.common.api.errors import respond


class FailureTests(SimpleTestCase):
    """A fault of the program is no outage, and says nothing of the inside."""

    def test_a_value_that_no_column_holds_reached_the_database(self) -> None:
        answer = respond(DataError("integer out of range"), "/api/v1/laws/")
        self.assertEqual(500, answer.status_code)
        self.assertEqual("internal", orjson.loads(answer.content)["code"])
        self.assertNotIn(b"range", answer.content)
        self.assertNotIn("Retry-After", answer)


class LanguageTests(TestCase):
    """Problems speak one language, whatever the browser prefers."""

    def test_a_method_that_is_not_allowed(self) -> None:
        answer = self.client.post("/api/v1/choices/", headers={"accept-language": "vi"})
        self.assertEqual(405, answer.status_code)
        self.assertIn("Allow", answer)
        self.assertTrue(answer.json()["detail"].isascii())
