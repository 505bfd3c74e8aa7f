"""The OpenAPI document is built once, however many ask for it first."""

from concurrent.futures import ThreadPoolExecutor

from django.test import SimpleTestCase

from r57 import api


class BuildingTests(SimpleTestCase):
    """Threads of a server that has just started."""

    def test_threads_that_ask_at_once_get_the_same(self) -> None:
        api.built.cache_clear()
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda _: api.openapi(), range(4)))
        self.assertTrue(all(one is found[0] for one in found))
