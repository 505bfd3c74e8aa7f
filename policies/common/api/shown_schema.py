"""How the choice of members, parts and facets stands in the OpenAPI document.

A complete record keeps its component with every member required; that is the first
type of an answer, which generated clients take. Records that may lack members have a
type of their own, so that no component has to call its members optional.
"""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from policies.common.api.facets import MOST_VALUES

Schema = Mapping[str, Any]

FIELDS = (
    "Only these members of each record, and `slug`. The answer is then of the type "
    "`application/vnd.r57.sparse+json`, also for a client that accepts only "
    "`application/json`. Parts under `included` are asked for by `include` alone."
)
OMIT = (
    "All members of each record but these; `slug` always comes. Not together with "
    "`fields`, and answered in the same type."
)
INCLUDE = "Records that belong to each one, given under `included`, complete."
FACETS = (
    "Filters whose values are counted among all records found, under `facets`: the "
    "same on every page. A record with two values of a list counts under both."
)

SPARSE_RECORD = {
    "type": "object",
    "description": (
        "A record with the members that were asked for, each as in the complete record."
    ),
    "required": ["slug"],
    "properties": {
        "slug": {"type": "string", "description": "Public id of the record."}
    },
    "additionalProperties": True,
}
FACET_VALUE = {
    "type": "object",
    "description": "One value of a facet and how many records of the list have it.",
    "required": ["value", "label", "label_en", "count"],
    "properties": {
        "value": {
            "type": ["string", "null"],
            "description": "The value as the filter takes it; null if none is known.",
        },
        "label": {
            "type": ["string", "null"],
            "description": "Its name in Vietnamese, if it has one.",
        },
        "label_en": {
            "type": ["string", "null"],
            "description": "Its name in English, if it has one.",
        },
        "count": {
            "type": "integer",
            "minimum": 1,
            "description": (
                "Records found that have this value; one with several values counts "
                "under each."
            ),
        },
    },
}
FACET = {
    "type": "object",
    "description": "The values of one filter among the records found.",
    "required": ["values", "more"],
    "properties": {
        "values": {
            "type": "array",
            "maxItems": MOST_VALUES,
            "items": {"$ref": "#/components/schemas/FacetValue"},
            "description": "Most records first, then in the order of the values.",
        },
        "more": {
            "type": "boolean",
            "description": "Whether there are more values than are given here.",
        },
    },
}
FACETS_OF_PAGE = {
    "type": "object",
    "description": "Each facet asked for with `facets`, by the name of its filter.",
    "additionalProperties": {"$ref": "#/components/schemas/Facet"},
}
COMPONENTS: Mapping[str, Schema] = {
    "FacetValue": FACET_VALUE,
    "Facet": FACET,
    "Facets": FACETS_OF_PAGE,
}


class SparseRecordShape(serializers.Serializer[Any]):
    """Stands for ``SPARSE_RECORD``, which no serializer can describe."""


def names(name: str, one: Schema, words: str) -> OpenApiParameter:
    """Describe a parameter that takes names separated by commas."""
    schema = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
    return OpenApiParameter(
        name, type=schema, explode=False, style="form", description=words
    )
