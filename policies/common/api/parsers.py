"""Reading the body of a request: JSON that says each thing once, as it was sent."""

from collections.abc import Mapping
from typing import Any

from rest_framework.exceptions import ParseError, UnsupportedMediaType
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.utils import json

AS_IT_IS = {"", "identity"}
LONGEST_NAME = 80  # of a member, in words to people


class BoundedJSONParser(JSONParser):
    """JSON; a body of more than ``R57_MAX_BODY`` bytes does not come as far as here."""

    def parse(
        self,
        stream: Any,
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Read the body.

        Raises:
            ParseError: it is no JSON, nested deeper than any record, or names a
                member of an object twice.
            UnsupportedMediaType: it is compressed.

        """
        context = parser_context or {}
        refuse_encoded(context.get("request"))
        try:
            text = stream.read().decode(context.get("encoding", "utf-8"))
            return json.loads(text, object_pairs_hook=each_once)
        except RecursionError as error:
            raise ParseError("JSON parse error - nested too deep") from error
        except ValueError as error:
            raise ParseError(f"JSON parse error - {error}") from error


def refuse_encoded(request: Request | None) -> None:
    """Refuse a body that would have to be unpacked.

    Raises:
        UnsupportedMediaType: the body is compressed.

    """
    coding = request.headers.get("Content-Encoding", "") if request else ""
    if request and coding.strip().lower() not in AS_IT_IS:
        raise UnsupportedMediaType(
            str(request.content_type),
            "Send the body as it is: no Content-Encoding is taken.",
        )


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give the members of an object, of which the last of two would hide the first.

    Raises:
        ValueError: a member is there twice.

    """
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            shown = json.dumps(name[:LONGEST_NAME])
            message = f"the member {shown} is there twice in one object"
            raise ValueError(message)
        members[name] = value
    return members
