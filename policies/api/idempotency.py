"""``Idempotency-Key``: a request that is sent twice writes once and is answered alike.

The answer is kept in the transaction of the write, so a client whose connection was
cut sends the request again and learns what became of it.
"""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response

from policies.common.api.errors import Fault
from policies.common.api.renderers import JSON, FastJSONRenderer
from policies.common.turns import in_turn
from policies.models import KeptAnswer

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replay"
KEY = re.compile(r"[!-~]{1,255}")
KEPT = timedelta(days=7)

Write = Callable[[], Response]


class InvalidHeader(APIException):
    """A header field of a request that is not what it should be: 400."""

    status_code = HTTPStatus.BAD_REQUEST
    default_code = "invalid_header"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.faults = (Fault("malformed", detail),)


class KeyReused(APIException):
    """An idempotency key that stands for another request: 422."""

    status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    default_code = "idempotency_key_reused"
    default_detail = (
        "This key was sent with another request. A new request needs a new key."
    )


def once(request: Request, write: Write) -> HttpResponseBase:
    """Write in turn, once for each idempotency key; without a key, each time.

    Raises:
        InvalidHeader: the key is none.
        KeyReused: the key came with another request before.

    """
    key = request.headers.get(HEADER)
    if key is None:
        with in_turn():
            return write()
    if not KEY.fullmatch(key):
        raise InvalidHeader(f"{HEADER} has 1 to 255 visible characters of ASCII.")
    digest = digest_of(request)
    with in_turn():
        now = timezone.now()
        KeptAnswer.objects.filter(at__lt=now - KEPT).delete()
        user: Any = request.user
        kept = KeptAnswer.objects.filter(user=user, key=key).first()
        if kept is None:
            response = write()
            keep(response, user=user, key=key, digest=digest, at=now)
            return response
    if kept.digest != digest:
        raise KeyReused
    return replayed(kept)


def digest_of(request: Request) -> str:
    """Tell one request from another: method, address, query and what the body says."""
    said = [request.method, request.get_full_path(), request.data]
    text = json.dumps(said, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def keep(response: Response, **of: object) -> None:
    """Keep the answer to a request."""
    KeptAnswer.objects.create(
        status=response.status_code,
        location=response.get("Location", ""),
        etag=response.get("ETag", ""),
        body=FastJSONRenderer().render(response.data).decode(),
        **of,
    )


def replayed(kept: KeptAnswer) -> HttpResponse:
    """Answer as before, and say so."""
    headers = {"Location": kept.location, "ETag": kept.etag, REPLAYED: "true"}
    return HttpResponse(
        kept.body.encode(),
        status=kept.status,
        content_type=JSON,
        headers={name: value for name, value in headers.items() if value},
    )
