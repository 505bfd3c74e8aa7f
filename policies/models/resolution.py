"""Resolutions: the documents of that name, whoever issued them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.models.document import Document
from policies.querysets import RESOLUTION_KINDS, DocumentQuerySet


class ResolutionManager(models.Manager["Resolution"]):
    """Only resolutions."""

    def get_queryset(self) -> DocumentQuerySet:
        """Narrow the documents to the kinds of resolution."""
        return DocumentQuerySet(self.model, using=self._db).resolutions()


class Resolution(Document):
    """A resolution of the Party, the National Assembly, the Government or a council."""

    objects: ClassVar[ResolutionManager] = ResolutionManager()  # type: ignore[assignment] # narrower
    kinds = RESOLUTION_KINDS

    class Meta:
        proxy = True
        verbose_name = _("nghị quyết")
        verbose_name_plural = pgettext_lazy("plural", "nghị quyết")
