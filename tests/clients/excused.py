"""The only place that excuses a warning or a type error of a generated client.

Each is the generator's own boilerplate, the same for every OpenAPI document, or, where
the reason says so, a name that it thinks of and never writes.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Excuse:
    """What is excused: whose, the line as the tool prints it, and why."""

    tool: str
    line: re.Pattern[str]
    reason: str


def _excuse(tool: str, line: str, reason: str) -> Excuse:
    return Excuse(tool, re.compile(line), reason)


EXCUSES = (
    _excuse(
        "openapi-generator",
        r"WARN .* OpenAPI 3\.1 support is still in beta",
        "It says so of every 3.1 document.",
    ),
    _excuse(
        "openapi-generator",
        r"WARN .* Failed to get the schema name: null",
        "It looks for a name of an inline array of a parameter; the code has none.",
    ),
    _excuse(
        "openapi-generator",
        r"WARN .* (Field|Record|Omit) .*cannot be used as a? ?model name",
        "It thinks of a model for the items of a parameter so named and writes none.",
    ),
    _excuse(
        "openapi-python-client",
        r"^r57_client/client\.py:\d+: error: Argument 1 to \"__a?exit__\"",
        "Its template hands *args to httpx.",
    ),
    _excuse(
        "openapi-generator",
        r"^r57_client/.*\[(no-any-return|no-untyped-def|no-untyped-call)\]$",
        "Its templates leave methods and arguments without types.",
    ),
    _excuse(
        "openapi-generator",
        r"^r57_client/api_client\.py:\d+: error: .*\[(attr-defined|import-untyped)\]$",
        "Its template of the transport; no line of it comes from the document.",
    ),
    _excuse(
        "openapi-generator",
        r"^r57_client/runtime\.ts\(",
        "Its template of the transport; no line of it comes from the document.",
    ),
)


def unexcused(tool: str, lines: list[str]) -> list[str]:
    """Give the lines that no excuse of the tool covers."""
    own = [excuse for excuse in EXCUSES if tool.startswith(excuse.tool)]
    return [line for line in lines if not any(one.line.search(line) for one in own)]
