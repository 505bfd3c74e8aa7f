"""Decisions among the documents."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from decrees.querysets import DECISION_KINDS, SubordinateQuerySet
from policies.models import Document


class DecisionManager(models.Manager["Decision"]):
    """Only decisions."""

    def get_queryset(self) -> SubordinateQuerySet:
        """Narrow the documents to decisions."""
        return SubordinateQuerySet(self.model, using=self._db).decisions()


class Decision(Document):
    """A decision of the Prime Minister, the President, a minister or a committee."""

    objects: ClassVar[DecisionManager] = DecisionManager()  # type: ignore[assignment] # narrower
    kinds = DECISION_KINDS

    class Meta:
        proxy = True
        verbose_name = _("quyết định")
        verbose_name_plural = pgettext_lazy("plural", "quyết định")
