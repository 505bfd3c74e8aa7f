"""Persons in public office and their posts."""

from django.contrib import admin

from policies.admin.citations import CitationInline
from policies.admin.records import RecordAdmin, RowInline
from policies.admin.sections import AGENCIES
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, GivenFilter, RelatedSearchFilter
from policies.models import Person, Post


class PostInline(RowInline):
    """The offices that the person held."""

    model = Post
    fields = (
        "title",
        "agency",
        "starts_on",
        "starts_precision",
        "ends_on",
        "ends_precision",
        "state",
    )
    joined = ("person",)


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    """Those who signed, spoke or led in a public role."""

    section = AGENCIES
    place = 30
    main = [(None, {"fields": (("name", "name_en"), "note")})]
    inlines = (PostInline, CitationInline)
    list_display = ("name", "name_en", "state", "modified_at")
    list_filter = (("state", CodeFilter),)
    ordering = ("name", "pk")


@admin.register(Post)
class PostAdmin(RecordAdmin):
    """Offices, who held them and from when to when."""

    section = AGENCIES
    place = 40
    main = [
        (
            None,
            {
                "fields": (
                    ("person", "agency"),
                    ("title", "title_en"),
                    ("starts_on", "starts_precision"),
                    ("ends_on", "ends_precision"),
                    ("attested_on", "attested_precision"),
                    "held_instead",
                    "held_reason",
                )
            },
        )
    ]
    inlines = (CitationInline,)
    list_display = (
        "person",
        "title",
        "agency",
        day_column(Post, "starts_on", "starts_precision"),
        day_column(Post, "ends_on", "ends_precision"),
        day_column(Post, "attested_on", "attested_precision"),
        "state",
    )
    list_display_links = ("person", "title")
    list_filter = (
        ("state", CodeFilter),
        ("person", RelatedSearchFilter),
        ("agency", RelatedSearchFilter),
        ("held_instead", GivenFilter),
    )
    list_select_related = ("person", "agency", "held_instead__person")
    date_hierarchy = "starts_on"
    searched = ("search_text", "person__search_text", "agency__search_text")
