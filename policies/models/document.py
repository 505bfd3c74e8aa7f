"""Documents: resolutions, laws, decrees and every other kind, in one table."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import (
    AliasKind,
    DocumentFamily,
    DocumentKind,
    DocumentStage,
    NumberStatus,
)
from policies.common.constraints import not_blank, one_of
from policies.common.fields import FoldedField, Text, day_order
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency
from policies.models.person import Person
from policies.models.subject import Subject
from policies.querysets import DocumentQuerySet


class DocumentManager(models.Manager["Document"]):
    """Documents, with the reads of ``DocumentQuerySet``."""

    def get_queryset(self) -> DocumentQuerySet:
        """Give documents that can be asked in the words of the law."""
        return DocumentQuerySet(self.model, using=self._db)


class DocumentIssuer(models.Model):
    """A further issuer of a joint document, in the order printed."""

    document = models.ForeignKey(
        "Document", on_delete=models.CASCADE, verbose_name=_("văn bản")
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, verbose_name=_("cơ quan")
    )
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=1)

    class Meta:
        verbose_name = _("cơ quan cùng ban hành")
        verbose_name_plural = pgettext_lazy("plural", "cơ quan cùng ban hành")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "agency"], name="issuer_once")
        ]

    def __str__(self) -> str:
        return str(self.agency)


class DocumentSigner(models.Model):
    """Who signed a document, in the order printed."""

    document = models.ForeignKey(
        "Document", on_delete=models.CASCADE, verbose_name=_("văn bản")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, verbose_name=_("cá nhân")
    )
    order = models.PositiveSmallIntegerField(_("thứ tự"), default=1)

    class Meta:
        verbose_name = _("người ký")
        verbose_name_plural = pgettext_lazy("plural", "người ký")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "person"], name="signer_once")
        ]

    def __str__(self) -> str:
        return str(self.person)


class Document(Record):
    """A document of the Party or the State, adopted or still in the making.

    A number is not an identifier (71/NQ-CP exists twice): identity is family, kind,
    folded number, lead issuer and day of issue. The title in Vietnamese is the
    official one, the English title is for reference (Law 64/2025/QH15 article 7).
    """

    family = models.CharField(_("nhóm"), max_length=14, choices=DocumentFamily.pairs)
    kind = models.CharField(
        _("loại văn bản"), max_length=20, choices=DocumentKind.pairs
    )
    number = models.CharField(
        _("số, ký hiệu"),
        max_length=80,
        blank=True,
        default="",
        help_text=_("Như in trên văn bản, ví dụ 93/2025/QH15 hoặc 57-NQ/TW."),
    )
    number_key = models.CharField(
        _("số không dấu"), max_length=80, blank=True, default="", editable=False
    )
    number_status = models.CharField(
        _("xác nhận số hiệu"),
        max_length=12,
        choices=NumberStatus.pairs,
        default=NumberStatus.UNCONFIRMED,
        help_text=_("Đã thấy trên văn bản hoặc cổng thông tin chính thức hay chưa."),
    )
    sequence = models.CharField(
        _("số thứ tự"), max_length=12, blank=True, default="", editable=False
    )
    year = models.PositiveSmallIntegerField(
        _("năm trong số hiệu"), null=True, blank=True, editable=False
    )
    title = Text(verbose_name=_("tên văn bản"), max_length=1000, required=True)
    title_en = Text(verbose_name=_("tên tiếng Anh"), max_length=1000)
    summary = Text(verbose_name=_("tóm tắt"))
    summary_en = Text(verbose_name=_("tóm tắt tiếng Anh"))
    stage = models.CharField(
        _("giai đoạn"),
        max_length=10,
        choices=DocumentStage.pairs,
        default=DocumentStage.ADOPTED,
    )
    issuer = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("cơ quan ban hành"),
        help_text=_("Cơ quan đứng đầu nếu liên tịch."),
    )
    co_issuers = models.ManyToManyField(
        Agency,
        through=DocumentIssuer,
        blank=True,
        related_name="co_issued_documents",
        verbose_name=pgettext_lazy("plural", "cơ quan cùng ban hành"),
    )
    signers = models.ManyToManyField(
        Person,
        through=DocumentSigner,
        blank=True,
        related_name="signed_documents",
        verbose_name=pgettext_lazy("plural", "người ký"),
    )
    issued_on = models.DateField(
        _("ngày ban hành"),
        null=True,
        blank=True,
        help_text=_("Với luật và nghị quyết của Quốc hội là ngày thông qua."),
    )
    effective_on = models.DateField(
        _("ngày có hiệu lực"),
        null=True,
        blank=True,
        help_text=_("Có thể trước ngày ban hành; để trống nếu chưa rõ."),
    )
    ends_on = models.DateField(
        _("ngày hết hiệu lực tự quy định"),
        null=True,
        blank=True,
        help_text=_("Ngày đầu tiên không còn hiệu lực theo chính văn bản."),
    )
    gazette_number = models.CharField(
        _("số công báo"), max_length=60, blank=True, default=""
    )
    gazette_on = models.DateField(_("ngày công báo"), null=True, blank=True)
    official_url = models.URLField(
        _("địa chỉ chính thức"), max_length=500, blank=True, default=""
    )
    subjects = models.ManyToManyField(
        Subject,
        blank=True,
        related_name="documents",
        verbose_name=pgettext_lazy("plural", "chủ đề"),
    )
    note = Text(verbose_name=_("ghi chú"))
    issued_on_order = day_order("issued_on")
    effective_on_order = day_order("effective_on")
    search_text = FoldedField(
        "summary",
        "summary_en",
        number=["number"],
        title=["title", "title_en", "kind"],
    )

    history_m2m = ["co_issuers", "signers", "subjects"]
    kinds: ClassVar[Sequence[str]] = DocumentKind.values  # those that a proxy keeps

    objects = DocumentManager()

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = pgettext_lazy("plural", "văn bản")
        ordering = ["slug"]
        indexes = [
            *record_indexes("document"),
            models.Index(
                fields=["state", "issued_on_order", "id"], name="document_issued"
            ),
            models.Index(
                fields=["state", "kind", "issued_on_order", "id"],
                name="document_kind_issued",
            ),
            models.Index(
                fields=["state", "effective_on_order", "id"], name="document_effective"
            ),
            models.Index(
                fields=["state", "year", "issued_on_order", "id"], name="document_year"
            ),
            models.Index(fields=["number_key"], name="document_number"),
            models.Index(fields=["state", "sequence"], name="document_sequence"),
        ]
        constraints = [
            *record_rules("document"),
            not_blank("document", "title"),
            one_of("document", "family", DocumentFamily),
            one_of("document", "kind", DocumentKind),
            one_of("document", "stage", DocumentStage),
            one_of("document", "number_status", NumberStatus),
            models.UniqueConstraint(
                "family",
                "kind",
                "number_key",
                Coalesce("issuer_id", Value(0)),
                Coalesce("issued_on", Value(date.min)),
                condition=~Q(number_key=""),
                name="document_identity",
                violation_error_code="duplicate",
                violation_error_message=_(
                    "Đã có văn bản cùng loại, số, cơ quan và ngày ban hành."
                ),
            ),
            models.CheckConstraint(
                name="document_number_status_fits",
                condition=(Q(number="") & Q(number_key="") & Q(number_status="none"))
                | (~Q(number="") & ~Q(number_key="") & ~Q(number_status="none")),
                violation_error_code="number_status",
                violation_error_message=_("Không có số thì chọn «Không có số»."),
            ),
            models.CheckConstraint(
                name="document_adopted_not_draft",
                condition=Q(stage="adopted") | Q(effective_on__isnull=True),
                violation_error_code="draft_in_force",
                violation_error_message=_(
                    "Văn bản chưa ban hành chưa thể có hiệu lực."
                ),
            ),
            models.CheckConstraint(
                name="document_ends_after_effect",
                condition=Q(ends_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(ends_on__gt=models.F("effective_on")),
                violation_error_code="end_before_start",
                violation_error_message=_(
                    "Ngày hết hiệu lực phải sau ngày có hiệu lực."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} — {self.title}" if self.number else self.title


class DocumentAlias(Record):
    """Another name or spelling under which a document is cited."""

    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="aliases",
        verbose_name=_("văn bản"),
    )
    text = Text(verbose_name=_("tên gọi"), max_length=300, required=True)
    kind = models.CharField(_("loại"), max_length=12, choices=AliasKind.pairs)
    note = Text(verbose_name=_("ghi chú"))
    search_text = FoldedField(title=["text"])

    class Meta:
        verbose_name = _("tên gọi khác")
        verbose_name_plural = pgettext_lazy("plural", "tên gọi khác")
        ordering = ["slug"]
        indexes = [*record_indexes("alias")]
        constraints = [
            *record_rules("alias"),
            not_blank("alias", "text"),
            one_of("alias", "kind", AliasKind),
            models.UniqueConstraint(fields=["document", "text"], name="alias_once"),
        ]

    def __str__(self) -> str:
        return self.text
