"""What is no public id is not found, at every address that takes one."""

from django.test import TestCase

from tests.api.calls import ask
from tests.contract.whole import whole

ODD = ("%00", "A", "a%00b", "%C3%A1", "-", "x" * 201)


class OddIdTests(TestCase):
    """Each address of the OpenAPI document that reads one record."""

    def test_nothing_is_found(self) -> None:
        for address, operations in whole()["paths"].items():
            if "{slug}" not in address or "get" not in operations:
                continue
            if "security" in operations["get"]:
                continue
            for slug in ODD:
                path = address.removeprefix("/api/v1/").replace("{slug}", slug)
                with self.subTest(path):
                    self.assertEqual(404, ask(path).status)
