"""Renderers: JSON by orjson, which writes rows and problems alike."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

JSON = "application/json"
SPARSE_JSON = "application/vnd.r57.sparse+json"


def _plain(value: Any) -> Any:
    """Write what orjson does not know: decimals as strings, lazy texts as text."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, list | tuple | set):
        return list(value)
    return str(value)


class FastJSONRenderer(BaseRenderer):
    """UTF-8 JSON without escapes; problems keep their own content type."""

    media_type = JSON
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Encode the answer; nothing at all for an empty one."""
        if data is None:
            return b""
        return orjson.dumps(
            data, default=_plain, option=orjson.OPT_PASSTHROUGH_SUBCLASS
        )


class SparseJSONRenderer(FastJSONRenderer):
    """The same for records that may lack members: a client may ask for it by name."""

    media_type = SPARSE_JSON
    format = "sparse-json"


class XMLRenderer(FastJSONRenderer):
    """XML that a view has written; problems are JSON here as everywhere."""

    media_type = "application/xml"
    format = "xml"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Pass on what is written; encode a problem."""
        if isinstance(data, bytes):
            return data
        return super().render(data, accepted_media_type, renderer_context)
