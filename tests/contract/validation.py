"""Validating answers against the components of the OpenAPI document."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs
import orjson

from r57.api import openapi


def is_uri(value: str) -> bool:
    """Tell whether a text is an address that a client can follow."""
    parts = urlsplit(value)
    return value.isascii() and bool(parts.scheme and parts.netloc)


@cache
def _validator(schema: bytes) -> jsonschema_rs.Draft202012Validator:
    components = openapi()["components"]
    return jsonschema_rs.Draft202012Validator(
        {**orjson.loads(schema), "components": components},
        validate_formats=True,
        formats={"uri": is_uri},
    )


def breaches(schema: dict[str, Any], value: Any) -> list[str]:
    """Say where a value breaks a schema of the document; nothing if it does not."""
    return [
        f"/{'/'.join(map(str, error.instance_path))}: {error.message}"
        for error in _validator(orjson.dumps(schema)).iter_errors(value)
    ]


def violations(component: str, value: Any) -> list[str]:
    """Say where a value breaks its component; nothing if it does not."""
    return breaches({"$ref": f"#/components/schemas/{component}"}, value)
