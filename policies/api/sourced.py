"""Who says so: the citations of measures and of their terms."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from policies.common.api.rows import JSONRecord
from policies.common.models import RecordState
from policies.models import Citation, Term
from policies.services.evaluating import Promise

Cited = Mapping[tuple[str, int], list[JSONRecord]]


def citations_of(promises: Iterable[Promise]) -> Cited:
    """Read who says so of measures and their terms, in one query."""
    held = list(promises)
    measures = [one.measure.pk for one in held]
    terms = [term.record.pk for one in held if one.rule for term in one.rule.terms]
    published = Citation.objects.filter(state=RecordState.PUBLISHED)
    of_measures = published.filter(measure__in=measures)
    found: dict[tuple[str, int], list[JSONRecord]] = {}
    for one in related(of_measures | published.filter(term__in=terms)):
        key = ("term", one.term_id) if one.term_id else ("measure", one.measure_id or 0)
        found.setdefault(key, []).append(citation(one))
    return found


def citations_by_term(terms: Iterable[Term]) -> dict[int, list[JSONRecord]]:
    """Read who says so of terms, in one query."""
    of_terms = Citation.objects.filter(
        term__in=[one.pk for one in terms], state=RecordState.PUBLISHED
    )
    found: dict[int, list[JSONRecord]] = {}
    for one in related(of_terms):
        found.setdefault(one.term_id or 0, []).append(citation(one))
    return found


def related(citations: "QuerySet[Citation]") -> "QuerySet[Citation]":
    """Read citations with their sources and with what they are of."""
    return citations.select_related("source", "measure", "term").order_by("slug")


def citation(one: Citation) -> dict[str, Any]:
    """Write a citation as ``CitedShape`` says."""
    record = one.term or one.measure
    return {
        "record": record.slug if record else None,
        "source": {
            "slug": one.source.slug,
            "title": one.source.title,
            "title_en": one.source.title_en or None,
            "publisher": one.source.publisher or None,
            "url": one.source.url or None,
        },
        "locator": one.locator or None,
    }
