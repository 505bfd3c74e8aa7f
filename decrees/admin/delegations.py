"""Delegations: what a law orders to be detailed, and where it says so."""

from django.contrib import admin

from decrees.models import Delegation, DelegationCitation
from policies.admin.citations import (
    WHAT_THE_SOURCE_SAYS,
    CitationBaseAdmin,
    CitationRows,
)
from policies.admin.columns import document_column
from policies.admin.records import RecordAdmin
from policies.admin.sections import TEXT
from policies.common.admin.columns import day_column
from policies.common.admin.filters import (
    CodeFilter,
    DayFilter,
    GivenFilter,
    RelatedSearchFilter,
)


class DelegationCitationInline(CitationRows):
    """The sources of a delegation."""

    model = DelegationCitation


@admin.register(Delegation)
class DelegationAdmin(RecordAdmin):
    """Matters left to another document, and the one that fulfilled each."""

    section = TEXT
    place = 40
    main = [
        (
            None,
            {
                "fields": (
                    ("document", "provision"),
                    "matter",
                    "matter_en",
                    "agency",
                    ("due_on", "due_precision"),
                    "fulfilled_by",
                    "note",
                )
            },
        )
    ]
    inlines = (DelegationCitationInline,)
    list_display = (
        "matter",
        document_column(Delegation, "document"),
        "agency",
        day_column(Delegation, "due_on", "due_precision"),
        document_column(Delegation, "fulfilled_by"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("fulfilled_by", GivenFilter),
        ("document", RelatedSearchFilter),
        ("agency", RelatedSearchFilter),
        ("due_on", DayFilter),
    )
    list_select_related = ("document", "agency", "fulfilled_by")
    date_hierarchy = "due_on"
    searched = ("search_text", "document__search_text")


@admin.register(DelegationCitation)
class DelegationCitationAdmin(CitationBaseAdmin):
    """Citations of delegations."""

    place = 30
    main = [(None, {"fields": ("delegation",)}), WHAT_THE_SOURCE_SAYS]
    list_display = ("source", "locator", "delegation", "agrees", "state")
    list_display_links = ("locator",)
    list_filter = (
        *CitationBaseAdmin.list_filter,
        ("delegation", RelatedSearchFilter),
    )
    list_select_related = ("source", "delegation")
