"""Last touches on the OpenAPI document, so that generated clients compile."""

from functools import cache
from pathlib import Path
from typing import Any

import orjson

from policies.common.registry import registered

Schema = dict[str, Any]
NULL_ENUM = "#/components/schemas/NullEnum"
LOOSE_DECIMAL = r"^-?\d{0,18}(?:\.\d{0,6})?$"  # would let the empty string pass
DECIMAL = r"^-?\d{1,18}(?:\.\d{1,6})?$"
SPARSE = {"included", "match"}
SPARSE_OF = {"Change": {"record"}}
LIMITS = ("RateLimit-Policy", "RateLimit")
WAITS = {"429", "503"}
MOVED = "301"
HEADERS: dict[str, Schema] = {
    "RateLimit-Policy": {
        "description": (
            "Requests that one address may make (`q`) in how many seconds (`w`); "
            "absent where the server sets no limit."
        ),
        "schema": {"type": "string", "pattern": r'^"minute";q=\d+;w=\d+$'},
    },
    "RateLimit": {
        "description": (
            "Requests that are left (`r`), and the seconds until all are again (`t`)."
        ),
        "schema": {"type": "string", "pattern": r'^"minute";r=\d+;t=\d+$'},
    },
    "Location": {
        "description": "The same address of the record that goes on.",
        "schema": {"type": "string", "format": "uri-reference"},
    },
    "Retry-After": {
        "description": "Seconds to wait before the request is made again.",
        "schema": {"type": "integer", "minimum": 1},
    },
}
EXAMPLES_FILE = Path(__file__).with_name("openapi_examples.json")


def tidy(result: Schema, **_context: Any) -> Schema:
    """Say null the way OpenAPI 3.1 does, name enums in parameters, require answers."""
    schemas: dict[str, Schema] = result["components"]["schemas"]
    for name in ("NullEnum", "BlankEnum"):
        schemas.pop(name, None)
    enums = {
        tuple(schema["enum"]): name
        for name, schema in schemas.items()
        if "enum" in schema
    }
    _walk([result["paths"], schemas])
    for path in result["paths"].values():
        for operation in path.values():
            if operation.get("security") == [{}]:  # read as "needs a key" by some
                del operation["security"]
            for parameter in operation.get("parameters", ()):
                _name_enum(parameter["schema"], enums)
    _explain_matches(schemas)
    for name, schema in schemas.items():
        _require(name, schema)
    return result


def describe_tags(result: Schema, **_context: Any) -> Schema:
    """Declare the tag of each collection with what the collection is."""
    result["tags"] = [
        {"name": one.name, "description": one.about} for one in registered()
    ]
    result["tags"].append({"name": "service", "description": "What the API holds."})
    return result


def describe_limits(result: Schema, **_context: Any) -> Schema:
    """Declare the header fields that say how often a client may ask."""
    result["components"]["headers"] = HEADERS
    for path in result["paths"].values():
        for operation in path.values():
            for status, answer in operation["responses"].items():
                names = [*LIMITS, *(["Retry-After"] if status in WAITS else [])]
                names += ["Location"] if status == MOVED else []
                answer.setdefault("headers", {}).update(
                    {name: {"$ref": f"#/components/headers/{name}"} for name in names}
                )
    return result


def give_examples(result: Schema, **_context: Any) -> Schema:
    """Show a record of the register in the answer of each ``getDecree``."""
    for address, path in result["paths"].items():
        for method, operation in path.items():
            found = examples().get(operation["tags"][0])
            for parameter in operation.get("parameters", ()):
                if parameter["in"] == "path" and found:
                    parameter["example"] = found["slug"]
            if found and address.endswith("/{slug}/") and method == "get":
                answer = operation["responses"]["200"]["content"]["application/json"]
                answer["example"] = found
    return result


@cache
def examples() -> dict[str, Schema]:
    """Read the recorded examples: one record of each collection, by its name."""
    recorded: dict[str, Schema] = orjson.loads(EXAMPLES_FILE.read_bytes())
    return recorded


def _walk(node: Any) -> None:
    """Turn what 3.0 says of null into what 3.1 says, everywhere below a node."""
    if isinstance(node, list):
        for item in node:
            _walk(item)
    if isinstance(node, dict):
        _tidy_node(node)
        for value in node.values():
            _walk(value)


def _tidy_node(node: Schema) -> None:
    if node.get("$ref") == NULL_ENUM:
        node.clear()
        node["type"] = "null"
    if node.get("pattern") == LOOSE_DECIMAL:
        node["pattern"] = DECIMAL
    if node.pop("nullable", False):
        _allow_null(node)
    if isinstance(node.get("title"), str):  # generators take titles for class names
        title = node.pop("title")
        node.setdefault("description", title)


def _allow_null(node: Schema) -> None:
    if "allOf" in node and len(node["allOf"]) == 1:
        node["oneOf"] = [*node.pop("allOf"), {"type": "null"}]
    elif "$ref" in node:
        node["oneOf"] = [{"$ref": node.pop("$ref")}, {"type": "null"}]
    elif isinstance(node.get("type"), str):
        node["type"] = [node["type"], "null"]


def _name_enum(schema: Schema, enums: dict[tuple[str, ...], str]) -> None:
    """Refer to the named enum instead of listing its codes again."""
    target = schema.get("items", schema)
    target.pop("x-enum", None)
    name = enums.get(tuple(target.get("enum", ())))
    if name:
        target.clear()
        target["$ref"] = f"#/components/schemas/{name}"


def _explain_matches(schemas: dict[str, Schema]) -> None:
    """Let each record of a list say why a search found it."""
    for one in registered():
        name = one.serializer.__name__.removesuffix("Shape")
        schemas[name]["properties"]["match"] = {
            "allOf": [{"$ref": "#/components/schemas/SearchMatch"}],
            "description": "Why it was found; only in a list, and only with `q`.",
        }


def _require(name: str, schema: Schema) -> None:
    """Answers carry every member; requests what must be given, and nothing unknown."""
    properties = schema.get("properties")
    if not properties:
        return
    if name.endswith("Request"):
        schema["additionalProperties"] = False
        return
    if name in {"Fault", "Given", "Problem", "ValidationProblem"}:
        return
    if name.endswith("Page"):
        return
    sparse = SPARSE | SPARSE_OF.get(name, set())
    optional = set(properties) - {"more"} if name.endswith("Parts") else sparse
    schema["required"] = sorted(set(properties) - optional)
