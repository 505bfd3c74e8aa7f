"""Writes of the policy framework, every one of them through here."""

from policies.services import documents, measures, progress, provisions, relations
from policies.services.citations import resolve_citations
from policies.services.legal_state import compute, rebuild
from policies.services.progress import compute_progress, rebuild_progress
from policies.services.saving import Lists, Outcome, Rules, add_rules, save_record

__all__ = [
    "Lists",
    "Outcome",
    "Rules",
    "add_rules",
    "compute",
    "compute_progress",
    "documents",
    "measures",
    "progress",
    "provisions",
    "rebuild",
    "rebuild_progress",
    "relations",
    "resolve_citations",
    "save_record",
]
