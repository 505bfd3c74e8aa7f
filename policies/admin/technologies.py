"""Strategic technologies and national digital platforms."""

from django.contrib import admin

from policies.admin.citations import CitationInline
from policies.admin.columns import document_column
from policies.admin.records import RecordAdmin
from policies.admin.sections import WORK
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, RelatedSearchFilter
from policies.models import Platform, Technology


@admin.register(Technology)
class TechnologyAdmin(RecordAdmin):
    """Groups of strategic technologies and the products within them."""

    section = WORK
    place = 10
    main = [
        (
            None,
            {
                "fields": (
                    ("name", "name_en"),
                    ("kind", "group", "order"),
                    "document",
                    ("priority_on", "priority_precision"),
                    "note",
                    "note_en",
                )
            },
        )
    ]
    inlines = (CitationInline,)
    list_display = (
        "name",
        "kind",
        "group",
        document_column(Technology, "document"),
        day_column(Technology, "priority_on", "priority_precision"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("group", RelatedSearchFilter),
        ("document", RelatedSearchFilter),
    )
    list_select_related = ("group", "document")
    date_hierarchy = "priority_on"


@admin.register(Platform)
class PlatformAdmin(RecordAdmin):
    """Portals, exchanges, data centres and shared platforms."""

    section = WORK
    place = 20
    main = [
        (
            None,
            {
                "fields": (
                    ("name", "name_en"),
                    ("kind", "status"),
                    ("operator", "document"),
                    "url",
                    "address",
                    ("launched_on", "launched_precision"),
                    "summary",
                    "summary_en",
                )
            },
        )
    ]
    inlines = (CitationInline,)
    list_display = (
        "name",
        "kind",
        "operator",
        day_column(Platform, "launched_on", "launched_precision"),
        "status",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("status", CodeFilter),
        ("operator", RelatedSearchFilter),
    )
    list_select_related = ("operator",)
    date_hierarchy = "launched_on"
