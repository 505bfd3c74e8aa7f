"""What the API sends to the database and answers, recorded from a request to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection
from django.test import Client

from tests.bench.floor import Plan, Repeat, Work
from tests.bench.questions import HOST, Question

Execute = Callable[[str, Any, bool, Any], Any]


@dataclass(frozen=True)
class Statement:
    """One statement with its parameters."""

    text: str
    params: tuple[Any, ...]

    def in_full(self) -> str:
        """Write the parameters into the text, as the engine takes them."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                text: bytes = cursor.mogrify(self.text, self.params)
                return text.decode()
        return self.text % tuple(f"'{one}'" for one in self.params)


@dataclass(frozen=True)
class Recording:
    """One request: its answer, and the statements that were needed for it."""

    question: Question
    body: bytes
    statements: tuple[Statement, ...]

    def work(self) -> Work:
        """Give what the floor needs to answer the request."""
        if self.question.built:
            return self._plan()
        statements = [(one.text, one.params) for one in self.statements]
        return Repeat(statements, orjson.loads(self.body))

    def _plan(self) -> Plan:
        """Tell a page, its lists and its facets apart."""
        rows, *others = self.statements
        facets = [one for one in others if one.text.startswith("WITH found ")]
        lists = [one for one in others if one not in facets]
        answered = orjson.loads(self.body)
        results = answered.pop("results", None)
        counted = answered.pop("facets", {})
        return Plan(
            rows=rows.text,
            params=rows.params,
            lists=lists[0].text if lists else "",
            ids=lists[0].params if lists else (),
            size=1 if results is None else len(results),
            page=None if results is None else answered,
            shown=() if lists else list(results[0]),
            facets=facets[0].in_full() if facets else "",
            names=list(counted),
            wording={name: worded(facet) for name, facet in counted.items()},
            matches=[one["match"] for one in results or () if "match" in one],
        )


def worded(facet: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Give the labels of a facet's values, which codes do not take from a table."""
    return {
        one["value"]: (one["label"], one["label_en"])
        for one in facet["values"]
        if one["value"] is not None
    }


def record(question: Question) -> Recording:
    """Ask the API, and write down what it does.

    Asked once before, so that what is compiled once a day is not recorded.

    Raises:
        ValueError: the answer is not 200.

    """
    client = Client(SERVER_NAME=HOST)

    def ask() -> Any:
        return client.generic(
            question.method, question.path, question.body, "application/json"
        )

    ask()
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
        response = ask()
    if response.status_code != 200:
        raise ValueError(f"{question.path}: {response.status_code}")
    return Recording(question, response.content, tuple(statements))
