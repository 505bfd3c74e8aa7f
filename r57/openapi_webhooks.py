"""What is sent to webhooks, in the OpenAPI document: ``webhooks``, and its events."""

from typing import Any

from r57.openapi import Schema

TAG = "webhooks"
SENT = "webhook-events"
TAGS = {
    TAG: "Changes sent to you as they happen, signed as Standard Webhooks says.",
    SENT: "What is sent to webhooks; your server answers.",
}
TIME = {"type": "string", "format": "date-time"}
SEQUENCE = {"type": "integer", "minimum": 0}


def _event(kind: Schema, data: Schema, words: str) -> Schema:
    return {
        "type": "object",
        "description": words,
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"type": "string", **kind},
            "timestamp": {**TIME, "description": "When it happened."},
            "data": data,
        },
    }


def _header(name: str, words: str) -> Schema:
    return {
        "name": name,
        "in": "header",
        "required": True,
        "description": words,
        "schema": {"type": "string"},
    }


EVENTS: dict[str, Schema] = {
    "ToldChange": {
        "description": "An entry of the change log with its record as it stands.",
        "allOf": [
            {"$ref": "#/components/schemas/Change"},
            {
                "type": "object",
                "required": ["previous", "record"],
                "properties": {
                    "previous": {
                        **SEQUENCE,
                        "description": "The sequence sent before this one, or after "
                        "which the webhook began or was replayed. If you have not had "
                        "it, something is missing: replay.",
                    }
                },
            },
        ],
    },
    "ChangeEvent": _event(
        {
            "pattern": r"^[a-z-]+\.[a-z_]+$",
            "description": "Collection and kind of the change: `documents.update`.",
        },
        {"$ref": "#/components/schemas/ToldChange"},
        "A change of a public record.",
    ),
    "TestEvent": _event(
        {"enum": ["test"]},
        {
            "type": "object",
            "required": ["webhook", "position"],
            "properties": {
                "webhook": {"type": "string", "description": "Public id."},
                "position": {**SEQUENCE, "description": "How far it has come."},
            },
        },
        "An event of no change, sent to try whether it arrives.",
    ),
}
HEADERS = [
    _header(
        "webhook-id",
        "Id of the event, the same at every attempt and replay: do nothing twice.",
    ),
    _header(
        "webhook-timestamp",
        "Seconds since 1970 of this attempt; refuse what is five minutes away.",
    ),
    _header(
        "webhook-signature",
        "`v1,` and the HMAC-SHA256 of id, timestamp and body, joined by points, in "
        "Base64; two of them with a space between while a secret is rotated.",
    ),
]
ANSWERS: Schema = {
    "2XX": {"description": "Taken; the next event follows."},
    "410": {"description": "Not wanted any more: the webhook is disabled."},
    "429": {"description": "Too fast: tried again after Retry-After."},
    "503": {"description": "Not now: tried again after Retry-After."},
    "default": {"description": "Not taken: tried again later, nothing else before."},
}


def describe_webhooks(result: Schema, **_context: Any) -> Schema:
    """Describe what receivers are sent, and the tag of what manages webhooks."""
    result["components"]["schemas"].update(EVENTS)
    result["tags"] += [{"name": tag, "description": TAGS[tag]} for tag in TAGS]
    result["webhooks"] = {
        name: {"post": _operation(name, words, component)}
        for name, words, component in (
            ("change", "A change of a public record", "ChangeEvent"),
            ("test", "A test event", "TestEvent"),
        )
    }
    for path in result["paths"].values():
        for operation in path.values():
            if TAG in operation["tags"]:
                _drop_tags(operation)
    return result


def _operation(name: str, words: str, component: str) -> Schema:
    reference = {"$ref": f"#/components/schemas/{component}"}
    return {
        "operationId": f"receive{name.capitalize()}",
        "summary": words,
        "tags": [SENT],
        "x-internal": True,  # so that generators make no client of what is received
        "parameters": HEADERS,
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": reference}},
        },
        "responses": ANSWERS,
    }


def _drop_tags(operation: Schema) -> None:
    """Promise no entity tag where there is no record of the register."""
    for answer in operation["responses"].values():
        answer.get("headers", {}).pop("ETag", None)
