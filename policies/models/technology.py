"""Strategic technologies and national digital platforms."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import PlatformKind, PlatformStatus, TechnologyKind
from policies.common.constraints import dated, not_blank, not_itself, one_of
from policies.common.fields import DatePrecision, FoldedField, PrecisionField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.document import Document


class Technology(Record):
    """A strategic technology group, or a product within one."""

    name = Text(verbose_name=_("tên"), max_length=300, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=300)
    kind = models.CharField(_("cấp"), max_length=8, choices=TechnologyKind.pairs)
    group = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="products",
        verbose_name=_("thuộc nhóm"),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="technologies",
        verbose_name=_("văn bản nêu"),
    )
    priority_on = models.DateField(
        _("ưu tiên triển khai"),
        null=True,
        blank=True,
        help_text=_("Ngày đầu của kỳ ưu tiên."),
    )
    priority_precision = PrecisionField()
    order = models.PositiveSmallIntegerField(_("thứ tự"), null=True, blank=True)
    note = Text(verbose_name=_("ghi chú"))
    note_en = Text(verbose_name=_("ghi chú tiếng Anh"))
    search_text = FoldedField("note", "note_en", title=["name", "name_en"])

    class Meta:
        verbose_name = _("công nghệ")
        verbose_name_plural = pgettext_lazy("plural", "công nghệ")
        ordering = ["slug"]
        indexes = record_indexes("technology")
        constraints = [
            *record_rules("technology"),
            not_blank("technology", "name"),
            one_of("technology", "kind", TechnologyKind),
            one_of("technology", "priority_precision", DatePrecision, blank=True),
            dated("technology", "priority_on", "priority_precision"),
            not_itself("technology", "group"),
            models.CheckConstraint(
                name="technology_group_on_top",
                condition=~Q(kind="group") | Q(group__isnull=True),
                violation_error_code="group_in_group",
                violation_error_message=_("Nhóm công nghệ không thuộc nhóm khác."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Platform(Record):
    """A national digital platform, portal, exchange or data centre."""

    name = Text(verbose_name=_("tên"), max_length=300, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=300)
    kind = models.CharField(_("loại"), max_length=10, choices=PlatformKind.pairs)
    operator = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="platforms",
        verbose_name=_("đơn vị vận hành"),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="platforms",
        verbose_name=_("văn bản nêu"),
    )
    url = models.URLField(_("địa chỉ mạng"), max_length=500, blank=True, default="")
    address = Text(verbose_name=_("địa chỉ"), max_length=300)
    launched_on = models.DateField(_("khai trương"), null=True, blank=True)
    launched_precision = PrecisionField()
    status = models.CharField(
        _("tình trạng"),
        max_length=10,
        choices=PlatformStatus.pairs,
        default=PlatformStatus.UNKNOWN,
    )
    summary = Text(verbose_name=_("mô tả"))
    summary_en = Text(verbose_name=_("mô tả tiếng Anh"))
    search_text = FoldedField("summary", "summary_en", "url", title=["name", "name_en"])

    class Meta:
        verbose_name = _("nền tảng số")
        verbose_name_plural = pgettext_lazy("plural", "nền tảng số")
        ordering = ["slug"]
        indexes = record_indexes("platform")
        constraints = [
            *record_rules("platform"),
            not_blank("platform", "name"),
            one_of("platform", "kind", PlatformKind),
            one_of("platform", "status", PlatformStatus),
            one_of("platform", "launched_precision", DatePrecision, blank=True),
            dated("platform", "launched_on", "launched_precision"),
        ]

    def __str__(self) -> str:
        return self.name
