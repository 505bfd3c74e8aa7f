"""Computed legal state in words, and what portals reported instead."""

from collections.abc import Iterable
from datetime import date

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from policies.admin.citations import link_to
from policies.admin.columns import document_column
from policies.admin.records import RecordAdmin
from policies.admin.sections import TEXT
from policies.common.admin.columns import day_column, written_day
from policies.common.admin.filters import CodeFilter, RelatedSearchFilter
from policies.common.dates import contains
from policies.models import (
    Document,
    LegalInterval,
    Provision,
    Relation,
    ReportedState,
)


def in_words(interval: LegalInterval) -> str:
    """Say which state holds and what decided it."""
    return f"{interval.get_state_display()} — {interval.get_reason_display()}"


def timeline(document: Document, today: date) -> SafeString:
    """Draw the stretches of a document's legal state, today's marked."""
    intervals = list(document.legal_intervals.all())
    causes = causes_of(intervals)
    rows = [
        {
            "state": interval.get_state_display(),
            "code": interval.state,
            "from": written_day(interval.starts_on),
            "until": written_day(interval.until),
            "reason": interval.get_reason_display(),
            "cause": causes.get(interval.cause, interval.cause),
            "today": contains(interval.starts_on, interval.until, today),
        }
        for interval in intervals
    ]
    return render_to_string("policies/admin/timeline.html", {"rows": rows})


def causes_of(intervals: Iterable[LegalInterval]) -> dict[str, SafeString]:
    """Link to the relations and provisions that decided, by their public ids."""
    slugs = {interval.cause for interval in intervals if interval.cause}
    if not slugs:
        return {}
    relations = Relation.objects.filter(slug__in=slugs)
    provisions = Provision.objects.filter(slug__in=slugs)
    return {
        record.slug: link_to(record)
        for record in (
            *relations.select_related("source", "target"),
            *provisions.select_related("document"),
        )
    }


@admin.register(ReportedState)
class ReportedStateAdmin(RecordAdmin):
    """States that portals showed, beside the computed ones."""

    section = TEXT
    place = 60
    main = [
        (
            None,
            {
                "fields": (
                    "document",
                    "source",
                    ("reported_state", "reported_on"),
                    "wording",
                )
            },
        )
    ]
    list_display = (
        document_column(ReportedState, "document"),
        "reported_state",
        day_column(ReportedState, "reported_on"),
        "source",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("reported_state", CodeFilter),
        ("document", RelatedSearchFilter),
        ("source", RelatedSearchFilter),
    )
    list_select_related = ("document", "source")
    date_hierarchy = "reported_on"
    searched = ("search_text", "document__search_text", "source__search_text")
