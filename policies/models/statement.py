"""Statements: what somebody asserted, kept apart from law and measured values."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import StatementKind
from policies.common.constraints import dated, not_blank, one_of
from policies.common.fields import (
    DatePrecision,
    FoldedField,
    PrecisionField,
    Text,
    day_order,
)
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.document import Document
from policies.models.event import Event
from policies.models.held import HeldFact, held_constraints
from policies.models.person import Person
from policies.models.subject import Subject


class Statement(HeldFact, Record):
    """A principle, assessment, shortcoming or claim, in the register's own words."""

    kind = models.CharField(_("loại"), max_length=12, choices=StatementKind.pairs)
    text = Text(verbose_name=_("nội dung"), max_length=2000, required=True)
    text_en = Text(verbose_name=_("nội dung tiếng Anh"), max_length=2000)
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("người phát biểu"),
    )
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("cơ quan nêu"),
    )
    said_on = models.DateField(_("ngày nêu"), null=True, blank=True)
    said_precision = PrecisionField()
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("về văn bản"),
    )
    event = models.ForeignKey(
        Event,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("tại sự kiện"),
    )
    subjects = models.ManyToManyField(
        Subject,
        blank=True,
        related_name="statements",
        verbose_name=pgettext_lazy("plural", "chủ đề"),
    )
    said_on_order = day_order("said_on")
    search_text = FoldedField(title=["text", "text_en"])

    history_m2m = ["subjects"]

    class Meta:
        verbose_name = _("phát biểu, đánh giá")
        verbose_name_plural = pgettext_lazy("plural", "phát biểu, đánh giá")
        ordering = ["slug"]
        indexes = [
            *record_indexes("statement"),
            models.Index(
                fields=["state", "said_on_order", "id"], name="statement_by_day"
            ),
        ]
        constraints = [
            *record_rules("statement"),
            not_blank("statement", "text"),
            one_of("statement", "kind", StatementKind),
            one_of("statement", "said_precision", DatePrecision, blank=True),
            dated("statement", "said_on", "said_precision"),
            *held_constraints("statement"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
