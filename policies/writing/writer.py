"""Writing rows one by one within a turn, and keeping account of what became of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import IntegrityError
from rest_framework import serializers
from rest_framework.exceptions import APIException

from policies.common.api.errors import Fault, body_faults
from policies.common.api.serializers import FIND
from policies.common.api.typed import wrong_types
from policies.common.models import Record
from policies.common.validators import is_public_slug
from policies.services import Outcome
from policies.services.saving import Actor
from policies.writing.cited import ReadRow, read_citations
from policies.writing.guards import Tags, unseen
from policies.writing.kept import kept_records, says_the_same
from policies.writing.known import Known
from policies.writing.members import references
from policies.writing.naming import name_row
from policies.writing.permission import Data, Partner
from policies.writing.record import Written, anything, write_bound
from policies.writing.row import Row, RowWritten

CHUNK = 500  # rows whose stored records and references are read together


def silent(_rows: int) -> None:
    """Tell nobody how far the writing has come."""


@dataclass(frozen=True)
class How:
    """How rows are written.

    Attributes:
        partner: who writes by a token, and may not write everything.
        actor: who else writes, for the history.
        reason: why, for the history and the change log.
        overwrite: whether a row may replace a record without naming its ETag.
        advance: is told how many rows were dealt with, every now and then.

    """

    partner: Partner | None = None
    actor: Actor = None
    reason: str = ""
    overwrite: bool = False
    advance: Callable[[int], Any] = silent

    @property
    def writer(self) -> Actor:
        """Whose name stands in the history."""
        return self.partner.user if self.partner else self.actor


@dataclass
class Writer:
    """Writes rows, and remembers for each what became of it.

    Attributes:
        how: how they are written.
        tags: the ETags that records had before the first row was written.
        done: what writing did to a row.
        refused: why a row could not be written; it may be tried again.
        unseen: why a row should not have been written.

    """

    how: How
    tags: Tags
    known: Known = field(default_factory=Known)
    done: dict[Row, RowWritten] = field(default_factory=dict)
    refused: dict[Row, Sequence[Fault]] = field(default_factory=dict)
    unseen: dict[Row, Fault] = field(default_factory=dict)

    def write(self, rows: Sequence[Row]) -> None:
        """Write rows of one table, in their order."""
        for start in range(0, len(rows), CHUNK):
            chunk = read_citations(rows[start : start + CHUNK])
            changing = self._changing(chunk)
            self.known.read(
                one for row in changing for one in references(row.shape, row.data)
            )
            for row in changing:
                self._attempt(row)
            self.how.advance(len(chunk))

    def retry(self) -> None:
        """Try refused rows again, for as long as what they needed may have come."""
        before = 0
        while self.refused and len(self.refused) != before:
            before = len(self.refused)
            for row in read_citations(list(self.refused)):
                self._attempt(row)

    def _changing(self, chunk: Sequence[ReadRow]) -> list[ReadRow]:
        """Note the rows that say what is held already; give the others."""
        kept = kept_records(chunk)
        if self.how.partner:
            self.known.read((row.model, row.slug) for row in chunk if row.slug)
        changing = []
        for row in chunk:
            try:
                same = says_the_same(row, self._permitted(row), kept)
            except APIException:
                same = False  # the attempt will say why
            if same and not row.faults:
                self._note(row, row.slug, Outcome.UNCHANGED)
            else:
                changing.append(row)
        return changing

    def _permitted(self, row: ReadRow) -> Data:
        if self.how.partner is None:
            return row.data
        stored = self.known.find(row.model, row.slug) if row.slug else None
        return self.how.partner.members(row.data, stored)

    def _attempt(self, row: ReadRow) -> None:
        """Write a row, or note why it cannot be written."""
        self.refused.pop(row.row, None)
        if faults := [*row.faults, *mistyped(row)]:
            self.refused[row.row] = faults
            return
        try:
            written = self._written(row)
        except (APIException, IntegrityError) as error:
            self.refused[row.row] = faults_of(error)
        else:
            self._note(row, written.record.slug, written.outcome)

    def _written(self, row: ReadRow) -> Written:
        shape, data = row.shape, dict(self._permitted(row))
        context = {FIND: self.known.find}
        if data.get("slug") in {None, ""}:
            data["slug"] = name_row(shape, data, context)
        stored = stored_record(row.model, data["slug"])
        how, bound = self.how, shape(stored, data=data, context=context)
        permit = how.partner.permit if how.partner else anything
        written = write_bound(bound, actor=how.writer, reason=how.reason, permit=permit)
        self.known.note(written.record, written.outcome)
        check_kind(row, written.record)
        return written

    def _note(self, row: ReadRow, slug: str, outcome: Outcome) -> None:
        given = row.row
        self.done[given] = RowWritten(given, row.collection, slug, outcome, row.note)
        overwrite = self.how.overwrite
        if fault := unseen(given, outcome, self.tags, overwrite=overwrite):
            self.unseen[given] = fault


def mistyped(row: ReadRow) -> list[Fault]:
    """Name each member that is not of the JSON type of its shape."""
    return [
        replace(fault, pointer=f"/record{fault.pointer}")
        for fault in wrong_types(row.shape, row.data)
    ]


def faults_of(error: APIException | IntegrityError) -> list[Fault]:
    """Give what is wrong with a row, with pointers that start at the row."""
    if isinstance(error, IntegrityError):
        detail = "Another record stands against this one."
        return [Fault("conflict", detail, pointer="/record")]
    if isinstance(error, serializers.ValidationError):
        return body_faults(error.detail, "/record")
    return [Fault(str(error.get_codes()), str(error.detail), pointer="/record")]


def stored_record(model: type[Record], slug: Any) -> Record | None:
    """Read the record of a public id as it stands, whatever earlier rows moved."""
    if not is_public_slug(slug):
        return None
    return model._default_manager.filter(slug=slug).first()


def check_kind(row: ReadRow, record: Record) -> None:
    """Refuse a record that does not belong to the collection it was given for.

    Raises:
        serializers.ValidationError: a decree among the laws.

    """
    model = row.collection.model
    if not model._meta.proxy or model._default_manager.filter(pk=record.pk).exists():
        return
    detail = f"This is none of the {row.collection.name}."
    fault = serializers.ErrorDetail(detail, code="another_kind")
    raise serializers.ValidationError({"kind": [fault]})
