"""Measures with their terms, and terms on their own."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline
from policies.admin.columns import document_column
from policies.admin.evaluating import ConditionInline, ExampleInline, InputInline
from policies.admin.publishing import publish_with_parts
from policies.admin.records import RecordAdmin, RowInline
from policies.admin.sections import MEASURES
from policies.common.admin.columns import day_column, quantity_column
from policies.common.admin.filters import (
    CodeFilter,
    DayFilter,
    GivenFilter,
    RelatedSearchFilter,
)
from policies.models import Measure, Term

HELD = (
    _("Khi các nguồn khác nhau"),
    {"fields": ("held_instead", "held_reason"), "classes": ["collapse"]},
)


class TermInline(RowInline):
    """The quantities of the measure."""

    model = Term
    fields = (
        "role",
        "comparator",
        "value",
        "unit",
        "base",
        "beneficiary",
        "provision",
        "state",
    )
    joined = ("measure",)
    classes = ()


@admin.register(Measure)
class MeasureAdmin(RecordAdmin):
    """What policy does for or asks of somebody, with its quantities."""

    section = MEASURES
    place = 10
    main = [
        (
            None,
            {
                "fields": (
                    "title",
                    "title_en",
                    "summary",
                    "summary_en",
                    ("instrument", "rule_kind"),
                    ("document", "provision"),
                    ("effective_on", "until"),
                )
            },
        ),
        (
            _("Đối tượng và lĩnh vực"),
            {"fields": ("target_groups", "agencies", "subjects", "stip_instrument")},
        ),
        HELD,
    ]
    inlines = (
        TermInline,
        InputInline,
        ConditionInline,
        ExampleInline,
        CitationInline,
    )
    actions = (publish_with_parts,)
    list_display = (
        "title",
        "instrument",
        document_column(Measure, "document"),
        day_column(Measure, "effective_on"),
        day_column(Measure, "until"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("instrument", CodeFilter),
        ("rule_kind", CodeFilter),
        ("document", RelatedSearchFilter),
        ("target_groups", RelatedSearchFilter),
        ("agencies", RelatedSearchFilter),
        ("subjects", RelatedSearchFilter),
        ("held_instead", GivenFilter),
    )
    list_select_related = ("document",)
    date_hierarchy = "effective_on"


@admin.register(Term)
class TermAdmin(RecordAdmin):
    """Dated quantities of measures."""

    section = MEASURES
    place = 20
    main = [
        (
            None,
            {
                "fields": (
                    "measure",
                    ("role", "comparator", "value", "unit"),
                    ("base", "base_en"),
                    ("beneficiary", "provision"),
                    ("valid_from", "valid_until"),
                    "lower_bound",
                    "note",
                    "note_en",
                )
            },
        ),
        HELD,
    ]
    inlines = (CitationInline,)
    list_display = (
        "measure",
        "role",
        "comparator",
        quantity_column(Term, "value"),
        "unit",
        "beneficiary",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("role", CodeFilter),
        ("unit", CodeFilter),
        ("measure", RelatedSearchFilter),
        ("beneficiary", RelatedSearchFilter),
        ("valid_from", DayFilter),
    )
    list_select_related = ("measure", "beneficiary")
    date_hierarchy = "valid_from"
    searched = ("search_text", "measure__search_text")
