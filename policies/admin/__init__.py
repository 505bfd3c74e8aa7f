"""The admin of the policy framework, one file a group of nouns."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from policies.admin import (
    agencies,
    citations,
    documents,
    evaluating,
    events,
    goals,
    legal_state,
    measures,
    people,
    provisions,
    publishing,
    relations,
    sources,
    tasks,
    technologies,
    tokens,
    vocabularies,
    webhooks,
)

admin.site.site_header = _("R57 — Sổ đăng ký Nghị quyết 57")
admin.site.site_title = _("R57")
admin.site.index_title = _("Sổ đăng ký")

__all__ = [
    "agencies",
    "citations",
    "documents",
    "evaluating",
    "events",
    "goals",
    "legal_state",
    "measures",
    "people",
    "provisions",
    "publishing",
    "relations",
    "sources",
    "tasks",
    "technologies",
    "tokens",
    "vocabularies",
    "webhooks",
]
