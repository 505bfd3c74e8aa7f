"""The OpenAPI document with its shared parameters and answers where they are used."""

from typing import Any

from r57.api import openapi

Document = dict[str, Any]
PLACE = "#/components/"


def whole(document: Document | None = None) -> Document:
    """Give a document, ours unless said otherwise, whose operations are complete."""
    found = openapi() if document is None else document
    paths = {
        path: {method: _complete(found, one) for method, one in operations.items()}
        for path, operations in found["paths"].items()
    }
    return {**found, "paths": paths}


def _complete(document: Document, operation: Document) -> Document:
    parameters = operation.get("parameters", [])
    answers = operation.get("responses", {})
    return {
        **operation,
        "parameters": [_there(document, one) for one in parameters],
        "responses": {name: _there(document, one) for name, one in answers.items()},
    }


def _there(document: Document, part: Document) -> Document:
    """Follow a reference to a shared part."""
    if "$ref" not in part:
        return part
    kind, name = part["$ref"].removeprefix(PLACE).split("/")
    found: Document = document["components"][kind][name]
    return found
