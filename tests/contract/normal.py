"""One form of a JSON Schema for what can be written in several."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]

COMPONENT = "#/components/schemas/"
STRUCTURE = {
    "$ref",
    "type",
    "enum",
    "properties",
    "required",
    "items",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
}


@dataclass(frozen=True)
class Normal:
    """What a schema allows.

    Attributes:
        refs: the components that it is, one of which a value is.
        types: JSON types, ``null`` among them; empty for any, or for a component.
        codes: the codes of an enum.
        rules: format, pattern and bounds.
        properties: the schema of each member.
        required: the members that are always there.
        items: the schema of the items of an array.
        others: the schema of members that have no name.

    """

    refs: frozenset[str]
    types: frozenset[str]
    codes: frozenset[str] | None
    rules: Schema
    properties: Schema
    required: frozenset[str]
    items: Schema | None
    others: Schema | None


def component_of(schema: Schema) -> str | None:
    """Name the component that a schema refers to."""
    ref = schema.get("$ref")
    return ref[len(COMPONENT) :] if isinstance(ref, str) and COMPONENT in ref else None


def normal(schema: Schema) -> Normal:
    """Bring a schema into the one form."""
    alternatives = [
        one for way in ("oneOf", "anyOf", "allOf") for one in schema.get(way, ())
    ]
    inner = [normal(one) for one in alternatives]
    named = component_of(schema)
    types = schema.get("type", ())
    codes = schema.get("enum")
    others = schema.get("additionalProperties")
    own = frozenset([types] if isinstance(types, str) else types)
    return Normal(
        refs=frozenset([named] if named else []).union(*(one.refs for one in inner)),
        types=own.union(*(one.types for one in inner)),
        codes=None if codes is None else frozenset(map(str, codes)),
        rules={name: schema[name] for name in schema.keys() - STRUCTURE},
        properties=schema.get("properties", {}),
        required=frozenset(schema.get("required", ())),
        items=schema.get("items"),
        others=others if isinstance(others, Mapping) else None,
    )
