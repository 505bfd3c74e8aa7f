"""What a record refers to, and who refers to it: the rules that hold for every kind."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.common.models import Record, RecordState

NOT_PUBLIC = frozenset({RecordState.DRAFT, RecordState.IN_REVIEW})


def members(
    record: Record, lists: Mapping[str, Sequence[Record]], name: str
) -> Sequence[Any]:
    """Give the members of a list as they will stand: those given, else those kept."""
    if name in lists:
        return lists[name]
    return list(getattr(record, name).all()) if record.pk else []


def referred(
    record: Record, lists: Mapping[str, Sequence[Record]]
) -> Iterable[tuple[str, Any]]:
    """Give every record that a record refers to, with the field that does."""
    for field in record._meta.concrete_fields:
        if field.is_relation and getattr(record, field.attname) is not None:
            yield field.name, getattr(record, field.name)
    for many in record._meta.many_to_many:
        for member in members(record, lists, many.name):
            yield many.name, member


def check_public(record: Record, lists: Mapping[str, Sequence[Record]]) -> None:
    """Refuse to publish a record that refers to one that is not public.

    Raises:
        ValidationError: code ``not_public``, naming each such field.

    """
    if record.state != RecordState.PUBLISHED:
        return
    faults: dict[str, ValidationError] = {}
    for name, other in referred(record, lists):
        if getattr(other, "state", RecordState.PUBLISHED) in NOT_PUBLIC:
            message = _("«%(other)s» chưa được công bố.") % {"other": other}
            faults[name] = ValidationError(message, code="not_public")
    if faults:
        raise ValidationError(faults)


def check_taken_back(record: Record) -> None:
    """Refuse to make a draft again of what a public record refers to.

    Raises:
        ValidationError: code ``referred_to``, naming one that does.

    """
    if record.pk is None or record.state not in NOT_PUBLIC:
        return
    model: Any = record._meta.concrete_model
    if model._default_manager.filter(pk=record.pk, state__in=NOT_PUBLIC).exists():
        return
    for relation in model._meta.related_objects:
        if not issubclass(relation.related_model, Record):
            continue
        public = {relation.field.name: record.pk, "state": RecordState.PUBLISHED}
        other = relation.related_model._default_manager.filter(**public).first()
        if other is not None:
            message = _("«%(other)s» đã công bố và dẫn đến bản ghi này.")
            refusal = ValidationError(message % {"other": other}, code="referred_to")
            raise ValidationError({"state": refusal})


def check_circles(record: Record) -> None:
    """Refuse to put a record under itself, be it many steps away.

    Raises:
        ValidationError: code ``circle``.

    """
    for field in record._meta.concrete_fields:
        if field.related_model is not record._meta.concrete_model:
            continue
        passed: set[int] = set()
        above = getattr(record, field.name)
        while above is not None and above.pk not in passed:
            if above.pk == record.pk:
                message = _("Bản ghi sẽ đứng trên chính nó.")
                refusal = ValidationError(message, code="circle")
                raise ValidationError({field.name: refusal})
            passed.add(above.pk)
            above = getattr(above, field.name)
