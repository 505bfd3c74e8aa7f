"""Persons in public office and the posts they held."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.common.constraints import dated, in_order, not_blank, one_of
from policies.common.fields import DatePrecision, FoldedField, PrecisionField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.held import HeldFact, held_constraints


class Person(Record):
    """Somebody who signed, spoke or led in a public role; no private data."""

    name = Text(verbose_name=_("họ và tên"), max_length=200, required=True)
    name_en = Text(
        verbose_name=_("tên viết không dấu"),
        max_length=200,
        help_text=_("Cách viết trong nguồn tiếng Anh."),
    )
    note = Text(verbose_name=_("ghi chú"))
    search_text = FoldedField(title=["name", "name_en"])

    class Meta:
        verbose_name = _("cá nhân")
        verbose_name_plural = pgettext_lazy("plural", "cá nhân")
        ordering = ["slug"]
        indexes = record_indexes("person")
        constraints = [*record_rules("person"), not_blank("person", "name")]

    def __str__(self) -> str:
        return self.name


class Post(HeldFact, Record):
    """An office held by a person in an agency, from when to when.

    Where the sources give no start or end, ``attested_on`` is a day on which a
    source shows the post held.
    """

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="posts",
        verbose_name=_("cá nhân"),
    )
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("cơ quan"),
    )
    title = Text(verbose_name=_("chức danh"), max_length=300, required=True)
    title_en = Text(verbose_name=_("chức danh tiếng Anh"), max_length=300)
    starts_on = models.DateField(_("từ ngày"), null=True, blank=True)
    starts_precision = PrecisionField()
    ends_on = models.DateField(_("đến ngày"), null=True, blank=True)
    ends_precision = PrecisionField()
    attested_on = models.DateField(
        _("được ghi nhận ngày"),
        null=True,
        blank=True,
        help_text=_("Một ngày mà nguồn cho thấy người này giữ chức danh."),
    )
    attested_precision = PrecisionField()
    search_text = FoldedField("slug", title=["title", "title_en"])

    class Meta:
        verbose_name = _("chức vụ")
        verbose_name_plural = pgettext_lazy("plural", "chức vụ")
        ordering = ["slug"]
        indexes = record_indexes("post")
        constraints = [
            *record_rules("post"),
            not_blank("post", "title"),
            one_of("post", "starts_precision", DatePrecision, blank=True),
            one_of("post", "ends_precision", DatePrecision, blank=True),
            one_of("post", "attested_precision", DatePrecision, blank=True),
            dated("post", "starts_on", "starts_precision"),
            dated("post", "ends_on", "ends_precision"),
            dated("post", "attested_on", "attested_precision"),
            in_order("post", "starts_on", "ends_on"),
            *held_constraints("post"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.title}"
