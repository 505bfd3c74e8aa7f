"""How the operations that write a collection stand in the OpenAPI document."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from drf_spectacular.drainage import set_override
from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from policies.common.api.errors import CONTENT_TYPE
from policies.common.api.gone import GoneProblemShape, MergedProblemShape
from policies.common.api.problems import PASSES, ProblemShape, ValidationProblemShape
from policies.common.api.renderers import JSON
from policies.common.api.serializers import RefShape
from policies.common.validators import LONGEST_SLUG, SLUG_PATTERN

LONGEST_REASON = 100
LONGEST_KEY = 255
TAG = r'^(?:\*|"[0-9a-f]{32}")$'
OWN_ID = {"type": "string", "pattern": SLUG_PATTERN, "maxLength": LONGEST_SLUG}
REF = {
    "description": "A related record: its public id, bare or in an object. Labels "
    "that were read with it may stay; they are ignored.",
    "oneOf": [
        OWN_ID,
        {"type": "object", "required": ["slug"], "properties": {"slug": OWN_ID}},
    ],
}


def _header(name: str, schema: Mapping[str, Any], **options: Any) -> OpenApiParameter:
    return OpenApiParameter(name, dict(schema), location="header", **options)


REASON = OpenApiParameter(
    "reason",
    {"type": "string", "pattern": r"\S", "maxLength": LONGEST_REASON},
    description="Why, in a few words: for the history and the change log.",
)
IF_MATCH = _header(
    "If-Match",
    {"type": "string", "pattern": TAG},
    required=True,
    description="The ETag of the record as you have read it; `*` for any state of it.",
)
IF_MATCH_OR_NEW = _header(
    "If-Match",
    {"type": "string", "pattern": TAG},
    description="The ETag of the record as you have read it, or `*` for any state of "
    "it. Needed where there is one; a new record has none.",
)
IF_NEW = _header(
    "If-None-Match",
    {"type": "string", "pattern": r"^\*$"},
    description="Only if there is no such record yet.",
)
KEY = _header(
    "Idempotency-Key",
    {"type": "string", "pattern": f"^[!-~]{{1,{LONGEST_KEY}}}$"},
    description="A name for this request, your own. The same request under the same "
    "name writes once and has the same answer, for seven days.",
)

REFUSALS: Mapping[int, tuple[Any, str]] = {
    301: (MergedProblemShape, "It goes on in another record; see Location."),
    400: (ValidationProblemShape, "The query or the body is not as it should be."),
    401: (ProblemShape, "There is no token, or it is not good."),
    403: (ProblemShape, "The token may not do this, as `code` says."),
    404: (ProblemShape, "There is no record of this public id."),
    406: (ProblemShape, "The answer is not available in the format asked for."),
    409: (ValidationProblemShape, "Another record stands against it."),
    410: (GoneProblemShape, "It was deleted or withdrawn, as `code` says."),
    412: (ProblemShape, "The record is not as you have read it; ETag is current."),
    413: (ProblemShape, "The body has more bytes than the server takes."),
    414: (ProblemShape, "The query is longer than the server reads."),
    415: (ProblemShape, "Bodies are JSON."),
    422: (ProblemShape, "The Idempotency-Key stands for another request."),
    428: (ProblemShape, "Send If-Match; ETag is current."),
    429: (ProblemShape, "More requests than the limit allows; see Retry-After."),
    503: (ProblemShape, PASSES),
}
ALWAYS = frozenset({400, 401, 403, 406, 409, 414, 429, 503})
OF_BODY = frozenset({413, 415})
OF_ONE = frozenset({301, 404, 410, 412, 428})


@dataclass(frozen=True)
class Writing:
    """One operation that writes.

    Attributes:
        verb: how its operation id begins.
        summary: what it does, with a place for what a record is called.
        parameters: beside the public id.
        given: what it answers, by status, in words.
        refused: the statuses of the problems it may answer with.
        several: whether the operation id names the collection.

    """

    verb: str
    summary: str
    parameters: tuple[OpenApiParameter, ...]
    given: Mapping[int, str]
    refused: frozenset[int]
    several: bool = False

    def answers(self, shape: Any) -> dict[Any, OpenApiResponse]:
        """Give every answer of the operation; ``shape`` is that of a record."""
        given: dict[Any, OpenApiResponse] = {
            (status, JSON): OpenApiResponse(
                None if status == HTTPStatus.NO_CONTENT else shape, description=words
            )
            for status, words in self.given.items()
        }
        return given | {
            (status, CONTENT_TYPE): OpenApiResponse(told, description=words)
            for status, (told, words) in REFUSALS.items()
            if status in self.refused
        }


STANDS = "The record as it now stands."
ENTERED = "The record as it was entered."
WRITES: Mapping[str, Writing] = {
    "create": Writing(
        "create",
        "Enter one of the {}",
        (REASON, KEY),
        {201: ENTERED},
        ALWAYS | OF_BODY | {422},
    ),
    "update": Writing(
        "put",
        "Replace one of the {}, or enter it under this public id",
        (REASON, IF_MATCH_OR_NEW, IF_NEW),
        {200: STANDS, 201: ENTERED},
        ALWAYS | OF_BODY | {412, 428},
    ),
    "partial_update": Writing(
        "update",
        "Change members of one of the {}",
        (REASON, IF_MATCH),
        {200: STANDS},
        ALWAYS | OF_BODY | OF_ONE,
    ),
    "destroy": Writing(
        "delete",
        "Delete one of the {}; its public id stays taken",
        (REASON, IF_MATCH),
        {204: "It is deleted."},
        ALWAYS | OF_ONE,
    ),
    "merge": Writing(
        "merge",
        "Merge one of the {} into another one, which goes on for both",
        (REASON, IF_MATCH, KEY),
        {200: "The record that goes on, as it now stands."},
        ALWAYS | OF_BODY | OF_ONE | {422},
        several=True,
    ),
}
"""The operations that write, by the action of the view."""


class RefExtension(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """A related record in a body: one component for all kinds."""

    target_class = RefShape
    match_subclasses = True

    def get_name(self, auto_schema: Any, direction: str) -> str | None:
        """Name the component that all bodies share; answers keep one for each kind."""
        return "Ref" if direction == "request" else None

    def map_serializer(self, auto_schema: Any, direction: str) -> Any:
        """Describe what is taken, or what is given."""
        if direction == "request":
            return REF
        return auto_schema._map_serializer(  # noqa: SLF001 - as the library's own do
            self.target, direction, bypass_extensions=True
        )


set_override(RefShape, "suppress_collision_warning", True)  # noqa: FBT003
