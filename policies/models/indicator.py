"""Indicators, the targets set for them and the values observed."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import Ambition, Comparator, Direction, Unit
from policies.common.constraints import dated, not_blank, one_of
from policies.common.dates import Precision, last_day
from policies.common.fields import (
    DatePrecision,
    FoldedField,
    PrecisionField,
    QuantityField,
    Text,
    day_order,
)
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.document import Document
from policies.models.held import HeldFact, held_constraints
from policies.models.provision import Provision
from policies.models.subject import Subject


class Indicator(Record):
    """What is measured: the digital economy's share of GDP, 5G stations built."""

    name = Text(verbose_name=_("tên"), max_length=300, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=300)
    unit = models.CharField(_("đơn vị"), max_length=10, choices=Unit.pairs)
    direction = models.CharField(
        _("chiều mong muốn"),
        max_length=4,
        choices=Direction.pairs,
        default=Direction.NONE,
    )
    definition = Text(verbose_name=_("định nghĩa"))
    definition_en = Text(verbose_name=_("định nghĩa tiếng Anh"))
    subjects = models.ManyToManyField(
        Subject,
        blank=True,
        related_name="indicators",
        verbose_name=pgettext_lazy("plural", "chủ đề"),
    )
    search_text = FoldedField("definition", "definition_en", title=["name", "name_en"])

    history_m2m = ["subjects"]

    class Meta:
        verbose_name = _("chỉ số")
        verbose_name_plural = pgettext_lazy("plural", "chỉ số")
        ordering = ["slug"]
        indexes = record_indexes("indicator")
        constraints = [
            *record_rules("indicator"),
            not_blank("indicator", "name"),
            one_of("indicator", "unit", Unit),
            one_of("indicator", "direction", Direction),
        ]

    def __str__(self) -> str:
        return self.name


class Target(HeldFact, Record):
    """A value an indicator is to reach by a day; without either it is an ambition."""

    title = Text(verbose_name=_("tên"), max_length=500, required=True)
    title_en = Text(verbose_name=_("tên tiếng Anh"), max_length=500)
    kind = models.CharField(
        _("loại"), max_length=8, choices=Ambition.pairs, default=Ambition.TARGET
    )
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("chỉ số"),
    )
    comparator = models.CharField(
        _("so sánh"),
        max_length=10,
        choices=Comparator.pairs,
        blank=True,
        default="",
        help_text=_("Chỉ khi có giá trị."),
    )
    value = QuantityField(_("giá trị"), null=True, blank=True)
    due_on = models.DateField(
        _("thời hạn"), null=True, blank=True, help_text=_("Ngày đầu của thời hạn.")
    )
    due_precision = PrecisionField()
    scope = Text(verbose_name=_("phạm vi"), max_length=300)
    scope_en = Text(verbose_name=_("phạm vi (tiếng Anh)"), max_length=300)
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("văn bản đặt ra"),
    )
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("điều khoản"),
    )
    due_on_order = day_order("due_on")
    search_text = FoldedField("scope", "scope_en", title=["title", "title_en"])

    class Meta:
        verbose_name = _("mục tiêu")
        verbose_name_plural = pgettext_lazy("plural", "mục tiêu")
        ordering = ["slug"]
        indexes = [
            *record_indexes("target"),
            models.Index(fields=["state", "due_on_order", "id"], name="target_by_day"),
        ]
        constraints = [
            *record_rules("target"),
            not_blank("target", "title"),
            one_of("target", "kind", Ambition),
            one_of("target", "comparator", Comparator, blank=True),
            models.CheckConstraint(
                name="target_value_compared",
                condition=Q(value__isnull=True, comparator="")
                | (Q(value__isnull=False) & ~Q(comparator="")),
                violation_error_code="comparator",
                violation_error_message=_("Giá trị và cách so sánh phải đi cùng nhau."),
            ),
            one_of("target", "due_precision", DatePrecision, blank=True),
            dated("target", "due_on", "due_precision"),
            models.CheckConstraint(
                name="target_is_measurable",
                condition=(
                    Q(kind="target")
                    & Q(indicator__isnull=False)
                    & Q(value__isnull=False)
                    & Q(due_on__isnull=False)
                )
                | Q(kind="ambition"),
                violation_error_code="not_measurable",
                violation_error_message=_(
                    "Mục tiêu cần chỉ số, giá trị, thời hạn; thiếu là định hướng."
                ),
            ),
            *held_constraints("target"),
        ]

    def __str__(self) -> str:
        return self.title


class Observation(HeldFact, Record):
    """A value of an indicator that a source gives for a period.

    Values found by different methods stay apart by ``method``.
    """

    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="observations",
        verbose_name=_("chỉ số"),
    )
    period_on = models.DateField(_("kỳ"), help_text=_("Ngày đầu của kỳ được đo."))
    period_precision = models.CharField(
        _("độ chính xác của kỳ"), max_length=7, choices=DatePrecision.pairs
    )
    comparator = models.CharField(
        _("so sánh"), max_length=10, choices=Comparator.pairs, default=Comparator.EQUAL
    )
    value = QuantityField(_("giá trị"))
    method = Text(verbose_name=_("phương pháp"), max_length=300)
    method_en = Text(verbose_name=_("phương pháp (tiếng Anh)"), max_length=300)
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
        verbose_name=_("cơ quan công bố"),
    )
    note = Text(verbose_name=_("ghi chú"))
    note_en = Text(verbose_name=_("ghi chú tiếng Anh"))
    search_text = FoldedField("method", "method_en", "note", "note_en", "slug")

    class Meta:
        verbose_name = _("số liệu")
        verbose_name_plural = pgettext_lazy("plural", "số liệu")
        ordering = ["slug"]
        indexes = [
            *record_indexes("observation"),
            models.Index(
                fields=["indicator", "period_on", "id"], name="observation_path"
            ),
            models.Index(
                fields=["state", "period_on", "id"], name="observation_by_day"
            ),
        ]
        constraints = [
            *record_rules("observation"),
            one_of("observation", "period_precision", DatePrecision),
            one_of("observation", "comparator", Comparator),
            *held_constraints("observation"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.period_on}: {self.value}"

    @property
    def period_until(self) -> date:
        """The last day of the period, from which on the value is known to hold."""
        return last_day(self.period_on, Precision(self.period_precision))
