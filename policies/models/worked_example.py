"""Worked examples of measures: what is told, and what it must come to."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import EvaluationOutcome
from policies.common.constraints import not_blank, one_of
from policies.common.fields import (
    FoldedField,
    QuantityField,
    Text,
    exact_on_both,
    not_negative,
)
from policies.common.models import Record, record_indexes, record_rules
from policies.models.measure import Measure, Term
from policies.models.measure_input import MeasureInput


class WorkedExample(Record):
    """A case worked out by hand: a measure must keep coming to the same result.

    A published measure that can be evaluated has at least two; they are run whenever
    the measure, its terms, inputs or conditions change.
    """

    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        related_name="examples",
        verbose_name=_("biện pháp"),
    )
    title = Text(verbose_name=_("ví dụ"), max_length=300, required=True)
    title_en = Text(verbose_name=_("ví dụ (tiếng Anh)"), max_length=300)
    day = models.DateField(_("xét vào ngày"))
    outcome = models.CharField(
        _("kết quả phải là"), max_length=20, choices=EvaluationOutcome.pairs
    )
    search_text = FoldedField(title=["title", "title_en"])

    class Meta:
        verbose_name = _("ví dụ tính")
        verbose_name_plural = pgettext_lazy("plural", "ví dụ tính")
        ordering = ["slug"]
        indexes = record_indexes("example")
        constraints = [
            *record_rules("example"),
            not_blank("example", "title"),
            one_of("example", "outcome", EvaluationOutcome),
        ]

    def __str__(self) -> str:
        return self.title


class ExampleValue(Record):
    """One value of a worked example: what an input is told, or an amount expected.

    With an ``input`` it is told; with a ``term`` it is the amount that this term must
    give; with neither it is the total.
    """

    example = models.ForeignKey(
        WorkedExample,
        on_delete=models.PROTECT,
        related_name="values",
        verbose_name=_("ví dụ"),
    )
    input = models.ForeignKey(
        MeasureInput,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="example_values",
        verbose_name=_("đại lượng được cho"),
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="example_values",
        verbose_name=_("số tiền phải ra theo mức"),
        help_text=_("Để trống cả hai ô nếu là tổng số phải ra."),
    )
    value = QuantityField(
        _("giá trị"),
        null=True,
        blank=True,
        validators=[exact_on_both, not_negative],
    )
    day = models.DateField(_("ngày"), null=True, blank=True)
    answer = models.BooleanField(_("có hay không"), null=True, blank=True)
    search_text = FoldedField(rest=["slug"])

    class Meta:
        verbose_name = _("giá trị của ví dụ")
        verbose_name_plural = pgettext_lazy("plural", "giá trị của ví dụ")
        ordering = ["slug"]
        indexes = record_indexes("example_value")
        constraints = [
            *record_rules("example_value"),
            models.CheckConstraint(
                name="example_value_one_place",
                condition=Q(input__isnull=True) | Q(term__isnull=True),
                violation_error_code="place",
                violation_error_message=_(
                    "Một giá trị được cho vào hoặc phải ra, không thể cả hai."
                ),
            ),
            models.CheckConstraint(
                name="example_value_one_kind",
                condition=Q(
                    value__isnull=False,
                    value__gte=0,
                    day__isnull=True,
                    answer__isnull=True,
                )
                | Q(
                    input__isnull=False,
                    value__isnull=True,
                    day__isnull=False,
                    answer__isnull=True,
                )
                | Q(
                    input__isnull=False,
                    value__isnull=True,
                    day__isnull=True,
                    answer__isnull=False,
                ),
                violation_error_code="kind",
                violation_error_message=_(
                    "Cho đúng một thứ: một số không âm, một ngày hoặc có/không; số "
                    "phải ra luôn là một số."
                ),
            ),
            models.UniqueConstraint(
                fields=["example", "input"],
                name="example_value_told_once",
                violation_error_message=_("Ví dụ đã cho đại lượng này."),
            ),
            models.UniqueConstraint(
                fields=["example", "term"],
                name="example_value_expected_once",
                violation_error_message=_("Ví dụ đã nêu số phải ra theo mức này."),
            ),
            models.UniqueConstraint(
                fields=["example"],
                condition=Q(input__isnull=True, term__isnull=True),
                name="example_value_total_once",
                violation_error_message=_("Ví dụ đã nêu tổng số phải ra."),
            ),
        ]

    def __str__(self) -> str:
        what = self.input or self.term or _("Tổng số")
        return f"{what}: {self.told}"

    @property
    def told(self) -> object:
        """The one thing of the three that is given."""
        if self.value is not None:
            return self.value
        return self.answer if self.day is None else self.day
