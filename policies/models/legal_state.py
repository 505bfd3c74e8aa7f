"""Legal state: the computed intervals, and what a portal reported."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import LegalStateCode, StateReason
from policies.common.constraints import one_of
from policies.common.fields import FoldedField, Text
from policies.common.history import Archive
from policies.common.models import Record, record_indexes, record_rules
from policies.models.document import Document
from policies.models.source import Source


class Stretch(models.Model):
    """A stretch of time in which a document has one legal state, and why.

    ``starts_on`` is the first day (empty: always before), ``until`` the first day
    after (empty: open).
    """

    document = models.ForeignKey(
        Document,
        on_delete=models.CASCADE,
        related_name="legal_intervals",
        verbose_name=_("văn bản"),
    )
    state = models.CharField(
        _("tình trạng hiệu lực"), max_length=16, choices=LegalStateCode.pairs
    )
    starts_on = models.DateField(_("từ ngày"), null=True)
    until = models.DateField(_("đến trước ngày"), null=True)
    reason = models.CharField(
        _("sự kiện quyết định"), max_length=24, choices=StateReason.pairs
    )
    cause = models.CharField(
        _("bản ghi quyết định"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Định danh của quan hệ hoặc điều khoản đã quyết định."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.starts_on} – {self.until}"


class LegalInterval(Stretch):
    """One stretch of time in which a document has one legal state.

    Derived from dated events by the rules of ``policies.rules.legal_state``; services
    rebuild it in the transaction of the change, nobody edits it.
    """

    class Meta:
        verbose_name = _("khoảng hiệu lực")
        verbose_name_plural = pgettext_lazy("plural", "khoảng hiệu lực")
        ordering = ["document", models.F("starts_on").asc(nulls_first=True)]
        indexes = [
            models.Index(
                fields=["document", "state", "starts_on", "until"],
                name="interval_state",
            ),
        ]
        constraints = [
            one_of("interval", "state", LegalStateCode),
            one_of("interval", "reason", StateReason),
            models.CheckConstraint(
                name="interval_not_empty",
                condition=models.Q(starts_on__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gt=models.F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=["document", "starts_on"], name="interval_start_once"
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=models.Q(starts_on__isnull=True),
                name="interval_first_once",
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=models.Q(until__isnull=True),
                name="interval_last_once",
            ),
        ]


class HistoricalLegalInterval(Archive, Stretch):
    """An interval as the register computed it, from when and until when it said so."""

    document = models.ForeignKey(
        Document, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    archive_of = LegalInterval

    class Meta(Stretch.Meta):
        indexes = [
            models.Index(
                fields=["document", "known_from", "known_until"], name="interval_known"
            )
        ]


class ReportedState(Record):
    """The legal state that a portal showed for a document on a day.

    Kept beside the computed state, because portals lag and disagree.
    """

    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="reported_states",
        verbose_name=_("văn bản"),
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="reported_states",
        verbose_name=_("nơi công bố"),
    )
    reported_state = models.CharField(
        _("tình trạng được ghi"), max_length=16, choices=LegalStateCode.pairs
    )
    reported_on = models.DateField(
        _("ghi nhận ngày"),
        null=True,
        blank=True,
        help_text=_(
            "Ngày nguồn cho thấy tình trạng này; để trống nếu nguồn không ghi."
        ),
    )
    wording = Text(verbose_name=_("nguyên văn"), max_length=300)
    search_text = FoldedField("wording", "slug")

    class Meta:
        verbose_name = _("tình trạng được ghi nhận")
        verbose_name_plural = pgettext_lazy("plural", "tình trạng được ghi nhận")
        ordering = ["slug"]
        indexes = record_indexes("reported")
        constraints = [
            *record_rules("reported"),
            one_of("reported", "reported_state", LegalStateCode),
        ]

    def __str__(self) -> str:
        return f"{self.document.number}: {self.get_reported_state_display()}"
