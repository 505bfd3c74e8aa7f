"""Citations: which source says so, and where in it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import CitedRecord
from policies.common.constraints import exactly_one, not_blank
from policies.common.fields import FoldedField, Text
from policies.common.models import Record, record_indexes, record_rules
from policies.models.agency import Agency, AgencySuccession
from policies.models.document import Document, DocumentAlias
from policies.models.event import Event
from policies.models.indicator import Indicator, Observation, Target
from policies.models.measure import Measure, Term
from policies.models.person import Person, Post
from policies.models.provision import Provision
from policies.models.relation import Relation, UnresolvedCitation
from policies.models.source import Source
from policies.models.statement import Statement
from policies.models.task import Task
from policies.models.technology import Platform, Technology


class CitationBase(Record):
    """One source speaking about one record, at a locator.

    A source that agrees supports the record. One that differs says in
    ``claimed_value`` what it gives instead, and ``reason`` says why the register
    holds its own value.
    """

    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("nguồn"),
    )
    locator = models.CharField(
        _("vị trí"),
        max_length=120,
        help_text=_("Điều khoản hoặc đoạn trong nguồn, ví dụ Điều 11 hoặc đoạn 26."),
    )
    field = models.CharField(
        _("trường"),
        max_length=40,
        blank=True,
        default="",
        help_text=_("Trường mà nguồn nói đến; để trống nếu cả bản ghi."),
    )
    agrees = models.BooleanField(
        _("khớp"), default=True, help_text=_("Bỏ chọn nếu nguồn cho giá trị khác.")
    )
    claimed_value = Text(verbose_name=_("giá trị nguồn nêu"), max_length=500)
    reason = Text(verbose_name=_("lý do giữ giá trị của sổ"), max_length=1000)
    note = Text(verbose_name=_("ghi chú"), max_length=1000)
    search_text = FoldedField("locator", "claimed_value", "reason", "note")

    class Meta:
        abstract = True


def citation_constraints(table: str) -> list[models.CheckConstraint]:
    """Build the rules of a citation: a place, and a dissent says what and why."""
    return [
        *record_rules(table),
        not_blank(table, "locator"),
        models.CheckConstraint(
            name=f"{table}_dissent_explained",
            condition=Q(agrees=True, claimed_value="", reason="")
            | (Q(agrees=False) & ~Q(claimed_value="") & ~Q(reason="")),
            violation_error_code="dissent",
            violation_error_message=_(
                "Nguồn không khớp phải ghi giá trị nguồn nêu và lý do; nguồn khớp thì "
                "không."
            ),
        ),
    ]


CITED_RECORDS: dict[str, type[Record]] = {
    "agency": Agency,
    "succession": AgencySuccession,
    "person": Person,
    "post": Post,
    "document": Document,
    "alias": DocumentAlias,
    "provision": Provision,
    "relation": Relation,
    "unresolved_citation": UnresolvedCitation,
    "measure": Measure,
    "term": Term,
    "indicator": Indicator,
    "target": Target,
    "observation": Observation,
    "task": Task,
    "technology": Technology,
    "platform": Platform,
    "event": Event,
    "statement": Statement,
}


class Citation(CitationBase):
    """A citation of any record of the policy framework; exactly one is set.

    ``record_type`` names the column that is set, ``record`` is the public id there:
    both are derived, so that a citation reads without twenty joins.
    """

    record_type = models.CharField(
        _("loại bản ghi"), max_length=20, choices=CitedRecord.pairs, editable=False
    )
    record = models.CharField(_("bản ghi"), max_length=200, editable=False)

    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("cơ quan"),
    )
    succession = models.ForeignKey(
        AgencySuccession,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("kế tục cơ quan"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("cá nhân"),
    )
    post = models.ForeignKey(
        Post,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("chức vụ"),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("văn bản"),
    )
    alias = models.ForeignKey(
        DocumentAlias,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("tên gọi khác"),
    )
    provision = models.ForeignKey(
        Provision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("điều khoản"),
    )
    relation = models.ForeignKey(
        Relation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("quan hệ"),
    )
    unresolved_citation = models.ForeignKey(
        UnresolvedCitation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("trích dẫn chưa xác định"),
    )
    measure = models.ForeignKey(
        Measure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("biện pháp"),
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("mức"),
    )
    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("chỉ số"),
    )
    target = models.ForeignKey(
        Target,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("mục tiêu"),
    )
    observation = models.ForeignKey(
        Observation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("số liệu"),
    )
    task = models.ForeignKey(
        Task,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("nhiệm vụ"),
    )
    technology = models.ForeignKey(
        Technology,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("công nghệ"),
    )
    platform = models.ForeignKey(
        Platform,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("nền tảng số"),
    )
    event = models.ForeignKey(
        Event,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("sự kiện"),
    )
    statement = models.ForeignKey(
        Statement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("phát biểu, đánh giá"),
    )

    class Meta:
        verbose_name = _("trích dẫn nguồn")
        verbose_name_plural = pgettext_lazy("plural", "trích dẫn nguồn")
        ordering = ["slug"]
        indexes = [
            *record_indexes("citation"),
            models.Index(fields=["record_type", "record"], name="citation_record"),
        ]
        constraints = [
            *citation_constraints("citation"),
            exactly_one("citation", tuple(CITED_RECORDS), named_by="record_type"),
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}"
