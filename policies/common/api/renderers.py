"""Renderers: JSON by orjson, which writes rows and problems alike."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer


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

    media_type = "application/json"
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
