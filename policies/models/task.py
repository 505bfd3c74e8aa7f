"""Tasks: what is to be done, by whom, by when."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import TaskStatus
from policies.common.constraints import dated, not_blank, not_itself, one_of
from policies.common.fields import (
    DatePrecision,
    FoldedField,
    PrecisionField,
    Text,
    day_order,
)
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.document import Document
from policies.models.event import Event
from policies.models.provision import Provision
from policies.models.subject import Subject


class Task(Record):
    """A task or solution, or a group of them, set by a document or in a speech."""

    title = Text(verbose_name=_("nhiệm vụ"), max_length=1000, required=True)
    title_en = Text(verbose_name=_("nhiệm vụ (tiếng Anh)"), max_length=1000)
    summary = Text(verbose_name=_("nội dung"))
    summary_en = Text(verbose_name=_("nội dung tiếng Anh"))
    group = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("nhóm nhiệm vụ"),
    )
    order = models.PositiveSmallIntegerField(
        _("thứ tự trong nhóm"), null=True, blank=True
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("văn bản giao"),
    )
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("điều khoản"),
    )
    event = models.ForeignKey(
        Event,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("sự kiện giao"),
        help_text=_("Khi nhiệm vụ được giao trong một bài phát biểu hay phiên họp."),
    )
    lead = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_tasks",
        verbose_name=_("cơ quan chủ trì"),
    )
    cooperating = models.ManyToManyField(
        Agency,
        blank=True,
        related_name="joined_tasks",
        verbose_name=pgettext_lazy("plural", "cơ quan phối hợp"),
    )
    due_on = models.DateField(
        _("thời hạn"), null=True, blank=True, help_text=_("Ngày đầu của thời hạn.")
    )
    due_precision = PrecisionField()
    status = models.CharField(
        _("tiến độ"),
        max_length=12,
        choices=TaskStatus.pairs,
        default=TaskStatus.UNKNOWN,
    )
    status_on = models.DateField(_("tiến độ tính đến"), null=True, blank=True)
    evidence = Text(verbose_name=_("kết quả đã ghi nhận"), max_length=2000)
    evidence_en = Text(verbose_name=_("kết quả (tiếng Anh)"), max_length=2000)
    subjects = models.ManyToManyField(
        Subject,
        blank=True,
        related_name="tasks",
        verbose_name=pgettext_lazy("plural", "chủ đề"),
    )
    due_on_order = day_order("due_on")
    search_text = FoldedField("summary", "summary_en", title=["title", "title_en"])

    history_m2m = ["cooperating", "subjects"]

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = pgettext_lazy("plural", "nhiệm vụ")
        ordering = ["slug"]
        indexes = [
            *record_indexes("task"),
            models.Index(fields=["state", "due_on_order", "id"], name="task_by_day"),
        ]
        constraints = [
            *record_rules("task"),
            not_blank("task", "title"),
            one_of("task", "status", TaskStatus),
            one_of("task", "due_precision", DatePrecision, blank=True),
            dated("task", "due_on", "due_precision"),
            not_itself("task", "group"),
        ]

    def __str__(self) -> str:
        return self.title
