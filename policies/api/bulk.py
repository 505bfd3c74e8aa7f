"""Many records by token in one request, all or nothing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.http import HttpResponseBase
from django.utils import translation
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.bodies import body_of
from policies.api.bulk_shapes import BulkAnswerShape, BulkShape
from policies.api.idempotency import once
from policies.api.tokens import WritesByToken, partner_of
from policies.common.api.conditional import record_etags
from policies.common.api.errors import InvalidBody
from policies.common.api.questions import Answer, Question, read_parameters
from policies.common.api.rows import JSONRecord
from policies.common.collections import Collection
from policies.common.registry import registered
from policies.services import Outcome
from policies.writing.row import Row, RowsRefusedError, RowWritten
from policies.writing.rows import write_rows
from policies.writing.writer import How


class BulkWrite(Question):
    """Write up to 1,000 records of any collections, all of them or none.

    Rows stand in any order; one may refer to another that comes later. Each is
    entered, or replaces the record of its `slug`, by the rules of a single write. A
    row that says what the register holds already changes nothing, so the same rows
    may be sent again. One that would replace a record saying something else needs
    its `etag`, or `overwrite`: else it is refused as `precondition_required`, and with
    an old `etag` as `precondition_failed`. If anything is wrong with any row, nothing
    is written, and `errors` names every fault: `/rows/3/record/title`.
    """

    operations: ClassVar[Mapping[str, str]] = {"post": "bulkWrite"}
    summary = "Write many records, all or nothing"
    permission_classes = (WritesByToken,)
    once = True
    body = BulkShape
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": BulkAnswerShape}
    refusals: ClassVar[Mapping[int, str]] = {
        403: "The token may only read.",
        422: "The Idempotency-Key stands for another request.",
    }

    def post(self, request: Request) -> HttpResponseBase:
        """Write the rows of the body."""
        read_parameters(request.query_params, {})
        body_of(request, BulkShape)
        asked = self.given(request)

        def write() -> Response:
            return Response(written(request, asked))

        return once(request, write)


def written(request: Request, asked: Mapping[str, Any]) -> JSONRecord:
    """Write the rows that are asked for, and say what became of them.

    Raises:
        InvalidBody: with every fault of every row; nothing is written.

    """
    how = How(
        partner=partner_of(request),
        reason=asked.get("reason", ""),
        overwrite=asked.get("overwrite", False),
    )
    dry_run = asked.get("dry_run", False)
    try:
        with translation.override("en"):
            done = write_rows(list(rows_of(asked["rows"])), how=how, dry_run=dry_run)
    except RowsRefusedError as refused:
        raise InvalidBody(
            [
                replace(one.fault, pointer=f"{one.row.where}{one.fault.pointer}")
                for one in refused.faults
            ]
        ) from refused
    counts = Counter(one.outcome for one in done)
    told = {outcome.value: counts[outcome] for outcome in Outcome}
    return {"dry_run": dry_run, **told, "rows": answered(done)}


def rows_of(given: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Give the rows of a body, each with its pointer."""
    collections = {one.name: one for one in registered()}
    return [
        Row(
            where=f"/rows/{number}",
            collection=collections[one["collection"]],
            data=one["record"],
            etag=one.get("etag"),
        )
        for number, one in enumerate(given)
    ]


def answered(done: Sequence[RowWritten]) -> list[JSONRecord]:
    """Say what became of each row, with the ETags as they are now."""
    slugs: dict[str, set[str]] = defaultdict(set)
    collections: dict[str, Collection] = {}
    for one in done:
        collections[one.collection.name] = one.collection
        slugs[one.collection.name].add(one.slug)
    tags = {
        name: record_etags(collection, slugs[name], public=False)
        for name, collection in collections.items()
    }
    return [
        {
            "collection": one.collection.name,
            "slug": one.slug,
            "outcome": one.outcome.value,
            "etag": tags[one.collection.name].get(one.slug),
            "note": one.note or None,
        }
        for one in done
    ]
