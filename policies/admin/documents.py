"""Documents: one page for all kinds, and pages of their own for some."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline
from policies.admin.document_parts import (
    AliasInline,
    IssuerInline,
    ProvisionInline,
    RelationInline,
    SignerInline,
    listed_provisions,
    listed_relations_to,
)
from policies.admin.legal_state import in_words, timeline
from policies.admin.records import Fieldsets, RecordAdmin
from policies.admin.sections import DOCUMENTS
from policies.choices import DocumentFamily, LegalStateCode
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, DayFilter, RelatedSearchFilter
from policies.common.admin.search import is_search_box
from policies.common.dates import contains
from policies.common.search import Found, Query
from policies.models import Document, DocumentAlias, Law, Resolution
from policies.querysets import LAW_KINDS, RESOLUTION_KINDS

COMPUTED: Fieldsets = [
    (
        _("Hiệu lực (tính từ các ngày và quan hệ)"),
        {"fields": ("legal_state_today", "legal_timeline")},
    ),
    (
        _("Văn bản khác tác động đến văn bản này"),
        {"fields": ("incoming_relations",), "classes": ["collapse"]},
    ),
    (
        _("Điều khoản đã có"),
        {"fields": ("provision_list",), "classes": ["collapse"]},
    ),
    (
        _("Số hiệu do hệ thống phân tích"),
        {
            "fields": (("number_key", "sequence", "year"),),
            "classes": ["collapse"],
        },
    ),
]


class LegalStateFilter(admin.SimpleListFilter):
    """Documents by their computed legal state of today."""

    title = _("hiệu lực hôm nay")
    parameter_name = "legal_state"
    template = "policies/admin/code_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer every state."""
        return LegalStateCode.pairs()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the documents in the chosen state."""
        return queryset.filter(today__state=self.value()) if self.value() else queryset


class DocumentAdmin(RecordAdmin):
    """The page of a document with its parts, its relations and its legal state.

    A page of some kinds only names them in ``kinds``; new documents get the first.
    """

    section = DOCUMENTS
    kinds: ClassVar[Sequence[str]] = ()
    family: ClassVar[str] = ""
    main = [
        (
            None,
            {
                "fields": (
                    ("kind", "family"),
                    ("number", "number_status"),
                    "title",
                    "title_en",
                    ("issuer", "stage"),
                    ("issued_on", "effective_on", "ends_on"),
                    "subjects",
                    "summary",
                    "summary_en",
                )
            },
        ),
        (
            _("Công báo, địa chỉ, ghi chú"),
            {
                "fields": (("gazette_number", "gazette_on"), "official_url", "note"),
                "classes": ["collapse"],
            },
        ),
    ]
    inlines = (
        SignerInline,
        IssuerInline,
        RelationInline,
        ProvisionInline,
        AliasInline,
        CitationInline,
    )
    readonly_fields = (
        "legal_state_today",
        "legal_timeline",
        "incoming_relations",
        "provision_list",
        "number_key",
        "sequence",
        "year",
        *RecordAdmin.readonly_fields,
    )
    list_display = (
        "printed_number",
        "short_title",
        "kind",
        "issued_by",
        day_column(Document, "issued_on"),
        day_column(Document, "effective_on"),
        "todays_state",
        "state",
    )
    list_display_links = ("printed_number", "short_title")
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        LegalStateFilter,
        ("issuer", RelatedSearchFilter),
        ("subjects", RelatedSearchFilter),
        ("stage", CodeFilter),
        ("family", CodeFilter),
        ("number_status", CodeFilter),
        ("issued_on", DayFilter),
        ("effective_on", DayFilter),
    )
    list_select_related = ("issuer",)
    date_hierarchy = "issued_on"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Join today's legal state."""
        documents: Any = super().get_queryset(request)
        joined: QuerySet[Any] = documents.with_legal_state(
            timezone.localdate()
        ).annotate(state_today=F("today__state"))
        return joined

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Show the kind where there are several, and the issuer where there is one."""
        left_out = "kind" if len(self.kinds) == 1 else "issued_by"
        return [column for column in self.list_display if column != left_out]

    def matching(self, query: Query) -> Q:
        """Find by number, kind, title or any other name."""
        aliases = DocumentAlias.objects.filter(Found(query))
        return super().matching(query) | Q(pk__in=aliases.values("document"))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Offer documents of just this number first in a search box."""
        found, several = super().get_search_results(request, queryset, search_term)
        number = re.search(r"\d+", search_term)
        if is_search_box(request) and number is not None:
            digits = number.group()
            same = When(sequence__in=[digits, digits.zfill(2)], then=Value(0))
            order = Case(same, default=Value(1), output_field=IntegerField())
            found = found.order_by(order, "-issued_on_order", "pk")
        return found, several

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Fieldsets:
        """Show what is computed once there is something to compute from."""
        *main, editorial = super().get_fieldsets(request, obj)
        return [*main, editorial] if obj is None else [*main, *COMPUTED, editorial]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill in the kind and family of the page for a new document."""
        initial: dict[str, Any] = {}
        if self.kinds:
            initial = {"kind": self.kinds[0], "family": self.family}
        return initial | dict(super().get_changeform_initial_data(request))

    def formfield_for_choice_field(
        self, db_field: Any, request: Any, **options: Any
    ) -> Any:
        """Offer only the kinds of the page."""
        field: Any = super().formfield_for_choice_field(db_field, request, **options)
        if db_field.name == "kind" and self.kinds:
            field.choices = [
                (code, label) for code, label in field.choices if code in self.kinds
            ]
        return field

    @admin.display(description=_("số, ký hiệu"), ordering="number_key")
    def printed_number(self, document: Document) -> str:
        """Give the number; the title beside it where there is none."""
        return document.number

    @admin.display(description=_("tên văn bản"), ordering="title")
    def short_title(self, document: Document) -> str:
        """Give as much of the title as a list can hold."""
        return Truncator(document.title).chars(110)

    @admin.display(description=_("cơ quan"), ordering="issuer__name")
    def issued_by(self, document: Document) -> str:
        """Give the short name of the issuer."""
        agency = document.issuer
        return "" if agency is None else agency.short_name or agency.name

    @admin.display(description=_("hiệu lực hôm nay"), ordering="state_today")
    def todays_state(self, document: Any) -> SafeString | None:
        """Give the computed legal state of today."""
        if document.state_today is None:
            return None
        label = LegalStateCode(document.state_today).label
        return format_html(
            '<span class="legal-state {}">{}</span>', document.state_today, label
        )

    @admin.display(description=_("hiệu lực hôm nay"))
    def legal_state_today(self, document: Document) -> str | None:
        """Say today's legal state and what decided it."""
        today = timezone.localdate()
        for interval in document.legal_intervals.all():
            if contains(interval.starts_on, interval.until, today):
                return in_words(interval)
        return None

    @admin.display(description=_("diễn biến hiệu lực"))
    def legal_timeline(self, document: Document) -> SafeString:
        """Draw the stretches of the legal state through time."""
        return timeline(document, timezone.localdate())

    @admin.display(description=_("được tác động bởi"))
    def incoming_relations(self, document: Document) -> SafeString:
        """List what other documents do to this one."""
        return listed_relations_to(document)

    @admin.display(description=_("điều khoản"))
    def provision_list(self, document: Document) -> SafeString:
        """List the provisions there are."""
        return listed_provisions(document)


@admin.register(Document)
class AllDocumentsAdmin(DocumentAdmin):
    """Documents of every kind."""

    place = 1


@admin.register(Resolution)
class ResolutionAdmin(DocumentAdmin):
    """Resolutions of the Party, the National Assembly, the Government, councils."""

    place = 2
    kinds = RESOLUTION_KINDS


@admin.register(Law)
class LawAdmin(DocumentAdmin):
    """The Constitution, codes and laws."""

    place = 3
    kinds = tuple(reversed(LAW_KINDS))
    family = DocumentFamily.NORMATIVE
