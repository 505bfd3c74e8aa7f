"""The change log: what happened to public records, in the order of commits."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import ChangeKind
from policies.common.constraints import not_blank, one_of
from policies.common.history import Log

ONE = 1  # the id of the only row of a table that has one


def new_log_id() -> str:
    """Make the id of a new log; no other installation has the same."""
    return secrets.token_hex(16)


class Change(Log):
    """One change of one public record.

    ``sequence`` counts from 1 without gaps, in the order in which changes became
    visible; services number it within a turn. Drafts never show.
    """

    sequence = models.BigIntegerField(_("số thứ tự"), primary_key=True)
    at = models.DateTimeField(_("lúc"))
    kind = models.CharField(_("thay đổi"), max_length=14, choices=ChangeKind.pairs)
    collection = models.CharField(
        _("bộ sưu tập"),
        max_length=40,
        help_text=_("Tên trong API; văn bản mọi loại đứng dưới «documents»."),
    )
    slug = models.CharField(_("định danh công khai"), max_length=200)
    fields = models.TextField(
        _("trường đã đổi"), blank=True, default="", help_text=_("Cách nhau dấu phẩy.")
    )
    into = models.CharField(
        _("gộp vào"), max_length=200, blank=True, default="", help_text=_("Định danh.")
    )
    day = models.DateField(
        _("ngày pháp lý"), null=True, help_text=_("Ngày mà tình trạng đổi.")
    )
    old_state = models.CharField(_("từ"), max_length=16, blank=True, default="")
    new_state = models.CharField(_("thành"), max_length=16, blank=True, default="")
    reason = models.CharField(_("lý do"), max_length=100, blank=True, default="")

    class Meta:
        verbose_name = _("thay đổi")
        verbose_name_plural = pgettext_lazy("plural", "nhật ký thay đổi")
        ordering = ["sequence"]
        indexes = [
            models.Index(fields=["collection", "slug", "sequence"], name="change_of"),
            models.Index(fields=["collection", "sequence"], name="change_in"),
        ]
        constraints = [
            one_of("change", "kind", ChangeKind),
            not_blank("change", "slug"),
            models.CheckConstraint(
                name="change_counts_from_one", condition=models.Q(sequence__gte=1)
            ),
            models.CheckConstraint(
                name="change_merge_names_survivor",
                condition=models.Q(kind=ChangeKind.MERGE, into__gt="")
                | ~models.Q(kind=ChangeKind.MERGE) & models.Q(into=""),
            ),
            models.CheckConstraint(
                name="change_state_names_day",
                condition=models.Q(
                    kind=ChangeKind.STATE_CHANGED, day__isnull=False, new_state__gt=""
                )
                | ~models.Q(kind=ChangeKind.STATE_CHANGED)
                & models.Q(day__isnull=True, old_state="", new_state=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind} {self.collection}/{self.slug}"


class RegisterVersion(models.Model):
    """The one row that counts the writes of the register, drafts included.

    Two reads at the same version, for the same day, find the same register.

    Attributes:
        version: moves once with every turn that wrote anything.
        logged_day: the day of the law up to which the log tells legal states.
        log_id: tells this installation's log from any other.

    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONE)
    version = models.BigIntegerField(default=0)
    logged_day = models.DateField()
    log_id = models.CharField(max_length=32, default=new_log_id)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="register_version_is_one", condition=models.Q(id=ONE)
            ),
            not_blank("register_version", "log_id"),
        ]

    def __str__(self) -> str:
        return str(self.version)
