"""Public ids live for ever: whoever kept one still finds what it meant."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.common.models import Record, RecordState
from policies.common.validators import SLUG_PATTERN
from policies.services.changes import was_public

SEEN = frozenset({RecordState.PUBLISHED, RecordState.WITHDRAWN})


def check_slug(record: Record, stored: Record | None) -> None:
    """Refuse to change an id that was public, or to give it to another record.

    Raises:
        ValidationError: code ``slug_fixed`` or ``slug_used``.

    """
    if not re.fullmatch(SLUG_PATTERN, record.slug):
        return  # the column itself refuses it
    if stored is not None:
        if stored.slug == record.slug:
            return
        if stored.state in SEEN or was_public(stored):
            message = _("Định danh đã công bố thì không đổi được nữa.")
            raise ValidationError({"slug": ValidationError(message, code="slug_fixed")})
    model: Any = record._meta.concrete_model
    taken = model._default_manager.filter(slug=record.slug)
    if was_public(record) and not taken.exists():
        message = _("«%(slug)s» từng là định danh của một bản ghi đã công bố.")
        refusal = ValidationError(message % {"slug": record.slug}, code="slug_used")
        raise ValidationError({"slug": refusal})


def refuse_withdrawn(record: Record, stored: Record | None) -> None:
    """Refuse to change what was withdrawn and stays so.

    Raises:
        ValidationError: code ``withdrawn``.

    """
    kept = RecordState.WITHDRAWN
    if stored is not None and stored.state == kept == record.state:
        message = _("Bản ghi đã rút: hãy công bố lại rồi mới sửa, hoặc để nguyên.")
        raise ValidationError({"state": ValidationError(message, code="withdrawn")})
