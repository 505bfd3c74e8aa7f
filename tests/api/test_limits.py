"""Honest limits: said with every answer, the same for everyone, over after a minute."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest import skipUnless
from unittest.mock import patch

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from django.test import Client, SimpleTestCase, TestCase, override_settings
from redis import ConnectionError as NoRedis
from redis import Redis

from r57.limits import count
from tests.contract.validation import violations

MINUTE = 1_800_000_000  # a time that begins a minute
REDIS = "redis://127.0.0.1:6379/9"
SHARED = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS,
        "KEY_PREFIX": "r57-test",
    }
}
BROKEN = {"default": SHARED["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}


def redis_answers() -> bool:
    """Tell whether a Redis runs where the tests look for one."""
    try:
        return bool(Redis.from_url(REDIS).ping())
    except NoRedis:
        return False


class LimitCase(TestCase):
    """Three requests a minute."""

    def setUp(self) -> None:
        cache.clear()
        self.enterContext(override_settings(RATE_LIMIT=3))
        self.clock = self.enterContext(patch("r57.limits.time.time"))
        self.clock.return_value = MINUTE + 18.4

    def get(self, path: str = "", address: str = "192.0.2.1", **meta: str) -> Any:
        """Ask the API from an address."""
        path = f"/api/v1/{path}"
        return self.client.get(path, REMOTE_ADDR=address, **meta)  # type: ignore[arg-type]

    def statuses(self, times: int, **meta: str) -> list[int]:
        """Ask several times, and give the statuses."""
        return [self.get(**meta).status_code for _ in range(times)]


class HeaderTests(LimitCase):
    """What is left is said with every answer."""

    def test_each_answer_says_the_limit_and_what_remains(self) -> None:
        for path, status, left in (("", 200, 2), ("?a=1", 400, 1), ("none/", 404, 0)):
            answer = self.get(path)
            self.assertEqual(status, answer.status_code)
            self.assertEqual('"minute";q=3;w=60', answer["RateLimit-Policy"])
            self.assertEqual(f'"minute";r={left};t=42', answer["RateLimit"])
            self.assertNotIn("Retry-After", answer)

    def test_one_request_too_many_is_a_problem_that_says_when_to_try_again(
        self,
    ) -> None:
        self.statuses(3)
        answer = self.get("laws/")
        self.assertEqual(429, answer.status_code)
        self.assertEqual("42", answer["Retry-After"])
        self.assertEqual('"minute";r=0;t=42', answer["RateLimit"])
        self.assertEqual([], violations("Problem", answer.json()))
        self.assertEqual("throttled", answer.json()["code"])

    def test_a_page_in_a_browser_may_read_the_refusal(self) -> None:
        self.statuses(3)
        answer = self.get("laws/", HTTP_ORIGIN="https://portal.example")
        self.assertEqual("*", answer["Access-Control-Allow-Origin"])
        self.assertIn("Retry-After", answer["Access-Control-Expose-Headers"])

    def test_a_refused_request_asks_the_database_nothing(self) -> None:
        self.statuses(3)
        with self.assertNumQueries(0):
            self.assertEqual(429, self.get("laws/").status_code)

    def test_everything_is_left_when_the_minute_is_over(self) -> None:
        self.assertEqual([200, 200, 200, 429], self.statuses(4))
        self.clock.return_value = MINUTE + 60
        self.assertEqual('"minute";r=2;t=60', self.get()["RateLimit"])

    def test_zero_switches_the_limit_off(self) -> None:
        with override_settings(RATE_LIMIT=0):
            self.assertEqual([200] * 5, self.statuses(5))
            self.assertNotIn("RateLimit", self.get())

    def test_the_probes_are_not_limited(self) -> None:
        self.statuses(4)
        for probe in ("/livez", "/readyz"):
            answer = self.client.get(probe, REMOTE_ADDR="192.0.2.1")
            self.assertEqual(200, answer.status_code)
            self.assertNotIn("RateLimit", answer)


class ClientTests(LimitCase):
    """Who is one client, and who another."""

    def test_another_address_is_not_affected(self) -> None:
        self.assertEqual([200, 200, 200, 429], self.statuses(4))
        self.assertEqual(200, self.get(address="192.0.2.2").status_code)

    def test_the_network_of_a_subscriber_is_one_client(self) -> None:
        for host in ("2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::"):
            self.get(address=host)
        self.assertEqual(429, self.get(address="2001:db8::4").status_code)
        self.assertEqual(200, self.get(address="2001:db8:0:1::1").status_code)

    def test_an_address_is_the_same_client_in_both_notations(self) -> None:
        self.statuses(3)
        self.assertEqual(429, self.get(address="::ffff:192.0.2.1").status_code)

    def test_a_made_up_forwarding_changes_nothing(self) -> None:
        for number in range(3):
            self.get(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
        answer = self.get(HTTP_X_FORWARDED_FOR="198.51.100.9")
        self.assertEqual(429, answer.status_code)

    @override_settings(TRUSTED_PROXIES=2)
    def test_behind_proxies_the_client_is_who_the_outermost_of_them_saw(self) -> None:
        def ask(made_up: str, seen: str) -> int:
            chain = f"{made_up}, {seen}, 203.0.113.1"
            status: int = self.get(HTTP_X_FORWARDED_FOR=chain).status_code
            return status

        asked = [ask(f"10.0.0.{number}", "198.51.100.1") for number in range(4)]
        self.assertEqual([200, 200, 200, 429], asked)
        self.assertEqual(200, ask("10.0.0.1", "198.51.100.2"))

    @override_settings(TRUSTED_PROXIES=2)
    def test_who_came_past_the_proxies_is_known_by_his_own_address(self) -> None:
        for number in range(3):
            self.get(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
        answer = self.get(HTTP_X_FORWARDED_FOR="198.51.100.9")
        self.assertEqual(429, answer.status_code)


class CountingTests(SimpleTestCase):
    """Requests at the same time are counted one by one."""

    def assert_exact(self) -> None:
        """Expect of 200 requests at once that none is lost and none counted twice."""
        cache.clear()
        with ThreadPoolExecutor(16) as pool:
            counted = pool.map(lambda _: count("client", 50), range(200))
        quotas = list(counted)
        self.assertEqual(list(range(1, 201)), sorted(one.used for one in quotas))
        self.assertEqual(50, sum(not one.exceeded for one in quotas))

    def test_in_the_memory_of_one_process(self) -> None:
        with patch("r57.limits.time.time", return_value=MINUTE):
            self.assert_exact()

    def test_a_count_in_memory_survives_many_other_clients(self) -> None:
        with patch("r57.limits.time.time", return_value=MINUTE):
            count("first", 3)
            for number in range(1000):
                count(str(number), 3)
            self.assertEqual(2, count("first", 3).used)

    @override_settings(CACHES=BROKEN, RATE_LIMIT=3)
    def test_a_counter_that_is_down_stops_nobody(self) -> None:
        with self.assertLogs("r57.limits", "ERROR"):
            answer = Client().get("/api/v1/")
        self.assertEqual(200, answer.status_code)
        self.assertNotIn("RateLimit", answer)


class MemoryTests(SimpleTestCase):
    """The memory of a process, where requests are counted unless told otherwise."""

    def test_the_memory_has_room_for_many_clients(self) -> None:
        options = settings.CACHES["default"]["OPTIONS"]
        self.assertGreaterEqual(options["MAX_ENTRIES"], 100_000)


@skipUnless(redis_answers(), "no Redis answers on 127.0.0.1:6379")
@override_settings(CACHES=SHARED)
class SharedCountTests(CountingTests):
    """The same where several workers count together in Redis."""

    def setUp(self) -> None:
        self.addCleanup(cache.clear)

    def test_the_counter_is_redis(self) -> None:
        self.assertIsInstance(cache._connections["default"], RedisCache)  # type: ignore[attr-defined]

    def test_a_count_goes_away_by_itself(self) -> None:
        cache.clear()
        count("client", 3)
        store = Redis.from_url(REDIS)
        kept = [store.ttl(key) for key in store.scan_iter("r57-test:*limit:client:*")]
        self.assertTrue(kept and all(60 <= seconds <= 120 for seconds in kept), kept)
