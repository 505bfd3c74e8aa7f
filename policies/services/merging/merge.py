"""Merging a record into another one of its kind, with all that refers to it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.choices import ChangeKind
from policies.common.clocks import one_moment
from policies.common.models import Record, RecordState
from policies.common.turns import in_turn
from policies.services.changes import was_public
from policies.services.merging.kinds import keep_names, says_nothing
from policies.services.merging.twins import twin_of
from policies.services.moving import moving
from policies.services.removing import (
    Reference,
    references_to,
    stored_or_refused,
    take_out,
)
from policies.services.saving import (
    Actor,
    check_references,
    concrete,
    places,
    rules_of,
    save_record,
)


@one_moment()
@in_turn()
def merge_records(
    record: Record, into: Record, *, actor: Actor = None, reason: str = ""
) -> None:
    """Merge a record into another one, which goes on for both; all or nothing.

    Whatever refers to the record refers to the survivor from then on. What thereby
    says the same as another record is merged into that one; a relation of something
    to itself is deleted. The survivor keeps what it says, joins the lists that have
    no order, and keeps the names of a merged document.

    Args:
        record: the record that goes.
        into: the record of the same table that stays.
        actor: who merges, for the history.
        reason: why, for the history and the log.

    Raises:
        ValidationError: code ``into_itself``, ``other_table``, ``gone`` or
            ``survivor_not_public``; or a rule that a record breaks once it refers to
            the survivor, such as ``circle``.

    """
    if concrete(record) is not concrete(into):
        message = _("Chỉ gộp được hai bản ghi cùng loại.")
        raise ValidationError(message, code="other_table")
    if record.pk == into.pk:
        raise ValidationError(_("Không gộp bản ghi vào chính nó."), code="into_itself")
    gone, stays = stored_or_refused(record), stored_or_refused(into)
    if standing(gone) > standing(stays):
        message = _("«%(into)s» chưa công bố, còn bản ghi gộp vào nó đã công bố.")
        refusal = message % {"into": stays.slug}
        raise ValidationError(refusal, code="survivor_not_public")
    merging = Merging(actor, reason)
    with moving():
        merging.merge(gone, stays)
    merging.check()


def standing(record: Record) -> int:
    """Rank what the public knows of a record: nothing, what it was, what it is."""
    if record.state == RecordState.PUBLISHED:
        return 2
    return 1 if was_public(record) else 0


class Merging:
    """One merge with all that follows from it."""

    def __init__(self, actor: Actor, reason: str) -> None:
        self.actor = actor
        self.reason = reason
        self.going: list[Record] = []
        self.moved: dict[tuple[type[Any], int], None] = {}

    def merge(self, record: Any, into: Any) -> None:
        """Move what refers to a record, then take it out."""
        self.going.append(record)
        self._join_lists(record, into)
        for reference in references_to(concrete(record)):
            while (other := reference.to(record).first()) is not None:
                self._move(other, reference, record, into)
        record, into = stored_or_refused(record), stored_or_refused(into)
        self._take_out(record, ChangeKind.MERGE, into=into.slug)
        keep_names(record, into, actor=self.actor, reason=self.reason)
        rules_of(into).after(into)

    def check(self) -> None:
        """Ask the rules about records that belong together, now that all are there.

        Raises:
            ValidationError: some do not, where they are now.

        """
        for model, own in self.moved:
            record = model._default_manager.filter(pk=own).first()
            if record is not None:
                rules_of(record).prepare(record)
                check_references(record, {}, record)

    def _join_lists(self, record: Any, into: Any) -> None:
        """Add to the lists of the survivor what only the other record lists."""
        lists = {}
        for field in record._meta.many_to_many:
            if places(record, field.name) == ("pk",):
                both = (getattr(one, field.name).all() for one in (into, record))
                lists[field.name] = [member for those in both for member in those]
        if lists:
            self._save(into, lists)

    def _move(self, other: Any, reference: Reference, record: Any, into: Any) -> None:
        """Let a record refer to the survivor, or go into the one that does already."""
        if reference.is_list:
            self._replace(other, reference.name, record, into)
            return
        survives = type(other) is type(into) and other.pk == into.pk
        above = getattr(record, reference.name) if survives else into
        setattr(other, reference.name, None if above == into and survives else above)
        if survives and above is None and reference.name == "held_instead":
            other.held_reason = ""
        if says_nothing(other):
            self._drop(other)
            return
        rules_of(other).prepare(other)
        twin = None if survives else twin_of(other, self.going)
        if twin is None:
            self._save(other)
        elif standing(twin) < standing(other):
            self.merge(twin, stored_or_refused(other))
        else:
            self.merge(stored_or_refused(other), twin)

    def _replace(self, other: Any, name: str, record: Any, into: Any) -> None:
        """Put the survivor into the place of a member of a list."""
        members = getattr(other, name).order_by(*places(other, name))
        self._save(other, {name: [into if one == record else one for one in members]})

    def _drop(self, record: Any) -> None:
        """Delete a record that says nothing any more, with all that is about it."""
        record = stored_or_refused(record)
        for reference in references_to(concrete(record)):
            for other in list(reference.to(record)):
                self._drop(other)
        self._take_out(record, ChangeKind.DELETE)

    def _take_out(self, record: Any, kind: ChangeKind, into: str = "") -> None:
        take_out(record, kind, actor=self.actor, reason=self.reason, into=into)

    def _save(self, record: Any, lists: Any = None) -> None:
        save_record(
            record, lists=lists, actor=self.actor, reason=self.reason, follows=True
        )
        self.moved[concrete(record), record.pk] = None
