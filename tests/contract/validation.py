"""Validating answers against the components of the OpenAPI document."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

from r57.api import openapi

FORMATS = FormatChecker()


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """Tell whether a text is an address that a client can follow."""
    if not isinstance(value, str):
        return True
    parts = urlsplit(value)
    return value.isascii() and bool(parts.scheme and parts.netloc)


@cache
def validator(component: str) -> Draft202012Validator:
    """Give the validator of one component, checking formats too."""
    document = openapi()
    schema = {
        "$ref": f"#/components/schemas/{component}",
        "components": document["components"],
    }
    return Draft202012Validator(schema, format_checker=FORMATS)


def violations(component: str, value: Any) -> list[str]:
    """Say where a value breaks its component; nothing if it does not."""
    return [
        f"{error.json_path}: {error.message}"
        for error in validator(component).iter_errors(value)
    ]
