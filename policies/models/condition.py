"""Conditions of measures: what must be the case for a measure to apply."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import Comparator, ConditionKind
from policies.common.constraints import not_blank, not_itself, one_of
from policies.common.fields import FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.measure import Measure, Term
from policies.models.measure_input import MeasureInput
from policies.models.provision import Provision

COMPARED = {
    "input__isnull": False,
    "comparator__in": [one for one in Comparator.values if one != Comparator.ABOUT],
}
WITH_TERM = {"term__isnull": False, "day__isnull": True, "answer__isnull": True}
WITH_DAY = {"term__isnull": True, "day__isnull": False, "answer__isnull": True}
WITH_ANSWER = {
    "term__isnull": True,
    "day__isnull": True,
    "answer__isnull": False,
    "comparator": Comparator.EQUAL,
}


class Condition(Record):
    """A condition of a measure: an input against a term, a day or an answer.

    With ``of_input`` the input is taken as a part of that one, in percent. Conditions
    without a ``group`` must all be met; a group is met by those under it.
    """

    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        related_name="conditions",
        verbose_name=_("biện pháp"),
    )
    label = Text(verbose_name=_("điều kiện"), max_length=500, required=True)
    label_en = Text(verbose_name=_("điều kiện (tiếng Anh)"), max_length=500)
    kind = models.CharField(
        _("cách xét"),
        max_length=10,
        choices=ConditionKind.pairs,
        default=ConditionKind.COMPARISON,
    )
    group = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conditions",
        verbose_name=_("thuộc nhóm điều kiện"),
    )
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=1)
    input = models.ForeignKey(
        MeasureInput,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conditions",
        verbose_name=_("đại lượng được xét"),
    )
    of_input = models.ForeignKey(
        MeasureInput,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="shares_of",
        verbose_name=_("tính bằng phần trăm của"),
    )
    comparator = models.CharField(
        _("so sánh"),
        max_length=10,
        choices=Comparator.pairs,
        blank=True,
        default="",
        help_text=_("Với ngày: «ít nhất» là từ ngày đó, «dưới» là trước ngày đó."),
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conditions",
        verbose_name=_("mức so sánh"),
    )
    day = models.DateField(_("ngày so sánh"), null=True, blank=True)
    answer = models.BooleanField(_("câu trả lời phải là"), null=True, blank=True)
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conditions",
        verbose_name=_("điều khoản"),
    )
    search_text = FoldedField(title=["label", "label_en"])

    class Meta:
        verbose_name = _("điều kiện")
        verbose_name_plural = pgettext_lazy("plural", "điều kiện")
        ordering = ["slug"]
        indexes = record_indexes("condition")
        constraints = [
            *record_rules("condition"),
            not_blank("condition", "label"),
            one_of("condition", "kind", ConditionKind),
            one_of("condition", "comparator", Comparator, blank=True),
            not_itself("condition", "group"),
            models.CheckConstraint(
                name="condition_compares_one_thing",
                condition=(
                    Q(kind="comparison", **COMPARED)
                    & (Q(**WITH_TERM) | Q(**WITH_DAY) | Q(**WITH_ANSWER))
                )
                | Q(
                    ~Q(kind="comparison"),
                    input__isnull=True,
                    of_input__isnull=True,
                    comparator="",
                    term__isnull=True,
                    day__isnull=True,
                    answer__isnull=True,
                ),
                violation_error_code="compared",
                violation_error_message=_(
                    "So sánh một đại lượng với đúng một thứ: một mức, một ngày hoặc "
                    "có/không (chỉ «bằng»); nhóm điều kiện không so sánh gì."
                ),
            ),
            models.CheckConstraint(
                name="condition_part_of_another",
                condition=Q(of_input__isnull=True)
                | (Q(term__isnull=False) & ~Q(of_input=models.F("input"))),
                violation_error_code="of_input",
                violation_error_message=_(
                    "Phần trăm của một đại lượng khác chỉ so sánh với một mức."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.label
