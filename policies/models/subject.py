"""Controlled vocabularies: subjects and target groups."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import StipTargetGroup
from policies.common.constraints import not_blank, not_itself, one_of
from policies.common.fields import FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules


class Subject(Record):
    """A topic of the vocabulary tree, such as semiconductors under technology."""

    name = Text(verbose_name=_("tên"), max_length=200, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=200)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("chủ đề cấp trên"),
    )
    note = Text(verbose_name=_("phạm vi"))
    search_text = FoldedField(title=["name", "name_en"])

    class Meta:
        verbose_name = _("chủ đề")
        verbose_name_plural = pgettext_lazy("plural", "chủ đề")
        ordering = ["slug"]
        indexes = record_indexes("subject")
        constraints = [
            *record_rules("subject"),
            not_blank("subject", "name"),
            not_itself("subject", "parent"),
        ]

    def __str__(self) -> str:
        return self.name


class TargetGroup(Record):
    """Whom a measure is meant for, such as researchers or telecom operators."""

    name = Text(verbose_name=_("tên"), max_length=200, required=True)
    name_en = Text(verbose_name=_("tên tiếng Anh"), max_length=200)
    note = Text(verbose_name=_("phạm vi"))
    stip_group = models.CharField(
        _("mã STIP"),
        max_length=8,
        choices=StipTargetGroup.pairs,
        blank=True,
        default="",
        help_text=_("Nhóm đối tượng tương ứng trong khảo sát STIP của EC và OECD."),
    )
    search_text = FoldedField(title=["name", "name_en"])

    class Meta:
        verbose_name = _("nhóm đối tượng")
        verbose_name_plural = pgettext_lazy("plural", "nhóm đối tượng")
        ordering = ["slug"]
        indexes = record_indexes("target_group")
        constraints = [
            *record_rules("target_group"),
            not_blank("target_group", "name"),
            one_of("target_group", "stip_group", StipTargetGroup, blank=True),
        ]

    def __str__(self) -> str:
        return self.name
