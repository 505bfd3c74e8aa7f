"""Provisions: found as they are cited, "khoản 2 Điều 5 193/2025"."""

import re
from typing import Final

from django.contrib import admin
from django.db.models import Q

from policies.admin.citations import CitationInline
from policies.admin.columns import document_column
from policies.admin.records import RecordAdmin
from policies.admin.sections import TEXT
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, RelatedSearchFilter
from policies.common.search import Found, Query, read_query
from policies.models import Provision

STEPS: Final = {
    "phan": "part",
    "chuong": "chp",
    "muc": "sec",
    "dieu": "art",
    "khoan": "cl",
    "diem": "pt",
}
STEP: Final = re.compile(
    r"\b(phan|chuong|muc|dieu|khoan|diem) "
    r"((?<!diem )[0-9]+[a-z]?|(?<!diem )[ivxlc]+|(?<=diem )[a-z]\d?)\b"
)


def addressed(step: str) -> Q:
    """Condition that a provision is at or below a step such as ``art_5``.

    Folding makes đ a plain d, so point d finds both.
    """
    steps = (step, "pt_dd") if step == "pt_d" else (step,)
    condition = Q()
    for one in steps:
        condition |= (
            Q(eid__iexact=one)
            | Q(eid__istartswith=f"{one}__")
            | Q(eid__iendswith=f"__{one}")
            | Q(eid__icontains=f"__{one}__")
        )
    return condition


@admin.register(Provision)
class ProvisionAdmin(RecordAdmin):
    """Articles, clauses and points of every document."""

    section = TEXT
    place = 10
    main = [
        (
            None,
            {
                "fields": (
                    ("document", "parent"),
                    ("level", "label", "eid"),
                    ("heading", "heading_en"),
                    "text",
                    "text_en",
                    ("effective_on", "ends_on"),
                )
            },
        )
    ]
    inlines = (CitationInline,)
    readonly_fields = ("eid", *RecordAdmin.readonly_fields)
    list_display = (
        "__str__",
        "heading",
        document_column(Provision, "document"),
        day_column(Provision, "effective_on"),
        day_column(Provision, "ends_on"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("level", CodeFilter),
        ("document", RelatedSearchFilter),
    )
    list_select_related = ("document", "parent__document")
    ordering = ("document__slug", "position", "pk")

    def matching(self, query: Query) -> Q:
        """Read article, clause and point; other words name the document or the text."""
        asked = " ".join(word.folded for word in query.words)
        condition = Q()
        for word, label in STEP.findall(asked):
            condition &= addressed(f"{STEPS[word]}_{label}")
        rest = read_query(STEP.sub(" ", asked))
        if rest.words:
            condition &= Q(Found(rest, *self.searched, "document__search_text"))
        return condition
