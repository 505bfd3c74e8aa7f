"""Agencies and how one continued another."""

from django.contrib import admin
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline
from policies.admin.columns import document_column
from policies.admin.owing import listed_debts
from policies.admin.records import RecordAdmin, RowInline
from policies.admin.sections import AGENCIES
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, GivenFilter, RelatedSearchFilter
from policies.models import Agency, AgencySuccession


class SuccessorInline(RowInline):
    """The agencies that continue this one."""

    model = AgencySuccession
    fk_name = "predecessor"
    fields = (
        "successor",
        "kind",
        "effective_on",
        "effective_precision",
        "legal_basis",
        "state",
    )
    joined = ("predecessor", "successor")


@admin.register(Agency)
class AgencyAdmin(RecordAdmin):
    """Bodies of the Party, the State and society, also those that are no more."""

    section = AGENCIES
    place = 10
    main = [
        (
            None,
            {
                "fields": (
                    ("code", "kind"),
                    "name",
                    "name_en",
                    ("short_name", "parent"),
                    ("established_on", "established_precision"),
                    ("dissolved_on", "dissolved_precision"),
                    "url",
                    "note",
                )
            },
        ),
        (_("Việc còn phải làm"), {"fields": ("owes",)}),
    ]
    readonly_fields = (*RecordAdmin.readonly_fields, "owes")
    inlines = (SuccessorInline, CitationInline)
    list_display = (
        "name",
        "code",
        "kind",
        "parent",
        day_column(Agency, "established_on", "established_precision"),
        day_column(Agency, "dissolved_on", "dissolved_precision"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("parent", RelatedSearchFilter),
        ("dissolved_on", GivenFilter),
    )
    list_select_related = ("parent",)
    date_hierarchy = "established_on"
    ordering = ("name", "pk")

    @admin.display(description=_("đến hôm nay"))
    def owes(self, agency: Agency) -> SafeString:
        """List the tasks it leads and the matters it is to detail, late ones first."""
        return listed_debts(agency, timezone.localdate())


@admin.register(AgencySuccession)
class AgencySuccessionAdmin(RecordAdmin):
    """Mergers, renamings and splits of agencies."""

    section = AGENCIES
    place = 20
    main = [
        (
            None,
            {
                "fields": (
                    ("predecessor", "successor"),
                    "kind",
                    ("effective_on", "effective_precision"),
                    "legal_basis",
                    "note",
                )
            },
        )
    ]
    inlines = (CitationInline,)
    list_display = (
        "predecessor",
        "kind",
        "successor",
        day_column(AgencySuccession, "effective_on", "effective_precision"),
        document_column(AgencySuccession, "legal_basis"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("predecessor", RelatedSearchFilter),
        ("successor", RelatedSearchFilter),
    )
    list_select_related = ("predecessor", "successor", "legal_basis")
    date_hierarchy = "effective_on"
    searched = (
        "search_text",
        "predecessor__search_text",
        "successor__search_text",
    )
