"""The change log: every change of every public record, in the order of commits."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from policies.choices import ChangeKind
from policies.common.api.conditional import asked
from policies.common.api.errors import InvalidQuery
from policies.common.api.pages import DEFAULT_SIZE, LARGEST_SIZE
from policies.common.api.query import refuse
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.search import PageSize
from policies.common.api.searched import SearchedCollection
from policies.common.api.tags import entity_tag, unless_held
from policies.common.filters import (
    Code,
    Declared,
    RefusedValueError,
    Schema,
    Whole,
    Word,
)
from policies.models import Change
from policies.serializers.change import ChangePage
from policies.services.changes import LogPosition, log_position
from policies.services.log_entries import RECORD, include_records, written


class LogSequence(Whole):
    """A sequence of the log."""

    most = 2**63 - 1


class LogId(Word):
    """The id of an installation's log."""

    limit = 32


class Included(Declared):
    """What may be included in each entry."""

    def parse(self, text: str) -> str:
        """Read the name of what is included."""
        if text != RECORD:
            raise RefusedValueError(f"«{text}» cannot be included", [RECORD])
        return text

    def value_schema(self) -> Schema:
        """List the one name."""
        return {"type": "string", "enum": [RECORD]}


class Changes(Question):
    """What happened to public records, in the order in which it became visible.

    Whoever has read up to a sequence never finds anything new at or below it. Keep the
    `sequence` of the last entry you applied, or `last` once `next` is null, and ask
    `after` it the next time; entries that `collection` and `kind` leave out are passed
    over so. `create` and `publish` make a record public; `withdraw`, `merge` and
    `delete` take it away. `state_changed` says that a document or a measure has another
    legal state because its day came, or because a correction changed what holds.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "listChanges"}
    summary = "The change log"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "after": Parameter(
            LogSequence(),
            "Only entries after this sequence; 0, the beginning, unless said "
            "otherwise. Beyond the last it is refused: `beyond_the_log`.",
            default=0,
        ),
        "log": Parameter(
            LogId(),
            "The `log` that `after` belongs to. Another one is refused: "
            "`another_log`; begin again from 0 then.",
        ),
        "collection": Parameter(
            SearchedCollection(),
            "Only records of these collections; may be repeated. Laws, decrees and "
            "other kinds are found among the documents.",
            several=True,
            default=(),
        ),
        "kind": Parameter(
            Code(ChangeKind),
            "Only entries of these kinds; may be repeated.",
            several=True,
            default=(),
        ),
        "include": Parameter(
            Included(),
            "`record` adds to each entry the record as it stands now.",
            commas=True,
            default=(),
        ),
        "page_size": Parameter(
            PageSize(),
            f"Entries on a page; {DEFAULT_SIZE} unless said otherwise, at most "
            f"{LARGEST_SIZE}.",
            default=DEFAULT_SIZE,
        ),
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": ChangePage}

    def get(self, request: Request) -> HttpResponseBase:
        """Give one page of the log; its tag moves with the log alone."""
        wanted = self.asked(request)
        position = log_position()
        check_position(wanted["after"], wanted["log"], position)
        tag = entity_tag(position.log, position.last, *asked(request))
        return unless_held(request, tag, lambda: page(request, wanted, position))


Changes.get.conditional = True  # type: ignore[attr-defined] # it makes its own tag


def page(
    request: Request, wanted: Mapping[str, Any], position: LogPosition
) -> Response:
    """Read a page: one query, and at most two for the records of each collection."""
    size = wanted["page_size"]
    found = list(entries(wanted, position.last)[: size + 1])
    results = [written(one) for one in found[:size]]
    if RECORD in wanted["include"]:
        include_records(results)
    following = None
    if len(found) > size:
        url = request.build_absolute_uri()
        following = replace_query_param(url, "after", found[size - 1].sequence)
    return Response(
        {
            "results": results,
            "last": position.last,
            "next": following,
            "log": position.log,
        }
    )


def check_position(after: int, log: str | None, position: LogPosition) -> None:
    """Refuse what belongs to another log, or to a later one of the same id.

    Raises:
        InvalidQuery: code ``another_log`` or ``beyond_the_log``.

    """
    if log is not None and log != position.log:
        detail = f"is not the log of this register, which is {position.log}"
        raise InvalidQuery([refuse("log", "another_log", detail)])
    if after > position.last:
        detail = f"lies beyond the log, whose last sequence is {position.last}"
        raise InvalidQuery([refuse("after", "beyond_the_log", detail)])


def entries(wanted: Mapping[str, Any], last: int) -> Any:
    """Give the entries asked for, none later than the answer says is the last."""
    found = Change.objects.filter(sequence__gt=wanted["after"], sequence__lte=last)
    if wanted["collection"]:
        found = found.filter(collection__in=wanted["collection"])
    if wanted["kind"]:
        found = found.filter(kind__in=wanted["kind"])
    return found.order_by("sequence")
