"""Who may write and see what: the rules of partners' tokens, for one record or many."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from rest_framework.exceptions import PermissionDenied

from policies.common.models import Record, RecordState
from policies.services.references import NOT_PUBLIC, referred
from policies.services.saving import (
    Actor,
    Lists,
    changed_members,
    rules_of,
    stored_row,
)

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Partner:
    """Who writes by a token, and whether what they write may be public at once.

    Attributes:
        user: whose name stands in the history.
        may_publish: whether they may write public records, and those of others.

    """

    user: Actor
    may_publish: bool = False

    def visible(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Leave of rows what the partner may see: drafts only if they wrote them."""
        if self.may_publish:
            return rows
        return rows.filter(~Q(state__in=NOT_PUBLIC) | Q(self._wrote(rows.model)))

    def sees(self, record: Record) -> bool:
        """Tell whether the partner may see a record: not the drafts of others."""
        if self.may_publish or record.state not in NOT_PUBLIC:
            return True
        own = type(record)._default_manager.filter(pk=record.pk)
        return own.filter(self._wrote(type(record))).exists()

    def check_owner(self, stored: Record) -> None:
        """Refuse to touch a draft that somebody else entered.

        Raises:
            PermissionDenied: ``another_partners_record``.

        """
        if not self.sees(stored):
            raise PermissionDenied(
                f"«{stored.slug}» is a draft that somebody else entered.",
                code="another_partners_record",
            )

    def check_edit(self, stored: Record) -> None:
        """Refuse to change a record, to delete it or to merge it.

        Raises:
            PermissionDenied: ``may_not_publish`` or ``another_partners_record``.

        """
        self.check_owner(stored)
        if not self.may_publish and stored.state not in NOT_PUBLIC:
            raise PermissionDenied(
                f"«{stored.slug}» is {stored.state}. Only a token that may publish "
                "changes what the public sees or has seen.",
                code="may_not_publish",
            )

    def members(self, data: Data, stored: Record | None) -> Data:
        """Give the members of a whole row as the partner may write them.

        Raises:
            PermissionDenied: ``another_partners_record``.

        """
        if stored is not None:
            self.check_owner(stored)
        asked = data.get("state", RecordState.DRAFT)
        return {**data, "state": self._state(asked, stored)}

    def permit(self, record: Record, lists: Lists) -> None:
        """Let a record be saved, as a draft where the partner may not publish.

        Args:
            record: the record as it is to be saved.
            lists: the members of its many-to-many fields that are to be saved.

        Raises:
            PermissionDenied: ``may_not_publish`` or ``another_partners_record``.
            ValidationError: it refers to a draft that the partner does not see.

        """
        stored = None if record.pk is None else stored_row(record)
        if stored is not None:
            self.check_owner(stored)
        record.state = self._state(record.state, stored)
        if stored is not None and _changes(stored, record, lists):
            self.check_edit(stored)
        self._check_references(record, lists)

    def _state(self, asked: Any, stored: Record | None) -> Any:
        """Keep what is not public so, where only an officer may publish it."""
        if self.may_publish or asked in NOT_PUBLIC:
            return asked
        if stored is None:
            return RecordState.DRAFT
        return stored.state if stored.state in NOT_PUBLIC else asked

    def _check_references(self, record: Record, lists: Lists) -> None:
        faults = {
            name: ValidationError(
                f"There is no record «{other.slug}» of this kind.", "does_not_exist"
            )
            for name, other in referred(record, lists)
            if isinstance(other, Record) and not self.sees(other)
        }
        if faults:
            raise ValidationError(faults)

    def _wrote(self, model: Any) -> Exists:
        """Whether the first row of a record's history is the partner's."""
        pk = None if self.user is None else self.user.pk
        first = model.history.model.objects.filter(
            id=OuterRef("pk"), history_type="+", history_user_id=pk
        )
        return Exists(first)


def _changes(stored: Any, record: Record, lists: Lists) -> bool:
    rules_of(record).prepare(record)
    named = {name: list(dict.fromkeys(those)) for name, those in lists.items()}
    return bool(changed_members(stored, record, named))
