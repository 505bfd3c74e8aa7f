"""Inputs of measures: what must be told so that a measure can be evaluated."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import InputKind, InputRole, Unit
from policies.common.constraints import not_blank, one_of
from policies.common.fields import FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.measure import Measure

NAME = RegexValidator(
    r"\A[a-z][a-z0-9_]*\Z",
    message=_("Chỉ dùng chữ thường không dấu, số và dấu gạch dưới."),
    code="name",
)


class MeasureInput(Record):
    """A typed value that whoever asks must tell: revenue in dong, stations, a day.

    ``name`` is what programs call it; a quantity has a unit, nothing else has one.
    """

    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        related_name="inputs",
        verbose_name=_("biện pháp"),
    )
    name = models.CharField(
        _("tên trong chương trình"),
        max_length=40,
        validators=[NAME],
        help_text=_("Ví dụ revenue, stations."),
    )
    label = Text(verbose_name=_("câu hỏi"), max_length=300, required=True)
    label_en = Text(verbose_name=_("câu hỏi tiếng Anh"), max_length=300)
    kind = models.CharField(_("loại giá trị"), max_length=10, choices=InputKind.pairs)
    role = models.CharField(
        _("dùng để"),
        max_length=10,
        choices=InputRole.pairs,
        default=InputRole.CONDITION,
    )
    unit = models.CharField(
        _("đơn vị"),
        max_length=10,
        choices=Unit.pairs,
        blank=True,
        default="",
        help_text=_("Bắt buộc với số lượng, số tiền; để trống với ngày và có/không."),
    )
    order = models.PositiveSmallIntegerField(_("thứ tự hỏi"), default=1)
    search_text = FoldedField(title=["label", "label_en"], number=["name"])

    class Meta:
        verbose_name = _("đại lượng đầu vào")
        verbose_name_plural = pgettext_lazy("plural", "đại lượng đầu vào")
        ordering = ["slug"]
        indexes = record_indexes("input")
        constraints = [
            *record_rules("input"),
            not_blank("input", "name"),
            not_blank("input", "label"),
            one_of("input", "kind", InputKind),
            one_of("input", "role", InputRole),
            one_of("input", "unit", Unit, blank=True),
            models.UniqueConstraint(
                fields=["measure", "name"],
                name="input_name_once",
                violation_error_message=_("Biện pháp đã có đại lượng tên này."),
            ),
            models.CheckConstraint(
                name="input_unit_of_a_quantity",
                condition=(Q(kind="quantity") & ~Q(unit=""))
                | (~Q(kind="quantity") & Q(unit="")),
                violation_error_code="unit",
                violation_error_message=_(
                    "Số lượng, số tiền phải có đơn vị; ngày và có/không thì không."
                ),
            ),
            models.CheckConstraint(
                name="input_computed_from_a_quantity",
                condition=Q(kind="quantity") | Q(role="condition"),
                violation_error_code="role",
                violation_error_message=_("Chỉ số lượng, số tiền mới tính toán được."),
            ),
        ]

    def __str__(self) -> str:
        return self.label
