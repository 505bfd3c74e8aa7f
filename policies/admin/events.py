"""Events, and what was said at them or elsewhere."""

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline
from policies.admin.measures import HELD
from policies.admin.records import RecordAdmin
from policies.admin.sections import WORK
from policies.common.admin.columns import day_column
from policies.common.admin.filters import (
    CodeFilter,
    DayFilter,
    GivenFilter,
    RelatedSearchFilter,
)
from policies.models import Event, Statement


@admin.register(Event)
class EventAdmin(RecordAdmin):
    """Sessions, adoptions, conferences, launches and signings."""

    section = WORK
    place = 30
    main = [
        (
            None,
            {
                "fields": (
                    "name",
                    "name_en",
                    "kind",
                    ("starts_on", "starts_precision", "ends_on"),
                    ("place", "place_en"),
                    "summary",
                    "summary_en",
                )
            },
        ),
        (
            _("Văn bản và người tham dự"),
            {"fields": ("documents", "agencies", "people")},
        ),
    ]
    inlines = (CitationInline,)
    list_display = (
        "name",
        "kind",
        day_column(Event, "starts_on", "starts_precision"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("documents", RelatedSearchFilter),
        ("agencies", RelatedSearchFilter),
        ("people", RelatedSearchFilter),
        ("starts_on", DayFilter),
    )
    date_hierarchy = "starts_on"
    ordering = ("-starts_on", "-pk")


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    """Principles, assessments, shortcomings and claims, kept apart from law."""

    section = WORK
    place = 40
    main = [
        (
            None,
            {
                "fields": (
                    "kind",
                    "text",
                    "text_en",
                    ("person", "agency"),
                    ("said_on", "said_precision"),
                    ("document", "event"),
                    "subjects",
                )
            },
        ),
        HELD,
    ]
    inlines = (CitationInline,)
    list_display = (
        "short_text",
        "kind",
        "person",
        "agency",
        day_column(Statement, "said_on", "said_precision"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("person", RelatedSearchFilter),
        ("agency", RelatedSearchFilter),
        ("document", RelatedSearchFilter),
        ("event", RelatedSearchFilter),
        ("subjects", RelatedSearchFilter),
        ("held_instead", GivenFilter),
    )
    list_select_related = ("person", "agency")
    date_hierarchy = "said_on"
    searched = ("search_text", "person__search_text", "agency__search_text")

    @admin.display(description=_("nội dung"), ordering="text")
    def short_text(self, statement: Statement) -> str:
        """Give as much of the text as a list can hold."""
        return Truncator(statement.text).chars(140)
