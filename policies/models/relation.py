"""Relations: what one document does to another, and citations still unresolved."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import RelationType
from policies.common.constraints import in_order, not_blank, one_of
from policies.common.fields import FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.document import Document
from policies.models.provision import Provision


class Relation(Record):
    """An acting document, what it does, and the document it acts on.

    Stored once in this direction; the inverse is a wording only. Each side is the
    whole document or a list of its provisions.
    """

    source = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="outgoing",
        verbose_name=_("văn bản tác động"),
    )
    type = models.CharField(_("quan hệ"), max_length=12, choices=RelationType.pairs)
    target = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="incoming",
        verbose_name=_("văn bản được tác động"),
    )
    whole = models.BooleanField(
        _("toàn bộ"),
        default=True,
        help_text=_("Tác động toàn bộ văn bản; bỏ chọn nếu chỉ một phần."),
    )
    effective_on = models.DateField(
        _("từ ngày"),
        null=True,
        blank=True,
        help_text=_("Để trống nếu theo ngày có hiệu lực của văn bản tác động."),
    )
    until = models.DateField(
        _("đến trước ngày"),
        null=True,
        blank=True,
        help_text=_("Ngày hết đình chỉ, hoặc ngày kết thúc mới khi kéo dài."),
    )
    source_provisions = models.ManyToManyField(
        Provision,
        blank=True,
        related_name="acting_in",
        verbose_name=pgettext_lazy("plural", "theo điều khoản"),
    )
    target_provisions = models.ManyToManyField(
        Provision,
        blank=True,
        related_name="acted_on_in",
        verbose_name=pgettext_lazy("plural", "điều khoản"),
    )
    note = Text(verbose_name=_("ghi chú"))
    note_en = Text(verbose_name=_("ghi chú tiếng Anh"))
    search_text = FoldedField("note", "note_en", "slug")

    history_m2m = ["source_provisions", "target_provisions"]

    class Meta:
        verbose_name = _("quan hệ văn bản")
        verbose_name_plural = pgettext_lazy("plural", "quan hệ văn bản")
        ordering = ["slug"]
        indexes = [
            *record_indexes("relation"),
            models.Index(fields=["target", "type"], name="relation_target"),
        ]
        constraints = [
            *record_rules("relation"),
            one_of("relation", "type", RelationType),
            in_order("relation", "effective_on", "until"),
            models.CheckConstraint(
                name="relation_two_documents",
                condition=~Q(source=F("target")),
                violation_error_code="itself",
                violation_error_message=_("Văn bản không thể tác động lên chính nó."),
            ),
            models.UniqueConstraint(
                fields=["source", "target", "type", "whole"],
                condition=Q(effective_on__isnull=True),
                name="relation_once",
            ),
            models.UniqueConstraint(
                fields=["source", "target", "type", "whole", "effective_on"],
                name="relation_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.source.number or self.source.slug} "
            f"{self.get_type_display()} {self.target.number or self.target.slug}"
        )


class UnresolvedCitation(Record):
    """A document cited by its number that the register does not hold yet.

    It resolves by itself into a relation once the cited document is entered.
    """

    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="unresolved_citations",
        verbose_name=_("văn bản dẫn"),
    )
    type = models.CharField(_("quan hệ"), max_length=12, choices=RelationType.pairs)
    text = Text(verbose_name=_("trích dẫn"), max_length=300, required=True)
    number_key = models.CharField(
        _("số không dấu"), max_length=80, blank=True, default="", editable=False
    )
    relation = models.OneToOneField(
        Relation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="resolved_from",
        verbose_name=_("đã thành quan hệ"),
    )
    note = Text(verbose_name=_("ghi chú"))
    search_text = FoldedField("note", title=["text"])

    class Meta:
        verbose_name = _("trích dẫn chưa xác định")
        verbose_name_plural = pgettext_lazy("plural", "trích dẫn chưa xác định")
        ordering = ["slug"]
        indexes = [
            *record_indexes("unresolved"),
            models.Index(fields=["number_key"], name="unresolved_number"),
        ]
        constraints = [
            *record_rules("unresolved"),
            not_blank("unresolved", "text"),
            one_of("unresolved", "type", RelationType),
            models.UniqueConstraint(
                fields=["document", "type", "text"], name="unresolved_once"
            ),
        ]

    def __str__(self) -> str:
        return self.text
