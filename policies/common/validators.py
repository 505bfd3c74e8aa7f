"""Validators of single values, shared by forms, serializers and the loader."""

import re
from typing import Any, TypeGuard

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from policies.common.text import unclean_reason

SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
LONGEST_SLUG = 200


def is_public_slug(value: Any) -> TypeGuard[str]:
    """Tell whether a value is text that can be a public id."""
    if not isinstance(value, str) or len(value) > LONGEST_SLUG:
        return False
    return re.fullmatch(SLUG_PATTERN, value) is not None


def public_slug(value: str) -> None:
    """Refuse what is no public id: lower case letters, digits, single hyphens.

    Raises:
        ValidationError: code ``slug``.

    """
    if not re.fullmatch(SLUG_PATTERN, value):
        raise ValidationError(
            _("Chỉ dùng chữ thường không dấu, số và dấu gạch nối đơn."), code="slug"
        )


def clean_text(value: str) -> None:
    """Refuse text with NUL, other control characters or broken surrogates.

    Raises:
        ValidationError: code ``unclean``.

    """
    if unclean_reason(value):
        raise ValidationError(
            _("Văn bản có ký tự điều khiển hoặc ký tự hỏng."), code="unclean"
        )
