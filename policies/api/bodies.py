"""Reading the body of a write."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.request import Request

from policies.common.api.errors import Fault, InvalidBody
from policies.common.api.typed import Shape, wrong_types


def body_of(request: Request, shape: Shape) -> dict[str, Any]:
    """Give the members of a body, each of the JSON type that its shape says.

    Raises:
        ParseError: there is no body.
        InvalidBody: it is no object, or a member is of another type.

    """
    if not request.META.get("CONTENT_LENGTH", "").strip("0"):
        raise ParseError("Send a JSON object, with its Content-Length.")
    data = request.data
    if not isinstance(data, Mapping):
        raise InvalidBody([Fault("not_an_object", "Give an object.", pointer="/")])
    faults = list(wrong_types(shape, data))
    if faults:
        raise InvalidBody(faults)
    return dict(data)


def for_address(data: Mapping[str, Any], slug: str) -> dict[str, Any]:
    """Give the members of a body for the record of an address, whose id never changes.

    Raises:
        ValidationError: code ``other_slug``; the body names another record.

    """
    if data.get("slug", slug) != slug:
        detail = serializers.ErrorDetail(
            f"The address names «{slug}»; a public id never changes.",
            code="other_slug",
        )
        raise serializers.ValidationError({"slug": [detail]})
    return {**data, "slug": slug}
