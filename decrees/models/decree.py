"""Decrees among the documents."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decrees.querysets import DECREE_KINDS, SubordinateQuerySet
from policies.models import Document


class DecreeManager(models.Manager["Decree"]):
    """Only decrees."""

    def get_queryset(self) -> SubordinateQuerySet:
        """Narrow the documents to decrees."""
        return SubordinateQuerySet(self.model, using=self._db).decrees()


class Decree(Document):
    """A decree of the Government (nghị định)."""

    objects: ClassVar[DecreeManager] = DecreeManager()  # type: ignore[assignment] # narrower
    kinds = DECREE_KINDS

    class Meta:
        proxy = True
        verbose_name = _("nghị định")
        verbose_name_plural = pgettext_lazy("plural", "nghị định")
