"""What the API sends to the database and answers, recorded from a request to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection
from django.test import Client

from tests.bench.floor import Plan
from tests.bench.questions import HOST, Question

Execute = Callable[[str, Any, bool, Any], Any]


@dataclass(frozen=True)
class Statement:
    """One statement with its parameters."""

    text: str
    params: tuple[Any, ...]


@dataclass(frozen=True)
class Recording:
    """One request: its answer, and the statements that were needed for it."""

    body: bytes
    statements: tuple[Statement, ...]

    def plan(self) -> Plan:
        """Give what the floor needs; the two statements are a page and its lists."""
        rows, lists = self.statements
        answered = orjson.loads(self.body)
        results = answered.pop("results", None)
        return Plan(
            rows=rows.text,
            params=rows.params,
            lists=lists.text,
            ids=lists.params,
            size=1 if results is None else len(results),
            page=None if results is None else answered,
        )


def record(question: Question) -> Recording:
    """Ask the API, and write down what it does.

    Asked once before, so that what is compiled once a day is not recorded.

    Raises:
        ValueError: the answer is not 200.

    """
    client = Client(SERVER_NAME=HOST)
    client.get(question.path)
    statements: list[Statement] = []

    def write_down(
        execute: Execute,
        sql: str,
        params: Any,
        many: bool,  # noqa: FBT001 - Django's signature
        context: Any,
    ) -> Any:
        statements.append(Statement(sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(write_down):
        response = client.get(question.path)
    if response.status_code != 200:
        raise ValueError(f"{question.path}: {response.status_code}")
    return Recording(response.content, tuple(statements))
