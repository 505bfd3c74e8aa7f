"""What makes measures computable: inputs, conditions, worked examples."""

from django.contrib import admin

from policies.admin.records import RecordAdmin, RowInline
from policies.admin.sections import MEASURES
from policies.common.admin.columns import day_column, quantity_column
from policies.common.admin.filters import CodeFilter, DayFilter, RelatedSearchFilter
from policies.models import Condition, ExampleValue, MeasureInput, WorkedExample


class InputInline(RowInline):
    """What must be told to evaluate the measure."""

    model = MeasureInput
    fields = ("order", "name", "label", "kind", "role", "unit", "state")
    joined = ("measure",)


class ConditionInline(RowInline):
    """What must be the case for the measure to apply."""

    model = Condition
    fk_name = "measure"
    fields = (
        "order",
        "label",
        "kind",
        "input",
        "comparator",
        "term",
        "day",
        "answer",
        "state",
    )
    joined = ("measure", "input", "term")


class ExampleInline(RowInline):
    """The cases worked out by hand; their values stand on their own pages."""

    model = WorkedExample
    fields = ("title", "day", "outcome", "state")
    joined = ("measure",)


class ExampleValueInline(RowInline):
    """What the example tells each input, and the amounts it comes to."""

    model = ExampleValue
    fields = ("input", "term", "value", "day", "answer", "state")
    joined = ("example", "input", "term")
    classes = ()


@admin.register(MeasureInput)
class MeasureInputAdmin(RecordAdmin):
    """Typed values that must be told to evaluate measures."""

    section = MEASURES
    place = 22
    main = [
        (
            None,
            {
                "fields": (
                    "measure",
                    ("name", "order"),
                    "label",
                    "label_en",
                    ("kind", "role", "unit"),
                )
            },
        )
    ]
    list_display = ("label", "name", "measure", "kind", "unit", "state")
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("unit", CodeFilter),
        ("measure", RelatedSearchFilter),
    )
    list_select_related = ("measure",)
    searched = ("search_text", "measure__search_text")


@admin.register(Condition)
class ConditionAdmin(RecordAdmin):
    """Conditions of measures."""

    section = MEASURES
    place = 24
    main = [
        (
            None,
            {
                "fields": (
                    "measure",
                    "label",
                    "label_en",
                    ("kind", "group", "order"),
                    ("input", "of_input"),
                    ("comparator", "term", "day", "answer"),
                    "provision",
                )
            },
        )
    ]
    list_display = ("label", "measure", "kind", "comparator", "state")
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("measure", RelatedSearchFilter),
    )
    list_select_related = ("measure",)
    searched = ("search_text", "measure__search_text")
    date_hierarchy = "day"


@admin.register(WorkedExample)
class WorkedExampleAdmin(RecordAdmin):
    """Cases worked out by hand, with what they are told and come to."""

    section = MEASURES
    place = 26
    main = [
        (
            None,
            {"fields": ("measure", "title", "title_en", ("day", "outcome"))},
        )
    ]
    inlines = (ExampleValueInline,)
    list_display = (
        "title",
        "measure",
        day_column(WorkedExample, "day"),
        "outcome",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("outcome", CodeFilter),
        ("measure", RelatedSearchFilter),
        ("day", DayFilter),
    )
    list_select_related = ("measure",)
    searched = ("search_text", "measure__search_text")
    date_hierarchy = "day"


@admin.register(ExampleValue)
class ExampleValueAdmin(RecordAdmin):
    """Values of worked examples."""

    section = MEASURES
    place = 28
    main = [
        (
            None,
            {"fields": ("example", ("input", "term"), ("value", "day", "answer"))},
        )
    ]
    list_display = (
        "example",
        "input",
        "term",
        quantity_column(ExampleValue, "value"),
        "state",
    )
    list_filter = (("state", CodeFilter), ("example", RelatedSearchFilter))
    list_select_related = ("example", "input", "term")
    searched = ("search_text", "example__search_text")
    date_hierarchy = "day"
