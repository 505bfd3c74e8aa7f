"""The witness sees what an answer must not be."""

from unittest import TestCase

import orjson
from django.http import HttpResponse, HttpResponseNotModified

from policies.common.api.errors import problem
from tests.contract.witness import PROBLEM, faults, operations_at

LIST, RECORD = "/api/v1/laws/", "/api/v1/laws/93-2025-qh15/"
MISSING = problem(404, "not_found", detail="Nothing is here.")
EMPTY_PAGE: dict[str, object] = {"results": [], "next": None, "next_cursor": None}
TAG = f'"{"0" * 32}"'


def answer(
    body: object, status: int = 200, kind: str = "application/json", **headers: str
) -> HttpResponse:
    tagged = {"ETag": TAG} | headers if status == 200 else headers
    return HttpResponse(
        orjson.dumps(body), status=status, content_type=kind, headers=tagged
    )


def seen(response: HttpResponse, path: str = LIST, method: str = "GET") -> list[str]:
    return list(faults(method, path, response))


class WitnessTests(TestCase):
    """Each answer is compared with what its operation says."""

    def test_an_address_belongs_to_its_operation(self) -> None:
        self.assertEqual("getLaw", operations_at(RECORD)["get"]["operationId"])
        self.assertEqual("listLaws", operations_at(LIST)["get"]["operationId"])
        self.assertEqual({}, operations_at("/api/v1/nonsense/"))

    def test_what_is_documented_passes(self) -> None:
        self.assertEqual([], seen(answer(EMPTY_PAGE)))
        self.assertEqual([], seen(answer(EMPTY_PAGE), method="HEAD"))
        self.assertEqual([], seen(answer(MISSING, 404, PROBLEM), RECORD))
        self.assertEqual([], seen(answer(MISSING, 404, PROBLEM), "/api/v1/none/"))

    def test_an_undocumented_status_is_seen(self) -> None:
        self.assertTrue(seen(answer(MISSING, 404, PROBLEM)))
        self.assertTrue(seen(answer({}, 500, PROBLEM)))
        self.assertTrue(seen(answer({}, 302), "/api/v1/none/"))

    def test_an_undocumented_content_type_is_seen(self) -> None:
        self.assertTrue(seen(answer(EMPTY_PAGE, kind="text/html")))
        self.assertTrue(seen(answer(MISSING, 404), RECORD))
        self.assertTrue(seen(answer(MISSING, 404), "/api/v1/none/"))

    def test_a_body_of_another_shape_is_seen(self) -> None:
        self.assertTrue(seen(answer(EMPTY_PAGE | {"count": "3"})))
        self.assertTrue(seen(answer(EMPTY_PAGE | {"next": "not an address"})))
        self.assertTrue(seen(answer({}), RECORD))
        self.assertTrue(seen(answer({"status": 404}, 404, PROBLEM), RECORD))

    def test_a_refused_method_says_which_are_allowed(self) -> None:
        refused = MISSING | {"status": 405}
        self.assertTrue(seen(answer(refused, 405, PROBLEM), method="PUT"))
        allowing = answer(refused, 405, PROBLEM, Allow="GET")
        self.assertEqual([], seen(allowing, method="PUT"))

    def test_a_time_to_wait_is_said_and_is_a_number_of_seconds(self) -> None:
        self.assertTrue(seen(answer(MISSING, 503, PROBLEM)))
        waiting = answer(MISSING, 503, PROBLEM, **{"Retry-After": "5"})
        self.assertEqual([], seen(waiting))

    def test_a_malformed_limit_is_seen(self) -> None:
        self.assertTrue(seen(answer(EMPTY_PAGE, RateLimit="600")))

    def test_an_answer_without_its_entity_tag_is_seen(self) -> None:
        untagged = answer(EMPTY_PAGE)
        del untagged["ETag"]
        self.assertTrue(seen(untagged))
        self.assertTrue(seen(answer(EMPTY_PAGE, ETag="weak")))

    def test_not_modified_says_nothing_but_its_tag(self) -> None:
        unmodified = HttpResponseNotModified(headers={"ETag": TAG})
        self.assertEqual([], seen(unmodified))
        self.assertEqual([], seen(unmodified, RECORD))
        self.assertEqual([], seen(unmodified, "/api/v1/schema/"))
        self.assertTrue(seen(HttpResponseNotModified()))
        self.assertTrue(seen(answer(EMPTY_PAGE, 304, ETag=TAG)))
        self.assertTrue(seen(answer({}, 304), "/api/v1/schema/"))
        self.assertTrue(seen(unmodified, "/api/v1/none/"))
