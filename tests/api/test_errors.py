"""What goes wrong in the server is a problem in English that says what to do."""

from unittest.mock import patch

from django.db import InterfaceError, OperationalError
from django.test import TestCase

from policies.common.api.select import Select


class DatabaseTests(TestCase):
    """A database that cannot answer is 503 with a time to try again, never 500."""

    def test_a_lost_or_busy_database(self) -> None:
        for error in (InterfaceError("closed"), OperationalError("locked")):
            with (
                self.subTest(type(error).__name__),
                patch.object(Select, "read", side_effect=error),
            ):
                answer = self.client.get("/api/v1/laws/")
                self.assertEqual(503, answer.status_code)
                self.assertEqual("application/problem+json", answer["Content-Type"])
                self.assertEqual("5", answer["Retry-After"])


class LanguageTests(TestCase):
    """Problems speak one language, whatever the browser prefers."""

    def test_a_method_that_is_not_allowed(self) -> None:
        answer = self.client.post("/api/v1/laws/", headers={"accept-language": "vi"})
        self.assertEqual(405, answer.status_code)
        self.assertIn("Allow", answer)
        self.assertTrue(answer.json()["detail"].isascii())
