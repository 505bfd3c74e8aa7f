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
    tag: str
    statements: tuple[Statement, ...]

    def work(self) -> Work:
        """Give what the floor needs to answer the request."""
        if self.question.built:
            return self._plan()
        statements = [(one.text, one.params) for one in self.statements]
        body = None if self.question.held else orjson.loads(self.body)
        return Repeat(statements, body)

    def _plan(self) -> Plan:
        """Tell the version of the register, a page, its lists and its facets apart."""
        paged = [one for one in self.statements if one.text.startswith("WITH ")]
        before = [one.text for one in self.statements if one not in paged]
        rows, *others = paged
        facets = [one for one in others if one.text.startswith("WITH found ")]
        lists = [one for one in others if one not in facets]
        answered = orjson.loads(self.body)
        results = answered.pop("results", None)
        counted = answered.pop("facets", {})
        return Plan(
            before=before,
            rows=rows.text,
            params=rows.params,
            lists=lists[0].text if lists else "",
            ids=lists[0].params if lists else (),
            size=1 if results is None else len(results),
            page=None if results is None else answered,
            shown=list(results[0]) if results and not lists else (),
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
        ValueError: the answer has another status than it should.

    """
    client = Client(SERVER_NAME=HOST)

    def ask(headers: Mapping[str, str]) -> Any:
        return client.generic(
            question.method,
            question.path,
            question.body,
            "application/json",
            headers=headers,
        )

    tag = ask({}).get("ETag", "") if question.held else ""
    headers = {"If-None-Match": tag} if question.held else {}
    ask(headers)
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
        response = ask(headers)
    if response.status_code != question.status:
        raise ValueError(f"{question.path}: {response.status_code}")
    return Recording(question, response.content, tag, tuple(statements))
