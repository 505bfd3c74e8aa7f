"""Errors of the API, all of them RFC 9457 problem details."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    ValidationError,
)
from django.http import Http404, HttpResponse
from django.utils import translation
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import as_serializer_error

from policies.common.connections import drop_connections
from policies.common.outages import OUTAGES, Outage, outage_of

logger = logging.getLogger(__name__)

CONTENT_TYPE = "application/problem+json"
WHOLE = frozenset({"__all__", "non_field_errors"})  # faults of no single member

TITLES = {
    "invalid_query": "The query cannot be answered as asked",
    "invalid_body": "The body is not what this address takes",
    "invalid_inputs": "What is told is not what the measure asks for",
    "invalid_header": "A header field of the request is not what it should be",
    "not_authenticated": "This needs a token",
    "invalid_token": "The token is not good",
    "wrong_scope": "The token may not do that",
    "may_not_publish": "The token may not change what is public",
    "another_partners_record": "The record is a draft of somebody else",
    "conflict": "The register holds something that stands against it",
    "precondition_failed": "The record has changed since it was read",
    "precondition_required": "Say which state of the record is meant",
    "idempotency_key_reused": "The idempotency key stands for another request",
    "not_found": "No such record",
    "deleted": "The record was deleted",
    "withdrawn": "The record was withdrawn",
    "merged": "The record was merged into another",
    "method_not_allowed": "This address does not take that method",
    "not_acceptable": "The answer is not available in that format",
    "unsupported_media_type": "Bodies are JSON",
    "uri_too_long": "The query is longer than the server reads",
    "malformed_body": "The body is not valid JSON",
    "body_too_large": "The body has more bytes than the server takes",
    "throttled": "More requests than the limit allows",
    "internal": "The server failed",
    **{outage.code: outage.title for outage in OUTAGES},
}


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a request: where, a stable code, words, what is allowed."""

    code: str
    detail: str
    parameter: str = ""
    pointer: str = ""
    allowed: Sequence[str] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the members that are set, as the problem's ``errors`` list them."""
        members: dict[str, Any] = {"code": self.code, "detail": self.detail}
        if self.parameter:
            members["parameter"] = self.parameter
        if self.pointer:
            members["pointer"] = self.pointer
        if self.allowed:
            members["allowed"] = list(self.allowed)
        return members


class TellingError(exceptions.APIException):
    """A problem with members, and perhaps header fields, of its own.

    Attributes:
        told: the members beside those of every problem.

    """

    told: dict[str, Any] = {}

    def headers_for(self, _request: Request) -> dict[str, str]:
        """Give the header fields of the answer to a request."""
        return {}


class InvalidQuery(exceptions.APIException):
    """A query with at least one unknown or malformed parameter: 400."""

    status_code = HTTPStatus.BAD_REQUEST
    default_code = "invalid_query"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(fault.detail for fault in faults))
        self.faults = tuple(faults)


class InvalidBody(exceptions.APIException):
    """A body of which at least one member is not what it should be: 400."""

    status_code = HTTPStatus.BAD_REQUEST
    default_code = "invalid_body"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("Some members of the body are not allowed; see errors.")
        self.faults = tuple(faults)


class BodyTooLarge(exceptions.APIException):
    """A body of more bytes than ``R57_MAX_BODY``, which is not read: 413."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "body_too_large"

    def __init__(self) -> None:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        super().__init__(f"A body has at most {limit} bytes.")


class QueryTooLong(exceptions.APIException):
    """A query string of more octets than the limit: 414."""

    status_code = HTTPStatus.REQUEST_URI_TOO_LONG
    default_code = "uri_too_long"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The query has more than {limit} octets. Ask for less at once, or for "
            "several values in several requests."
        )


def problem(
    status: int,
    code: str,
    *,
    detail: str,
    instance: str = "",
    faults: Sequence[Fault] = (),
) -> dict[str, Any]:
    """Build the members of one problem."""
    members: dict[str, Any] = {
        "type": f"urn:r57:problem:{code}",
        "title": TITLES.get(code, HTTPStatus(status).phrase),
        "status": int(status),
        "code": code,
        "detail": detail,
    }
    if instance:
        members["instance"] = instance
    if faults:
        members["errors"] = [fault.as_dict() for fault in faults]
    return members


def body_faults(errors: Any, pointer: str = "") -> list[Fault]:
    """Flatten the errors of a serializer into faults with JSON pointers."""
    if isinstance(errors, Mapping):
        return [
            fault
            for key, value in errors.items()
            for fault in body_faults(
                value, pointer if key in WHOLE else f"{pointer}/{_step(key)}"
            )
        ]
    if isinstance(errors, list):
        return [
            fault
            for index, value in enumerate(errors)
            for fault in body_faults(
                value, f"{pointer}/{index}" if isinstance(value, Mapping) else pointer
            )
        ]
    code = str(getattr(errors, "code", "invalid"))
    return [Fault(code=code, detail=_whole(str(errors)), pointer=pointer or "/")]


def _step(key: Any) -> str:
    """Write one step of a JSON pointer (RFC 6901)."""
    return _whole(str(key)).replace("~", "~0").replace("/", "~1")


def _whole(text: str) -> str:
    """Replace halves of surrogate pairs, which no answer can hold."""
    return text.encode("utf-8", "replace").decode()


def handle(exc: Exception, context: Mapping[str, Any]) -> Response | None:
    """Turn an exception of a view into a problem; the only place that does."""
    request: Request | None = context.get("request")
    instance = request.path if request is not None else ""
    members, headers = _describe(exc, instance)
    if members is None:
        return None
    if isinstance(exc, TellingError) and request is not None:
        headers |= exc.headers_for(request)
    return Response(
        members, status=members["status"], headers=headers, content_type=CONTENT_TYPE
    )


def respond(exc: BaseException, path: str) -> HttpResponse:
    """Answer an exception raised outside the framework's views as inside them."""
    members, headers = _describe(exc, path)
    if members is None:
        status = HTTPStatus.INTERNAL_SERVER_ERROR
        detail = "The fault is logged; nothing was changed."
        members = problem(status, "internal", detail=detail, instance=path)
    return HttpResponse(
        orjson.dumps(members),
        status=members["status"],
        headers=headers,
        content_type=CONTENT_TYPE,
    )


def passing(exc: BaseException | None) -> Outage | None:
    """Give the outage that an exception comes from, and leave a broken connection."""
    outage = outage_of(exc)
    if outage is not None and outage.ends_connection:
        drop_connections()
    return outage


Described = tuple[dict[str, Any] | None, dict[str, str]]


def _describe(exc: BaseException, instance: str) -> Described:
    """Give the members and headers of the problem that an exception is."""
    if outage := passing(exc):
        logger.error("%s: %s", outage.code, exc, exc_info=exc)
        status = HTTPStatus.SERVICE_UNAVAILABLE
        detail = outage.detail
        members = problem(status, outage.code, detail=detail, instance=instance)
        return members, {"Retry-After": str(outage.retry_after)}
    if isinstance(exc, Http404):
        detail = str(exc) or "Nothing is published at this address."
        members = problem(404, "not_found", detail=detail, instance=instance)
        return members, {}
    if isinstance(exc, exceptions.ValidationError | ValidationError):
        return _invalid_body(exc, instance), {}
    if isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
    if isinstance(exc, RequestDataTooBig):
        exc = BodyTooLarge()
    if not isinstance(exc, exceptions.APIException):
        return None, {}
    code = (
        "malformed_body" if isinstance(exc, exceptions.ParseError) else exc.get_codes()
    )
    detail = str(exc.detail)
    if isinstance(exc, exceptions.MethodNotAllowed):
        detail = "The header Allow names the methods of this address."
    members = problem(
        exc.status_code,
        str(code),
        detail=detail,
        instance=instance,
        faults=_faults(exc, str(code), detail),
    )
    told = exc.told if isinstance(exc, TellingError) else {}
    return members | told, _headers(exc)


def _headers(exc: exceptions.APIException) -> dict[str, str]:
    """Give the header fields that a refusal needs to be acted on."""
    headers: dict[str, str] = dict(getattr(exc, "headers", {}))
    challenge = getattr(exc, "auth_header", None)
    return headers | ({"WWW-Authenticate": challenge} if challenge else {})


def _faults(exc: exceptions.APIException, code: str, detail: str) -> Sequence[Fault]:
    """Name what is wrong; a body that is no JSON is one fault as a whole."""
    if isinstance(exc, exceptions.ParseError):
        return (Fault(code, detail),)
    found: Sequence[Fault] = getattr(exc, "faults", ())
    return found


def _invalid_body(
    exc: exceptions.ValidationError | ValidationError, instance: str
) -> dict[str, Any]:
    if isinstance(exc, ValidationError):
        with translation.override("en"):
            exc = exceptions.ValidationError(as_serializer_error(exc))
    return problem(
        HTTPStatus.BAD_REQUEST,
        "invalid_body",
        detail="Some members of the body are not allowed; see errors.",
        instance=instance,
        faults=body_faults(exc.detail),
    )
