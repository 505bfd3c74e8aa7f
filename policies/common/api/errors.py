"""Errors of the API, all of them RFC 9457 problem details."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

logger = logging.getLogger(__name__)

CONTENT_TYPE = "application/problem+json"
WHOLE = frozenset({"__all__", "non_field_errors"})  # faults of no single member

TITLES = {
    "invalid_query": "The query cannot be answered as asked",
    "invalid_body": "The body is not what this address takes",
    "not_found": "No such record",
    "method_not_allowed": "This address does not take that method",
    "not_acceptable": "The answer is not available in that format",
    "unsupported_media_type": "Bodies are JSON",
    "uri_too_long": "The query is longer than the server reads",
    "malformed_body": "The body is not valid JSON",
    "body_too_large": "The body has more bytes than the server takes",
    "throttled": "More requests than the limit allows",
    "unavailable": "The database cannot answer right now",
    "internal": "The server failed",
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


class InvalidQuery(exceptions.APIException):
    """A query with at least one unknown or malformed parameter: 400."""

    status_code = HTTPStatus.BAD_REQUEST
    default_code = "invalid_query"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(fault.detail for fault in faults))
        self.faults = tuple(faults)


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
    return Response(
        members, status=members["status"], headers=headers, content_type=CONTENT_TYPE
    )


def respond(exc: Exception, path: str) -> HttpResponse:
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


Described = tuple[dict[str, Any] | None, dict[str, str]]


def _describe(exc: Exception, instance: str) -> Described:
    """Give the members and headers of the problem that an exception is."""
    if isinstance(exc, OperationalError | InterfaceError | DataError):
        logger.error("database cannot answer", exc_info=exc)
        members = problem(503, "unavailable", detail="Try again in a few seconds.")
        return members | {"instance": instance}, {"Retry-After": "5"}
    if isinstance(exc, Http404):
        detail = str(exc) or "Nothing is published at this address."
        members = problem(404, "not_found", detail=detail, instance=instance)
        return members, {}
    if isinstance(exc, exceptions.ValidationError | ValidationError):
        return _invalid_body(exc, instance), {}
    if isinstance(exc, PermissionDenied):
        exc = exceptions.PermissionDenied()
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
    return members, {}


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
        exc = exceptions.ValidationError(exc.message_dict)
    return problem(
        HTTPStatus.BAD_REQUEST,
        "invalid_body",
        detail="Some members of the body are not allowed; see errors.",
        instance=instance,
        faults=body_faults(exc.detail),
    )
