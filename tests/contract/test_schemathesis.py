"""The API against its own OpenAPI document, with data that nobody thought of.

Every operation is called with generated parameters, valid and not, and each answer
is checked by all of the library's checks: no failure of the server, only documented
statuses, content types and shapes, invalid queries refused, valid ones accepted.

Two things are kept out of the generated data, because JSON Schema has no words for
them. They are tried in ``tests/api/test_strictness.py`` and ``tests/property``:

- cursors, which only the server can write: whatever else is sent is refused;
- control characters and code points without a character, refused in every text.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.schemas import BaseSchema

from policies.common.text import is_clean
from r57.api import openapi
from r57.wsgi import application

AnyCase = Case[Any]

EXAMPLES = 12
EDGES = [  # together they have every kind of parameter; each list alone takes seconds
    "listAgencies",
    "listProvisions",
    "listRelations",
    "listTargets",
    "listTasks",
    "getTask",
    "getRoot",
]


def load() -> BaseSchema:
    """Read the document as a client does."""
    return schemathesis.openapi.from_wsgi("/api/v1/schema/", application)


anything, edges = load(), load()
anything.config.phases.coverage.enabled = False
edges.config.phases.fuzzing.enabled = False
calm = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def speakable(value: Any) -> Any:
    """Leave out of a value the characters that no text may hold."""
    if isinstance(value, list):
        return [speakable(item) for item in value]
    if isinstance(value, str):
        return "".join(one for one in value if is_clean(one) and one != "\ufffd") or "a"
    return value


def without_the_unspeakable(case: AnyCase) -> None:
    """Keep out of a valid query what JSON Schema has no words for."""
    if case.meta and case.meta.generation.mode.is_positive:
        query = dict(case.query or {})
        query.pop("cursor", None)
        case.query = {name: speakable(value) for name, value in query.items()}


@pytest.fixture
def kept_connection(db: None) -> Iterator[None]:
    """Keep the connection, which holds the test's transaction, between requests."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


def test_every_operation_is_called() -> None:
    operations = sum(len(path) for path in openapi()["paths"].values())
    assert anything.statistic.operations.selected == operations


@pytest.mark.usefixtures("kept_connection")
@anything.parametrize()
@calm
def test_any_query_is_answered_as_documented(case: AnyCase) -> None:
    without_the_unspeakable(case)
    case.call_and_validate()


@pytest.mark.usefixtures("kept_connection")
@edges.include(operation_id=EDGES).parametrize()
@calm
def test_each_parameter_is_answered_as_documented_at_its_edges(case: AnyCase) -> None:
    without_the_unspeakable(case)
    case.call_and_validate()
