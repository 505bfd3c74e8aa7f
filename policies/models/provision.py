"""Provisions: parts, chapters, articles, clauses and points of a document."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import ProvisionKind
from policies.common.constraints import in_order, not_blank, not_itself, one_of
from policies.common.fields import FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.document import Document
from policies.rules.provisions import ProvisionLevel, citation_vi, read_eid


class Provision(Record):
    """One provision of a document, addressed by its Akoma Ntoso eId.

    ``art_5__cl_2__pt_a`` is point a of clause 2 of Article 5. ``position`` sorts as
    the law does: 6 < 6a < 6b < 7; points a b c d đ e.
    """

    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="provisions",
        verbose_name=_("văn bản"),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("thuộc"),
    )
    level = models.CharField(_("cấp"), max_length=10, choices=ProvisionKind.pairs)
    label = models.CharField(
        _("số"), max_length=12, blank=True, help_text=_("Như in: 5, 6a, II, đ.")
    )
    eid = models.CharField(_("mã AKN"), max_length=120, editable=False)
    position = models.CharField(_("vị trí"), max_length=160, editable=False, default="")
    heading = Text(verbose_name=_("tên điều"), max_length=500)
    heading_en = Text(verbose_name=_("tên tiếng Anh"), max_length=500)
    text = Text(verbose_name=_("nội dung tóm lược"), max_length=20000)
    text_en = Text(verbose_name=_("nội dung tiếng Anh"), max_length=20000)
    effective_on = models.DateField(
        _("có hiệu lực riêng từ"),
        null=True,
        blank=True,
        help_text=_("Chỉ khi khác ngày có hiệu lực của cả văn bản."),
    )
    ends_on = models.DateField(_("hết hiệu lực riêng từ"), null=True, blank=True)
    search_text = FoldedField("text", "text_en", title=["heading", "heading_en"])

    class Meta:
        verbose_name = _("điều khoản")
        verbose_name_plural = pgettext_lazy("plural", "điều khoản")
        ordering = ["document", "position"]
        indexes = [
            *record_indexes("provision"),
            models.Index(
                fields=["document", "position", "id"], name="provision_in_document"
            ),
        ]
        constraints = [
            *record_rules("provision"),
            models.CheckConstraint(
                name="provision_label_not_blank",
                condition=~models.Q(label="") | models.Q(level="annex"),
                violation_error_code="blank",
                violation_error_message=_("Chỉ phụ lục duy nhất mới không có số."),
            ),
            not_blank("provision", "eid"),
            one_of("provision", "level", ProvisionKind),
            not_itself("provision", "parent"),
            in_order("provision", "effective_on", "ends_on"),
            models.UniqueConstraint(fields=["document", "eid"], name="provision_once"),
        ]

    def __str__(self) -> str:
        path = read_eid(self.eid) or [(ProvisionLevel(self.level), self.label)]
        return f"{citation_vi(path)}, {self.document.number or self.document.slug}"
