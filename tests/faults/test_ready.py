"""What the probe says, and what it costs."""

from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from r57 import health


class ReadyTests(TestCase):
    """The database of the tests is there, migrated and writable."""

    def test_ready_in_two_queries(self) -> None:
        with CaptureQueriesContext(connection) as asked:
            answer = self.client.get("/readyz")
        self.assertEqual({"status": "ready"}, answer.json())
        self.assertLessEqual(len(asked), 2)

    def test_a_migration_that_is_not_applied(self) -> None:
        newer = health.needed() | {("policies", "9999_newer")}
        with patch.object(health, "needed", return_value=newer):
            answer = self.client.get("/readyz")
        self.assertEqual(503, answer.status_code)
        self.assertEqual(
            {"status": "not ready", "reason": "migrations_pending"}, answer.json()
        )

    def test_a_read_only_server_still_answers(self) -> None:
        with patch.object(health, "takes_writes", return_value=False):
            answer = self.client.get("/readyz")
        self.assertEqual(200, answer.status_code)
        self.assertEqual({"status": "read-only"}, answer.json())
