"""What is kept out of the data that schemathesis makes up, each with its reason.

Read by schemathesis itself (``SCHEMATHESIS_HOOKS``). JSON Schema has no words for
most of these; other tests try them:

- a cursor, which only the server can write: ``tests/api/test_strictness.py`` and
  ``tests/property`` send changed ones;
- control characters and code points without a character, refused in every text;
- ``omit`` beside ``fields``, and the order by relevance without a ``q``: one parameter
  cannot say what it asks of another;
- the id of a log and a position in it, which only the server can give:
  ``tests/api/test_changes.py`` and ``tests/api/test_exports.py`` send others;
- a register time in the future, which depends on when it is asked;
- a request line of more than 8,000 octets: the application server refuses it before
  the application sees it, with a page of its own.

What a measure must be told depends on the measure, as ``inputs/`` says: a valid
evaluation is one of a measure of the register (``tests/api/test_evaluate.py`` has the
others).

A write that was made up would hardly ever reach a record: so a valid one is sent to a
record of the register, as it stands (``If-Match: *``), and what it refers to is there.
"""

from typing import Any
from urllib.parse import urlencode

import schemathesis
from schemathesis import Case, HookContext

from policies.common.text import is_clean
from r57.openapi import examples

LONGEST = 8000
EVALUATED = "commercialisation-revenue-split-30-70"
ONLY_HERE = ("known_at", "known_before", "known_after", "log", "after", "position")
REPLACEMENT = "\ufffd"


def speakable(value: Any) -> Any:
    """Leave out of a value the characters that no text may hold."""
    if isinstance(value, list):
        return [speakable(item) for item in value]
    if isinstance(value, dict):
        return {name: speakable(item) for name, item in value.items()}
    if isinstance(value, str):
        kept = (one for one in value if is_clean(one) and one != REPLACEMENT)
        return "".join(kept).strip() or "a"
    return value


@schemathesis.hook
def filter_case(_context: HookContext, case: Case[Any]) -> bool:
    """Keep requests whose first line the application server reads."""
    asked = urlencode(list((case.query or {}).items()), doseq=True)
    return len(asked) + len(case.formatted_path) < LONGEST


def aim(case: Case[Any]) -> None:
    """Send a valid write to a record that is there, whatever its state."""
    if case.method in {"PUT", "PATCH", "DELETE"} or case.path.endswith("/merge/"):
        record = examples().get(case.path.split("/")[3])
        if record and case.path_parameters:
            case.path_parameters = {**case.path_parameters, "slug": record["slug"]}
            case.headers["If-Match"] = "*"
            case.headers.pop("If-None-Match", None)


def tell(case: Case[Any]) -> None:
    """Tell a measure that is there what it asks for."""
    body: Any = case.body
    if not case.path.endswith("/evaluate/") or not isinstance(body, dict):
        return
    body.pop("known_at", None)
    told = body.get("evaluations", [body])
    for one in told:
        one["inputs"] = {"revenue": {"value": "1000000000", "unit": "vnd"}}
        if "measure" in one:
            one["measure"] = EVALUATED
    if case.path_parameters:
        case.path_parameters = {**case.path_parameters, "slug": EVALUATED}


@schemathesis.hook
def map_case(_context: HookContext, case: Case[Any]) -> Case[Any]:
    """Keep out of a valid request what JSON Schema has no words for."""
    if case.meta and case.meta.generation.mode.is_positive:
        query = dict(case.query or {})
        query.pop("cursor", None)
        for name in (
            "known_at",
            "known_before",
            "known_after",
            "log",
            "after",
            "position",
        ):
            query.pop(name, None)
        if "fields" in query:
            query.pop("omit", None)
        if "q" not in query and "relevance" in str(query.get("ordering")):
            query.pop("ordering")
        case.query = speakable(query)
        case.body = speakable(case.body)
        aim(case)
    if not (case.meta and case.meta.generation.mode.is_negative):
        tell(case)
    return case
