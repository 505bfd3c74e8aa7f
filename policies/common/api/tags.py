"""Strong entity tags, and what a request says of those that a client holds.

RFC 9110: entity tags in 8.8.3, ``If-None-Match`` in 13.1.2.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils.crypto import salted_hmac
from django.utils.http import parse_etags
from rest_framework.request import Request

ANY = "*"
LENGTH = 32


def entity_tag(*parts: Any) -> str:
    """Make a strong tag of all that an answer depends on beside the program.

    The release stands for the program. The secret key signs the cursors in answers,
    so it is part of what they depend on; it also keeps tags from being made up.
    """
    text = repr((settings.RELEASE, *parts))
    made = salted_hmac("policies.common.api.tags", text, algorithm="sha256")
    return f'"{made.hexdigest()[:LENGTH]}"'


def held(request: HttpRequest | Request) -> list[str]:
    """Give the tags in ``If-None-Match``; what is no tag is left out.

    Tags are compared weakly there, so a tag marked weak stands for itself.
    """
    tags = parse_etags(request.headers.get("If-None-Match", ""))
    return [tag.removeprefix("W/") for tag in tags]


def unless_held(
    request: HttpRequest | Request, tag: str, build: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """Answer with its tag, or 304 without building anything if the client holds it.

    ``*`` stands for whatever there is, so it has to be found out if there is anything.
    """
    tags = held(request)
    response = HttpResponseNotModified() if tag in tags else build()
    if tags == [ANY] and response.status_code == 200:
        response = HttpResponseNotModified()
    if response.status_code in {200, 304}:
        response["ETag"] = tag
    return response
