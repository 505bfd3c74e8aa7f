"""Progress of targets: the computed intervals of their status."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import TargetStatus
from policies.common.constraints import one_of
from policies.common.history import Archive
from policies.models.indicator import Observation, Target


class ProgressStretch(models.Model):
    """A stretch of time in which a target has one status by one series of values.

    ``starts_on`` is the first day (empty: always before), ``until`` the first day
    after (empty: open). ``series`` names the method, or the agency where no method is
    named; empty is neither.
    """

    target = models.ForeignKey(
        Target,
        on_delete=models.CASCADE,
        related_name="progress_intervals",
        verbose_name=_("mục tiêu"),
    )
    series = models.CharField(_("chuỗi số liệu"), max_length=320, blank=True)
    status = models.CharField(_("tiến độ"), max_length=12, choices=TargetStatus.pairs)
    starts_on = models.DateField(_("từ ngày"), null=True)
    until = models.DateField(_("đến trước ngày"), null=True)
    observation = models.ForeignKey(
        Observation,
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        verbose_name=_("số liệu quyết định"),
    )
    leading = models.BooleanField(
        _("quyết định tiến độ của mục tiêu"),
        help_text=_("Khi các phương pháp cho kết quả khác nhau, chuỗi này được lấy."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_status_display()}: {self.starts_on} – {self.until}"


class ProgressInterval(ProgressStretch):
    """One stretch of time in which a target has one status by one series of values.

    Derived from observations by the rules of ``policies.rules.progress``; services
    rebuild it in the transaction of the change, nobody edits it.
    """

    class Meta:
        verbose_name = _("khoảng tiến độ")
        verbose_name_plural = pgettext_lazy("plural", "khoảng tiến độ")
        ordering = ["target", "series", models.F("starts_on").asc(nulls_first=True)]
        indexes = [
            models.Index(
                fields=["target", "leading", "status", "starts_on", "until"],
                name="progress_status",
            ),
        ]
        constraints = [
            one_of("progress", "status", TargetStatus),
            models.CheckConstraint(
                name="progress_not_empty",
                condition=Q(starts_on__isnull=True)
                | Q(until__isnull=True)
                | Q(until__gt=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="progress_decided",
                condition=Q(status=TargetStatus.NO_DATA, observation__isnull=True)
                | (~Q(status=TargetStatus.NO_DATA) & Q(observation__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["target", "series", "starts_on"], name="progress_start_once"
            ),
            models.UniqueConstraint(
                fields=["target", "series"],
                condition=Q(starts_on__isnull=True),
                name="progress_first_once",
            ),
            models.UniqueConstraint(
                fields=["target", "series"],
                condition=Q(until__isnull=True),
                name="progress_last_once",
            ),
            models.UniqueConstraint(
                fields=["target", "starts_on"],
                condition=Q(leading=True),
                name="progress_leader_once",
            ),
        ]


class HistoricalProgressInterval(Archive, ProgressStretch):
    """An interval as the register computed it, from when and until when it said so."""

    target = models.ForeignKey(
        Target, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    observation = models.ForeignKey(
        Observation,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="+",
    )

    archive_of = ProgressInterval

    class Meta(ProgressStretch.Meta):
        indexes = [
            models.Index(
                fields=["target", "known_from", "known_until"], name="progress_known"
            )
        ]
