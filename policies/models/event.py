"""Events: what happened when, and who and which documents took part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import EventKind
from policies.common.constraints import in_order, not_blank, one_of
from policies.common.fields import DatePrecision, FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.document import Document
from policies.models.person import Person


class Event(Record):
    """A session, adoption, conference, launch or signing."""

    name = Text(verbose_name=_("tên"), max_length=500, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=500)
    kind = models.CharField(_("loại"), max_length=16, choices=EventKind.pairs)
    starts_on = models.DateField(_("ngày"))
    starts_precision = models.CharField(
        _("độ chính xác của ngày"), max_length=7, choices=DatePrecision.pairs
    )
    ends_on = models.DateField(
        _("ngày cuối"), null=True, blank=True, help_text=_("Nếu kéo dài nhiều ngày.")
    )
    place = Text(verbose_name=_("địa điểm"), max_length=300)
    place_en = Text(verbose_name=_("địa điểm (tiếng Anh)"), max_length=300)
    summary = Text(verbose_name=_("nội dung"))
    summary_en = Text(verbose_name=_("nội dung tiếng Anh"))
    documents = models.ManyToManyField(
        Document,
        blank=True,
        related_name="events",
        verbose_name=pgettext_lazy("plural", "văn bản"),
    )
    agencies = models.ManyToManyField(
        Agency,
        blank=True,
        related_name="events",
        verbose_name=pgettext_lazy("plural", "cơ quan, tổ chức"),
    )
    people = models.ManyToManyField(
        Person,
        blank=True,
        related_name="events",
        verbose_name=pgettext_lazy("plural", "người tham dự"),
    )
    search_text = FoldedField(
        "summary", "summary_en", "place", "place_en", title=["name", "name_en"]
    )

    history_m2m = ["documents", "agencies", "people"]

    class Meta:
        verbose_name = _("sự kiện")
        verbose_name_plural = pgettext_lazy("plural", "sự kiện")
        ordering = ["slug"]
        indexes = [
            *record_indexes("event"),
            models.Index(fields=["state", "starts_on", "id"], name="event_by_day"),
        ]
        constraints = [
            *record_rules("event"),
            not_blank("event", "name"),
            one_of("event", "kind", EventKind),
            one_of("event", "starts_precision", DatePrecision),
            in_order("event", "starts_on", "ends_on"),
        ]

    def __str__(self) -> str:
        return self.name
