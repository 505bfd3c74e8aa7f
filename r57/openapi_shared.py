"""What operations that write have in common, said once in the OpenAPI document."""

import json
from http import HTTPStatus
from typing import Any

Schema = dict[str, Any]

SHARED = frozenset({"reason", "If-Match", "If-None-Match", "Idempotency-Key"})
TAGGED = frozenset({"200", "201", "412", "428"})
HEADERS: dict[str, Schema] = {
    "ETag": {
        "description": "Entity tag of the record as it stands, for If-Match.",
        "schema": {"type": "string", "pattern": r'^"[0-9a-f]{32}"$'},
    },
    "WWW-Authenticate": {
        "description": "How to authenticate.",
        "schema": {"type": "string"},
    },
    "Idempotent-Replay": {
        "description": "The request came before; this is the answer it had then.",
        "schema": {"type": "string", "enum": ["true"]},
    },
}


def share_writing(result: Schema, **_context: Any) -> Schema:
    """Name the parameters and problems of operations that write, and refer to them."""
    components = result["components"]
    schemas = components["schemas"]
    for name in [one for one in schemas if one.endswith("PartsRequest")]:
        del schemas[name]  # parts are read with a record, never written
    components["headers"] = HEADERS | components.get("headers", {})
    parameters = components.setdefault("parameters", {})
    responses = components.setdefault("responses", {})
    for path in result["paths"].values():
        for method, operation in path.items():
            _give_headers(method, operation)
            if method != "get" and "security" in operation:
                _share_parameters(operation, parameters)
                _share_problems(operation["responses"], responses)
    return result


def _give_headers(method: str, operation: Schema) -> None:
    """Say where tags, challenges and replays stand in answers."""
    keyed = any(one["name"] == "Idempotency-Key" for one in _parameters(operation))
    for status, answer in operation["responses"].items():
        names = ["WWW-Authenticate"] if status == "401" else []
        if method != "get" and "security" in operation:
            names += ["ETag"] if status in TAGGED else []
            names += ["Location"] if status == "201" else []
            names += ["Idempotent-Replay"] if keyed and status < "300" else []
        answer.setdefault("headers", {}).update(
            {name: {"$ref": f"#/components/headers/{name}"} for name in names}
        )


def _parameters(operation: Schema) -> list[Schema]:
    found: list[Schema] = operation.get("parameters", [])
    return found


def _share_parameters(operation: Schema, shared: Schema) -> None:
    operation["parameters"] = [
        {"$ref": f"#/components/parameters/{_named(one['name'], one, shared)}"}
        if one["name"] in SHARED
        else one
        for one in _parameters(operation)
    ]


def _share_problems(answers: Schema, shared: Schema) -> None:
    for status, answer in answers.items():
        if status >= "300":
            words = HTTPStatus(int(status)).phrase
            name = _named(words, answer, shared)
            answers[status] = {"$ref": f"#/components/responses/{name}"}


def _named(words: str, one: Schema, shared: Schema) -> str:
    """Find the name of a part, or give it one; parts that differ are counted."""
    base = "".join(
        word[:1].upper() + word[1:] for word in words.replace("-", " ").split()
    )
    text = json.dumps(one, sort_keys=True)
    number = 1
    while True:
        name = base if number == 1 else f"{base}{number}"
        if json.dumps(shared.setdefault(name, one), sort_keys=True) == text:
            return name
        number += 1
