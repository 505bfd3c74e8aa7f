"""The base of every code list."""

from typing import Any

from django.db import models


class CodeList(models.TextChoices):
    """A list of stable codes with labels that may be reworded at any time."""

    @classmethod
    def pairs(cls) -> list[tuple[str, Any]]:
        """Give code and label; a field takes it uncalled: labels need no migration."""
        return list(cls.choices)
