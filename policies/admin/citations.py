"""Citations: as rows on the page of what they are about, and on their own."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.admin.records import Fieldsets, RecordAdmin, RowInline
from policies.admin.sections import SOURCES
from policies.common.admin.filters import CodeFilter, RelatedSearchFilter
from policies.models import CITED_RECORDS, Citation, CitationBase

WHAT_THE_SOURCE_SAYS = (
    None,
    {
        "fields": (
            "source",
            ("locator", "field"),
            "agrees",
            ("claimed_value", "reason"),
            "note",
        )
    },
)


class CitationRows(RowInline):
    """The sources of the record of the page, whichever table holds its citations."""

    verbose_name = _("trích dẫn nguồn")
    verbose_name_plural = pgettext_lazy("plural", "trích dẫn nguồn")
    fields = ("source", "locator", "agrees", "claimed_value", "reason", "state")
    joined = ("source",)


class CitationInline(CitationRows):
    """The sources of a record of the policy framework."""

    model = Citation


class CitationBaseAdmin(RecordAdmin):
    """What the pages of both kinds of citation share."""

    section = SOURCES
    list_filter: ClassVar[Any] = (
        ("state", CodeFilter),
        "agrees",
        ("source", RelatedSearchFilter),
    )
    searched = ("search_text", "source__search_text")


@admin.register(Citation)
class CitationAdmin(CitationBaseAdmin):
    """All citations; one is mostly entered on the page of what it is about."""

    place = 20
    list_display = ("source", "locator", "record_type", "record", "agrees", "state")
    list_display_links = ("locator",)
    list_filter = (
        ("record_type", CodeFilter),
        *CitationBaseAdmin.list_filter,
    )
    list_select_related = ("source",)
    readonly_fields = ("cited", *CitationBaseAdmin.readonly_fields)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Fieldsets:
        """Ask a new citation for its record; show an old one only what it cites."""
        if obj is None:
            about = _("Bản ghi được trích dẫn (chọn đúng một)")
            fields: tuple[Any, ...] = tuple(pairs(CITED_RECORDS))
        else:
            about = _("Bản ghi được trích dẫn")
            fields = (obj.record_type, "cited")
        first = (about, {"fields": fields})
        return [first, WHAT_THE_SOURCE_SAYS, *super().get_fieldsets(request, obj)]

    @admin.display(description=_("mở bản ghi"))
    def cited(self, citation: Citation) -> SafeString:
        """Link to the cited record."""
        return link_to(cited_record(citation))


def pairs(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Put boxes two in a row."""
    row = iter(names)
    while two := tuple(islice(row, 2)):
        yield two


def cited_record(citation: CitationBase) -> models.Model:
    """Give the record that a citation is about."""
    record: models.Model = getattr(citation, getattr(citation, "record_type", ""))
    return record


def link_to(record: models.Model, text: str = "") -> SafeString:
    """Link to the admin page of a record."""
    meta = record._meta
    address = reverse(
        f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk]
    )
    return format_html('<a href="{}">{}</a>', address, text or str(record))
