"""Sources: the pages and texts that facts are taken from."""

from django.contrib import admin

from policies.admin.records import RecordAdmin
from policies.admin.sections import SOURCES
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, DayFilter
from policies.models import Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Official texts, gazettes, statements and press that the register cites."""

    section = SOURCES
    place = 10
    main = [
        (
            None,
            {
                "fields": (
                    "title",
                    "title_en",
                    ("publisher", "author"),
                    ("kind", "language"),
                    ("published_on", "published_precision"),
                    "url",
                    "note",
                )
            },
        )
    ]
    list_display = (
        "title",
        "publisher",
        "kind",
        "language",
        day_column(Source, "published_on", "published_precision"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("language", CodeFilter),
        ("published_on", DayFilter),
    )
    date_hierarchy = "published_on"
