"""Circulars among the documents."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decrees.querysets import CIRCULAR_KINDS, SubordinateQuerySet
from policies.models import Document


class CircularManager(models.Manager["Circular"]):
    """Only circulars."""

    def get_queryset(self) -> SubordinateQuerySet:
        """Narrow the documents to circulars."""
        return SubordinateQuerySet(self.model, using=self._db).circulars()


class Circular(Document):
    """A circular of a minister, or a joint circular (thông tư, thông tư liên tịch)."""

    objects: ClassVar[CircularManager] = CircularManager()  # type: ignore[assignment] # narrower
    kinds = CIRCULAR_KINDS

    class Meta:
        proxy = True
        verbose_name = _("thông tư")
        verbose_name_plural = pgettext_lazy("plural", "thông tư")
