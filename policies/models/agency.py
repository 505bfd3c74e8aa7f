"""Agencies: the bodies that issue, carry out, owe and take part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import AgencyKind, SuccessionKind
from policies.common.constraints import (
    dated,
    in_order,
    not_blank,
    not_itself,
    one_of,
)
from policies.common.fields import DatePrecision, FoldedField, PrecisionField, Text
from policies.common.models import Record, record_indexes, record_rules


class Agency(Record):
    """A body of the Party, the State or society, with its life span.

    ``code`` is the abbreviation used in document numbers (BKHCN, TTg); a merged
    ministry may carry the code of its predecessor, so a code is not an identifier.
    """

    code = models.CharField(
        _("ký hiệu"),
        max_length=40,
        blank=True,
        default="",
        help_text=_("Chữ viết tắt dùng trong số hiệu, ví dụ BKHCN, TTg, QH."),
    )
    name = Text(verbose_name=_("tên"), max_length=300, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=300)
    short_name = Text(verbose_name=_("tên gọi tắt"), max_length=100)
    kind = models.CharField(_("loại"), max_length=20, choices=AgencyKind.pairs)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("cơ quan cấp trên"),
    )
    established_on = models.DateField(_("thành lập ngày"), null=True, blank=True)
    established_precision = PrecisionField()
    dissolved_on = models.DateField(
        _("kết thúc ngày"),
        null=True,
        blank=True,
        help_text=_("Ngày đầu tiên cơ quan không còn tồn tại."),
    )
    dissolved_precision = PrecisionField()
    url = models.URLField(_("trang thông tin"), max_length=500, blank=True, default="")
    note = Text(verbose_name=_("ghi chú"))
    search_text = FoldedField(number=["code"], title=["name", "name_en", "short_name"])

    class Meta:
        verbose_name = _("cơ quan")
        verbose_name_plural = pgettext_lazy("plural", "cơ quan, tổ chức")
        ordering = ["slug"]
        indexes = record_indexes("agency")
        constraints = [
            *record_rules("agency"),
            not_blank("agency", "name"),
            one_of("agency", "kind", AgencyKind),
            one_of("agency", "established_precision", DatePrecision, blank=True),
            one_of("agency", "dissolved_precision", DatePrecision, blank=True),
            dated("agency", "established_on", "established_precision"),
            dated("agency", "dissolved_on", "dissolved_precision"),
            in_order("agency", "established_on", "dissolved_on"),
            not_itself("agency", "parent"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})" if self.code else self.name


class AgencySuccession(Record):
    """One agency continuing another after a merger, renaming or split."""

    predecessor = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        related_name="successions",
        verbose_name=_("cơ quan trước"),
    )
    successor = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        related_name="origins",
        verbose_name=_("cơ quan sau"),
    )
    kind = models.CharField(
        _("cách kế tục"), max_length=12, choices=SuccessionKind.pairs
    )
    effective_on = models.DateField(_("từ ngày"), null=True, blank=True)
    effective_precision = PrecisionField()
    legal_basis = models.ForeignKey(
        "policies.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agency_successions",
        verbose_name=_("căn cứ pháp lý"),
    )
    note = Text(verbose_name=_("ghi chú"))
    search_text = FoldedField("slug", "note")

    class Meta:
        verbose_name = _("kế tục cơ quan")
        verbose_name_plural = pgettext_lazy("plural", "kế tục cơ quan")
        ordering = ["slug"]
        indexes = record_indexes("succession")
        constraints = [
            *record_rules("succession"),
            one_of("succession", "kind", SuccessionKind),
            one_of("succession", "effective_precision", DatePrecision, blank=True),
            dated("succession", "effective_on", "effective_precision"),
            models.CheckConstraint(
                name="succession_two_agencies",
                condition=~models.Q(predecessor=models.F("successor")),
                violation_error_code="itself",
                violation_error_message=_("Cơ quan không thể kế tục chính nó."),
            ),
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="succession_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
