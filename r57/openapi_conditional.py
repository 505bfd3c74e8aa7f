"""Conditional requests in the OpenAPI document: tags, ``If-None-Match`` and 304."""

from typing import Any

from django.urls import resolve

from policies.common.api.views import CollectionView
from r57.openapi import LIMITS, Schema

NOT_MODIFIED = "304"
ETAG: Schema = {
    "description": (
        "Strong entity tag of the answer; send it back in `If-None-Match`, and in "
        "`If-Match` where a record is written."
    ),
    "schema": {"type": "string", "pattern": r'^"[0-9a-f]{32}"$'},
}
IF_NONE_MATCH: Schema = {
    "name": "If-None-Match",
    "in": "header",
    "description": "Entity tags already held: 304 if one of them is current.",
    "schema": {"type": "string"},
}


def describe_conditions(result: Schema, **_context: Any) -> Schema:
    """Describe the addresses that answer 304 to whoever holds their answer."""
    components = result["components"]
    components["headers"]["ETag"] = ETAG
    components.setdefault("parameters", {})["Held"] = IF_NONE_MATCH
    components.setdefault("responses", {})["NotModified"] = {
        "description": "Nothing has changed since the answer with this entity tag.",
        "headers": {name: _header(name) for name in ("ETag", *LIMITS)},
    }
    for address, path in result["paths"].items():
        if "get" in path and is_conditional(address):
            _describe(path["get"])
    return result


def is_conditional(address: str) -> bool:
    """Tell whether what stands at an address of the document has an entity tag."""
    found: Any = resolve(address.replace("{slug}", "slug")).func
    if issubclass(found.cls, CollectionView):
        return True
    return hasattr(getattr(found.cls, "get", None), "conditional")


def _describe(operation: Schema) -> None:
    held = {"$ref": "#/components/parameters/Held"}
    operation.setdefault("parameters", []).append(held)
    responses = operation["responses"]
    responses["200"].setdefault("headers", {})["ETag"] = _header("ETag")
    responses[NOT_MODIFIED] = {"$ref": "#/components/responses/NotModified"}


def _header(name: str) -> Schema:
    return {"$ref": f"#/components/headers/{name}"}
