"""Every answer of the whole test suite is held against the OpenAPI document.

``tests/conftest.py`` puts this middleware around the project for all tests, and fails
the test during which an answer was not what the document says.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponseBase

from r57.api import FORMATS, openapi
from r57.problems import API
from tests.contract.validation import breaches
from tests.contract.whole import whole

Operation = dict[str, Any]

PROBLEM = "application/problem+json"
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}
NO_OPERATIONS = {
    "/api/v1/schema/": {*FORMATS.values()},  # the document does not describe itself
    "/api/v1/docs/": {"text/html"},  # a page for people
}
PATH_PARAMETER = re.compile(r"\\{\w+\\}")
WAITS = {429, 503}

FAULTS: list[str] = []


@cache
def templates() -> list[tuple[re.Pattern[str], dict[str, Operation]]]:
    """Give the addresses of the document as patterns, plain ones first."""
    paths = sorted(whole()["paths"].items(), key=lambda item: item[0].count("{"))
    return [
        (re.compile(PATH_PARAMETER.sub("[^/]+", re.escape(path))), operations)
        for path, operations in paths
    ]


def operations_at(path: str) -> dict[str, Operation]:
    """Find the operations of an address; none if the document does not know it."""
    for pattern, operations in templates():
        if pattern.fullmatch(path):
            return operations
    return {}


def kind_of(response: HttpResponseBase) -> str:
    """Give the content type without its parameters."""
    return str(response.headers.get("Content-Type", "")).partition(";")[0]


def body_of(response: HttpResponseBase) -> bytes | None:
    """Give the body; a streamed one is left to whoever reads it."""
    content: bytes | None = getattr(response, "content", None)
    return content


def faults(method: str, path: str, response: HttpResponseBase) -> Iterator[str]:
    """Say what the document does not say of an answer."""
    if response.status_code in WAITS and "Retry-After" not in response:
        yield "has no Retry-After"
    operation = operations_at(path).get("get" if method == "HEAD" else method.lower())
    if operation:
        yield from undescribed(operation, response)
        yield from untagged(method, operation, response)
    elif method == "OPTIONS" and response.status_code == 200:
        if "Allow" not in response or body_of(response):
            yield "OPTIONS gives Allow and no body"
    else:
        yield from out_of_place(path, response)


def out_of_place(path: str, response: HttpResponseBase) -> Iterator[str]:
    """Say what may not be answered where the document has no operation."""
    status, kind = response.status_code, kind_of(response)
    given = NO_OPERATIONS.get(path, set())
    refusals = {404, 405, 429} | ({400, 406} if given else set())
    if status == 301 or (status == 200 and kind in given):
        return
    if status == 304 and given and not body_of(response):
        return
    if status not in refusals:
        yield f"is no operation, yet gives {status} {kind}"
        return
    yield from invalid(response, {PROBLEM: {"schema": PROBLEM_SCHEMA}})
    if status == 405 and "Allow" not in response:
        yield "has no Allow"


def undescribed(operation: Operation, response: HttpResponseBase) -> Iterator[str]:
    """Say what an operation does not say of an answer."""
    described = operation["responses"].get(str(response.status_code))
    if described is None:
        yield f"{operation['operationId']} does not document {response.status_code}"
        return
    yield from invalid(response, described.get("content", {}))
    for name, header in described.get("headers", {}).items():
        declared = openapi()["components"]["headers"][header["$ref"][21:]]
        if name in response:
            number = declared["schema"]["type"] == "integer"
            value = int(response[name]) if number else response[name]
            yield from breaches(declared["schema"], value)


def untagged(
    method: str, operation: Operation, response: HttpResponseBase
) -> Iterator[str]:
    """Say where a read has not the entity tag that the operation promises."""
    described = operation["responses"].get(str(response.status_code), {})
    promised = "ETag" in described.get("headers", {}) and method in {"GET", "HEAD"}
    if promised and "ETag" not in response:
        yield "has no ETag"


def invalid(response: HttpResponseBase, content: dict[str, Any]) -> Iterator[str]:
    """Say where type or body are not among those that are described."""
    kind, body = kind_of(response), body_of(response)
    if not content:
        if body:
            yield "has a body and should have none"
    elif kind not in content:
        yield f"is «{kind}», not one of {sorted(content)}"
    elif kind.endswith("json") and body is not None:
        yield from breaches(content[kind]["schema"], orjson.loads(body))


def witness(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Take down what is wrong with each answer of the API."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path.startswith(API):
            asked = f"{request.method} {request.get_full_path()[:200]}"
            FAULTS.extend(
                f"{asked} -> {response.status_code}: {fault}"
                for fault in faults(str(request.method), request.path, response)
            )
        return response

    return answer
