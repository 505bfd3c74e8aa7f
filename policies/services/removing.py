"""Taking a record out of the register: its history and its public id stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from policies.choices import ChangeKind
from policies.common.clocks import one_moment, register_time
from policies.common.models import Record, history_by_hand, write_end
from policies.common.turns import in_turn
from policies.services.changes import collection_of, log, touch, was_public
from policies.services.saving import Actor, concrete, rules_of

MOST_NAMED = 10


@dataclass(frozen=True)
class Reference:
    """A column or list by which records of one kind refer to those of another.

    Attributes:
        model: the kind that refers.
        name: the column or list.
        is_list: whether it is a list.

    """

    model: type[Record]
    name: str
    is_list: bool

    def to(self, record: Record) -> "models.QuerySet[Any]":
        """Give the records that refer to one by this column or list."""
        rows = self.model._default_manager.filter(**{self.name: record.pk})
        return rows.order_by("pk")


@cache
def references_to(model: type[models.Model]) -> tuple[Reference, ...]:
    """Give every column and list of the register that can refer to a kind."""
    return tuple(
        Reference(
            model=relation.related_model,
            name=relation.field.name,
            is_list=relation.field.many_to_many,
        )
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, Record)
    )


def referring(record: Record) -> Iterator[Record]:
    """Give every record that refers to one, in any way; some may come twice."""
    for reference in references_to(concrete(record)):
        yield from reference.to(record)


def stored_or_refused(record: Record) -> Any:
    """Read the row of a record as the database holds it.

    Raises:
        ValidationError: code ``gone``, it is not in the register any more.

    """
    row = concrete(record)._default_manager.filter(pk=record.pk).first()
    if row is None:
        message = _("«%(record)s» không còn trong sổ.") % {"record": record.slug}
        raise ValidationError(message, code="gone")
    return row


@one_moment()
@in_turn()
def delete_record(record: Record, *, actor: Actor = None, reason: str = "") -> None:
    """Delete a record that nothing refers to; history and log keep what it was.

    Args:
        record: a record of the register.
        actor: who deletes, for the history.
        reason: why, for the history and the log.

    Raises:
        ValidationError: code ``referred_to``, naming up to ten records that refer
            to it; ``gone``, somebody else deleted it first.

    """
    stored = stored_or_refused(record)
    refuse_referred(stored)
    take_out(stored, ChangeKind.DELETE, actor=actor, reason=reason)


def refuse_referred(record: Record) -> None:
    """Refuse to delete what other records stand on.

    Raises:
        ValidationError: code ``referred_to``.

    """
    names = (f"{collection_of(type(one)).name}/{one.slug}" for one in referring(record))
    named = list(islice(dict.fromkeys(islice(names, MOST_NAMED * 2)), MOST_NAMED))
    if named:
        message = _("Không xóa được vì còn bản ghi dẫn đến: %(names)s.")
        said = message % {"names": ", ".join(named)}
        raise ValidationError(said, code="referred_to")


def take_out(
    record: Record, kind: ChangeKind, *, actor: Actor, reason: str, into: str = ""
) -> None:
    """Take out the row of a record to which nothing refers, in the turn of a service.

    Args:
        record: the record as the database holds it.
        kind: what the log says of it, if the public ever saw it.
        actor: who does it, for the history.
        reason: why, for the history and the log.
        into: the public id of the record that goes on, of a merged one.

    """
    touch()
    write_end(record, register_time(), actor=actor, reason=reason)
    own = record.pk
    with history_by_hand(record):
        record.delete()
    record.pk = own
    if was_public(record):
        log(kind, record, reason=reason, into=into)
    rules_of(record).removed(record)
