"""Delegations: what a law orders to be detailed, and who has done so."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.common.constraints import dated, not_blank, one_of
from policies.common.fields import (
    DatePrecision,
    FoldedField,
    PrecisionField,
    Text,
    day_order,
)
from policies.common.models import Record, record_indexes, record_rules
from policies.models import (
    Agency,
    CitationBase,
    Document,
    Provision,
    citation_constraints,
)


class Delegation(Record):
    """A provision that orders a matter to be detailed by another document.

    Law 64/2025/QH15 article 53: the detailing text takes effect together with the
    provision that delegates. Empty ``fulfilled_by`` means still owed.
    """

    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="delegations",
        verbose_name=_("văn bản giao"),
    )
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name=_("điều khoản giao"),
    )
    matter = Text(verbose_name=_("nội dung được giao"), max_length=1000, required=True)
    matter_en = Text(verbose_name=_("nội dung (tiếng Anh)"), max_length=1000)
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name=_("cơ quan được giao"),
    )
    due_on = models.DateField(_("thời hạn"), null=True, blank=True)
    due_precision = PrecisionField()
    fulfilled_by = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="fulfilled_delegations",
        verbose_name=_("văn bản đã quy định"),
    )
    note = Text(verbose_name=_("ghi chú"))
    due_on_order = day_order("due_on")
    search_text = FoldedField("note", title=["matter", "matter_en"])

    class Meta:
        verbose_name = _("nội dung giao quy định chi tiết")
        verbose_name_plural = pgettext_lazy("plural", "nội dung giao quy định chi tiết")
        ordering = ["slug"]
        indexes = [
            *record_indexes("delegation"),
            models.Index(
                fields=["state", "due_on_order", "id"], name="delegation_by_day"
            ),
        ]
        constraints = [
            *record_rules("delegation"),
            not_blank("delegation", "matter"),
            one_of("delegation", "due_precision", DatePrecision, blank=True),
            dated("delegation", "due_on", "due_precision"),
            models.CheckConstraint(
                name="delegation_two_documents",
                condition=models.Q(fulfilled_by__isnull=True)
                | ~models.Q(fulfilled_by=models.F("document")),
                violation_error_code="itself",
                violation_error_message=_(
                    "Văn bản giao không thể tự quy định chi tiết cho mình."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.matter[:80]


class DelegationCitation(CitationBase):
    """A citation of a delegation."""

    delegation = models.ForeignKey(
        Delegation,
        on_delete=models.PROTECT,
        related_name="citations",
        verbose_name=_("nội dung giao"),
    )

    class Meta:
        verbose_name = _("trích dẫn nguồn về nội dung giao")
        verbose_name_plural = pgettext_lazy(
            "plural", "trích dẫn nguồn về nội dung giao"
        )
        ordering = ["slug"]
        indexes = record_indexes("deleg_citation")
        constraints = [*citation_constraints("deleg_citation")]

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}"
