"""Indicators with the targets set for them and the values observed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline
from policies.admin.columns import document_column
from policies.admin.measures import HELD
from policies.admin.records import RecordAdmin, RowInline
from policies.admin.sections import GOALS
from policies.common.admin.columns import day_column, quantity_column
from policies.common.admin.filters import (
    CodeFilter,
    DayFilter,
    GivenFilter,
    RelatedSearchFilter,
)
from policies.models import Indicator, Observation, Target


class TargetInline(RowInline):
    """The targets of the indicator."""

    model = Target
    fields = (
        "title",
        "comparator",
        "value",
        "due_on",
        "due_precision",
        "document",
        "state",
    )


class ObservationInline(RowInline):
    """The observed values of the indicator."""

    model = Observation
    fields = (
        "period_on",
        "period_precision",
        "comparator",
        "value",
        "agency",
        "state",
    )
    joined = ("indicator",)


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    """What is measured, with its targets and values."""

    section = GOALS
    place = 10
    main = [
        (
            None,
            {
                "fields": (
                    ("name", "name_en"),
                    ("unit", "direction"),
                    "definition",
                    "definition_en",
                    "subjects",
                )
            },
        )
    ]
    inlines = (TargetInline, ObservationInline, CitationInline)
    list_display = ("name", "unit", "direction", "state", "modified_at")
    list_filter = (
        ("state", CodeFilter),
        ("unit", CodeFilter),
        ("direction", CodeFilter),
        ("subjects", RelatedSearchFilter),
    )


@admin.register(Target)
class TargetAdmin(RecordAdmin):
    """Values to be reached by a day, and ambitions without one."""

    section = GOALS
    place = 20
    main = [
        (
            None,
            {
                "fields": (
                    "title",
                    "title_en",
                    ("kind", "indicator"),
                    ("comparator", "value"),
                    ("due_on", "due_precision"),
                    ("document", "provision"),
                    ("scope", "scope_en"),
                )
            },
        ),
        HELD,
    ]
    inlines = (CitationInline,)
    list_display = (
        "title",
        "kind",
        "comparator",
        quantity_column(Target, "value"),
        "unit",
        day_column(Target, "due_on", "due_precision"),
        document_column(Target, "document"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("indicator", RelatedSearchFilter),
        ("document", RelatedSearchFilter),
        ("due_on", DayFilter),
    )
    list_select_related = ("indicator", "document")
    date_hierarchy = "due_on"
    searched = ("search_text", "indicator__search_text")

    @admin.display(description=_("đơn vị"), ordering="indicator__unit")
    def unit(self, target: Target) -> str:
        """Give the unit of the indicator."""
        return "" if target.indicator is None else target.indicator.get_unit_display()


@admin.register(Observation)
class ObservationAdmin(RecordAdmin):
    """Values of indicators that sources give for a period."""

    section = GOALS
    place = 30
    main = [
        (
            None,
            {
                "fields": (
                    "indicator",
                    ("period_on", "period_precision"),
                    ("comparator", "value"),
                    "agency",
                    ("method", "method_en"),
                    "note",
                    "note_en",
                )
            },
        ),
        HELD,
    ]
    inlines = (CitationInline,)
    list_display = (
        "indicator",
        day_column(Observation, "period_on", "period_precision"),
        "comparator",
        quantity_column(Observation, "value"),
        "agency",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("indicator", RelatedSearchFilter),
        ("agency", RelatedSearchFilter),
        ("held_instead", GivenFilter),
    )
    list_select_related = ("indicator", "agency")
    date_hierarchy = "period_on"
    ordering = ("-period_on", "-pk")
    searched = ("search_text", "indicator__search_text")
