"""Tasks: what is to be done, by whom, by when."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline
from policies.admin.columns import document_column
from policies.admin.records import RecordAdmin
from policies.admin.sections import GOALS
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, DayFilter, RelatedSearchFilter
from policies.models import Task


@admin.register(Task)
class TaskAdmin(RecordAdmin):
    """Tasks and solutions that documents and speeches set."""

    section = GOALS
    place = 40
    main = [
        (
            None,
            {
                "fields": (
                    "title",
                    "title_en",
                    "summary",
                    "summary_en",
                    ("group", "order"),
                    ("document", "provision"),
                    "event",
                    "subjects",
                )
            },
        ),
        (
            _("Phân công, thời hạn, tiến độ"),
            {
                "fields": (
                    "lead",
                    "cooperating",
                    ("due_on", "due_precision"),
                    ("status", "status_on"),
                    "evidence",
                    "evidence_en",
                )
            },
        ),
    ]
    inlines = (CitationInline,)
    list_display = (
        "title",
        document_column(Task, "document"),
        "lead",
        day_column(Task, "due_on", "due_precision"),
        "status",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("status", CodeFilter),
        ("document", RelatedSearchFilter),
        ("lead", RelatedSearchFilter),
        ("group", RelatedSearchFilter),
        ("subjects", RelatedSearchFilter),
        ("due_on", DayFilter),
    )
    list_select_related = ("document", "lead")
    date_hierarchy = "due_on"
