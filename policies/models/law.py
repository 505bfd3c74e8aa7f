"""Laws: the Constitution, codes and laws of the National Assembly."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.models.document import Document
from policies.querysets import LAW_KINDS, DocumentQuerySet


class LawManager(models.Manager["Law"]):
    """Only laws."""

    def get_queryset(self) -> DocumentQuerySet:
        """Narrow the documents to the Constitution, codes and laws."""
        return DocumentQuerySet(self.model, using=self._db).laws()


class Law(Document):
    """The Constitution, a code or a law."""

    objects: ClassVar[LawManager] = LawManager()  # type: ignore[assignment] # narrower
    kinds = LAW_KINDS

    class Meta:
        proxy = True
        verbose_name = _("luật")
        verbose_name_plural = pgettext_lazy("plural", "luật")
