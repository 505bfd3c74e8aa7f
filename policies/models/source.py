"""Sources: the pages and texts the register relies on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import Language, SourceKind
from policies.common.constraints import dated, not_blank, one_of
from policies.common.fields import (
    DatePrecision,
    FoldedField,
    PrecisionField,
    Text,
    day_order,
)
from policies.common.models import Record, record_indexes, record_rules


class Source(Record):
    """A publication that facts are taken from: text, gazette, statement or press."""

    title = Text(verbose_name=_("tiêu đề"), max_length=500, required=True)
    title_en = Text(verbose_name=_("tiêu đề tiếng Anh"), max_length=500)
    publisher = Text(verbose_name=_("nơi công bố"), max_length=200)
    author = Text(verbose_name=_("tác giả"), max_length=200)
    kind = models.CharField(_("loại nguồn"), max_length=20, choices=SourceKind.pairs)
    language = models.CharField(_("ngôn ngữ"), max_length=2, choices=Language.pairs)
    published_on = models.DateField(_("ngày đăng"), null=True, blank=True)
    published_precision = PrecisionField()
    url = models.URLField(_("địa chỉ"), max_length=500, blank=True, default="")
    note = Text(verbose_name=_("ghi chú"))
    published_on_order = day_order("published_on")
    search_text = FoldedField("publisher", "url", title=["title", "title_en"])

    class Meta:
        verbose_name = _("nguồn")
        verbose_name_plural = pgettext_lazy("plural", "nguồn")
        ordering = ["slug"]
        indexes = [
            *record_indexes("source"),
            models.Index(
                fields=["state", "published_on_order", "id"], name="source_by_day"
            ),
        ]
        constraints = [
            *record_rules("source"),
            not_blank("source", "title"),
            one_of("source", "kind", SourceKind),
            one_of("source", "language", Language),
            one_of("source", "published_precision", DatePrecision, blank=True),
            dated("source", "published_on", "published_precision"),
            models.UniqueConstraint(
                fields=["url"], condition=~models.Q(url=""), name="source_url_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title
