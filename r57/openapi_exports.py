"""The header fields of exports in the OpenAPI document."""

from typing import Any

from r57.openapi import Schema

EXPORTS = "/api/v1/exports/"
POSITION = "R57-Position"
HEADERS: dict[str, Schema] = {
    POSITION: {
        "description": "Last sequence of the change log that the answer holds.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "Repr-Digest": {
        "description": "SHA-256 of the file (RFC 9530).",
        "schema": {"type": "string", "pattern": r"^sha-256=:[A-Za-z0-9+/]{43}=:$"},
    },
}


def describe_exports(result: Schema, **_context: Any) -> Schema:
    """Say where exports tell their position in the log and their digest."""
    result["components"]["headers"] |= HEADERS
    for address, path in result["paths"].items():
        if address.startswith(EXPORTS):
            names = [POSITION] if address == EXPORTS else [*HEADERS]
            path["get"]["responses"]["200"].setdefault("headers", {}).update(
                {name: {"$ref": f"#/components/headers/{name}"} for name in names}
            )
    return result
