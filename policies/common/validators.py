"""Validators of single values, shared by forms, serializers and the loader."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from policies.common.text import unclean_reason

SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"


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
