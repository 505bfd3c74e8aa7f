"""Measures and their terms: promises that can be counted and computed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import (
    Comparator,
    Instrument,
    RuleKind,
    StipInstrument,
    TermRole,
    Unit,
)
from policies.common.constraints import in_order, not_blank, one_of
from policies.common.fields import (
    FoldedField,
    QuantityField,
    Text,
    exact_on_both,
    not_negative,
)
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.document import Document
from policies.models.held import HeldFact, held_constraints
from policies.models.provision import Provision
from policies.models.subject import Subject, TargetGroup


class Measure(HeldFact, Record):
    """What a policy does for or asks of somebody, under a document and provision.

    The unit that analysts count: the 30/70 split of commercialisation revenue, the
    support for 5G stations, the exemption from liability.
    """

    title = Text(verbose_name=_("tên"), max_length=500, required=True)
    title_en = Text(verbose_name=_("tên tiếng Anh"), max_length=500)
    summary = Text(verbose_name=_("nội dung"))
    summary_en = Text(verbose_name=_("nội dung tiếng Anh"))
    instrument = models.CharField(
        _("công cụ chính sách"), max_length=20, choices=Instrument.pairs
    )
    stip_instrument = models.CharField(
        _("mã STIP"),
        max_length=80,
        choices=StipInstrument.pairs,
        blank=True,
        default="",
        help_text=_("Loại công cụ tương ứng trong khảo sát STIP của EC và OECD."),
    )
    rule_kind = models.CharField(
        _("quy tắc tính"),
        max_length=16,
        choices=RuleKind.pairs,
        blank=True,
        default="",
        help_text=_("Chỉ với biện pháp tính được."),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name=_("văn bản căn cứ"),
    )
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name=_("điều khoản"),
    )
    effective_on = models.DateField(_("áp dụng từ"), null=True, blank=True)
    until = models.DateField(
        _("đến trước ngày"),
        null=True,
        blank=True,
        help_text=_("Ngày đầu tiên thôi áp dụng."),
    )
    target_groups = models.ManyToManyField(
        TargetGroup,
        blank=True,
        related_name="measures",
        verbose_name=pgettext_lazy("plural", "đối tượng"),
    )
    agencies = models.ManyToManyField(
        Agency,
        blank=True,
        related_name="measures",
        verbose_name=pgettext_lazy("plural", "cơ quan phụ trách"),
    )
    subjects = models.ManyToManyField(
        Subject,
        blank=True,
        related_name="measures",
        verbose_name=pgettext_lazy("plural", "chủ đề"),
    )
    search_text = FoldedField("summary", "summary_en", title=["title", "title_en"])

    history_m2m = ["target_groups", "agencies", "subjects"]

    class Meta:
        verbose_name = _("biện pháp")
        verbose_name_plural = pgettext_lazy("plural", "biện pháp")
        ordering = ["slug"]
        indexes = [
            *record_indexes("measure"),
            models.Index(fields=["state", "instrument", "slug"], name="measure_kind"),
        ]
        constraints = [
            *record_rules("measure"),
            not_blank("measure", "title"),
            one_of("measure", "instrument", Instrument),
            one_of("measure", "stip_instrument", StipInstrument, blank=True),
            one_of("measure", "rule_kind", RuleKind, blank=True),
            in_order("measure", "effective_on", "until"),
            *held_constraints("measure"),
        ]

    def __str__(self) -> str:
        return self.title


class Term(HeldFact, Record):
    """One dated quantity of a measure: how much, of what, to whom.

    A share lies between 0 and 100 percent. An unknown value is empty, never zero.
    """

    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=_("biện pháp"),
    )
    role = models.CharField(_("vai trò"), max_length=10, choices=TermRole.pairs)
    base = Text(
        verbose_name=_("tính trên"),
        max_length=300,
        help_text=_("Đại lượng gốc, ví dụ doanh thu thương mại hóa."),
    )
    base_en = Text(verbose_name=_("tính trên (tiếng Anh)"), max_length=300)
    beneficiary = models.ForeignKey(
        TargetGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name=_("người hưởng"),
    )
    comparator = models.CharField(
        _("so sánh"), max_length=10, choices=Comparator.pairs, default=Comparator.EQUAL
    )
    value = QuantityField(
        _("giá trị"),
        null=True,
        blank=True,
        validators=[exact_on_both, not_negative],
        help_text=_("Để trống nếu chưa biết; không ghi 0 thay cho chưa biết."),
    )
    unit = models.CharField(_("đơn vị"), max_length=10, choices=Unit.pairs)
    lower_bound = QuantityField(
        _("bậc bắt đầu từ"),
        null=True,
        blank=True,
        validators=[exact_on_both, not_negative],
        help_text=_("Chỉ với biểu lũy tiến: mức mà từ đó tỷ lệ này được tính."),
    )
    valid_from = models.DateField(_("có giá trị từ"), null=True, blank=True)
    valid_until = models.DateField(_("đến trước ngày"), null=True, blank=True)
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name=_("điều khoản"),
    )
    note = Text(verbose_name=_("ghi chú"))
    note_en = Text(verbose_name=_("ghi chú tiếng Anh"))
    search_text = FoldedField("note", "note_en", title=["base", "base_en"])

    class Meta:
        verbose_name = _("mức")
        verbose_name_plural = pgettext_lazy("plural", "mức của biện pháp")
        ordering = ["slug"]
        indexes = [
            *record_indexes("term"),
            models.Index(fields=["role", "unit", "value"], name="term_value"),
            models.Index(fields=["unit", "value", "measure"], name="term_quantity"),
        ]
        constraints = [
            *record_rules("term"),
            one_of("term", "role", TermRole),
            one_of("term", "comparator", Comparator),
            one_of("term", "unit", Unit),
            in_order("term", "valid_from", "valid_until"),
            models.CheckConstraint(
                name="term_share_of_a_whole",
                condition=~Q(role="share")
                | Q(value__isnull=True)
                | (Q(unit="percent") & Q(value__gte=0) & Q(value__lte=100)),
                violation_error_code="share",
                violation_error_message=_("Phần chia phải từ 0 đến 100 phần trăm."),
            ),
            models.CheckConstraint(
                name="term_not_negative",
                condition=Q(value__isnull=True) | Q(value__gte=0),
                violation_error_code="negative",
                violation_error_message=_("Giá trị không được âm."),
            ),
            models.CheckConstraint(
                name="term_bracket_of_a_rate",
                condition=Q(lower_bound__isnull=True)
                | (Q(role="rate") & Q(lower_bound__gte=0)),
                violation_error_code="bracket",
                violation_error_message=_("Chỉ tỷ lệ mới có bậc, và bậc không âm."),
            ),
            *held_constraints("term"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.get_comparator_display()} {self.value}"
