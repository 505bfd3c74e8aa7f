"""Public ids suggested from what a record says of itself, never one used before."""

from collections.abc import Callable, Collection
from typing import Any

from django.db import models

from policies.common.dates import Precision, format_partial
from policies.common.models import Record
from policies.common.text import ascii_key, slugify
from policies.models import (
    AgencySuccession,
    CitationBase,
    Document,
    DocumentAlias,
    Observation,
    Provision,
    Relation,
    ReportedState,
    Term,
    UnresolvedCitation,
)
from policies.services.citations import relation_slug

LIMIT = 100
NAMES = ("title_en", "name_en", "matter_en", "title", "name", "matter", "text")


def suggest_slug(record: Record, taken: Collection[str] = ()) -> str:
    """Suggest a free public id for a new record; "" while it says too little.

    Args:
        record: a record with the fields that name it; it need not be saved.
        taken: ids given to others that are not saved yet.

    """
    base = describe(record)
    if not base:
        return ""
    used = used_slugs(record, base).union(taken)
    if isinstance(record, CitationBase):
        return first_free(lambda number: f"{base}-c{number}", used)
    if base not in used:
        return base
    return first_free(lambda number: f"{base}-{number + 1}", used)


def first_free(numbered: Callable[[int], str], used: Collection[str]) -> str:
    """Give the numbered id with the lowest number that is not in use."""
    number = 1
    while numbered(number) in used:
        number += 1
    return numbered(number)


def used_slugs(record: Record, base: str) -> set[str]:
    """Give the ids beginning so that records of this kind have or once had."""
    model = record._meta.concrete_model or type(record)
    return {
        slug
        for table in (model._default_manager, model.history)  # type: ignore[attr-defined]
        for slug in table.filter(slug__startswith=base).values_list("slug", flat=True)
    }


def describe(record: Record) -> str:
    """Give the words of a record's public id, without regard to others."""
    model: Any = record._meta.concrete_model or type(record)
    if isinstance(record, CitationBase):
        return _of_citation(record)
    words = _WORDS.get(model, _of_named)(record)
    return slugify(words, limit=LIMIT if model not in _LONG else 190)


def _of_document(document: Document) -> str:
    return ascii_key(document.number) or document.title_en or document.title


def _of_alias(alias: DocumentAlias) -> str:
    return f"{alias.document.slug} alias {alias.text}"


def _of_provision(provision: Provision) -> str:
    return f"{provision.document.slug} {provision.eid}"


def _of_relation(relation: Relation) -> str:
    return relation_slug(relation.source, relation.type, relation.target)


def _of_unresolved(citation: UnresolvedCitation) -> str:
    return f"{citation.document.slug} {citation.type} {citation.text}"


def _of_reported(reported: ReportedState) -> str:
    return f"{reported.document.slug} reported {reported.reported_state}"


def _of_succession(succession: AgencySuccession) -> str:
    return f"{succession.predecessor.slug} to {succession.successor.slug}"


def _of_term(term: Term) -> str:
    return f"{term.measure.slug} {term.role}"


def _of_observation(observation: Observation) -> str:
    period = format_partial(
        observation.period_on, Precision(observation.period_precision)
    )
    return f"{observation.indicator.slug} {period}"


def _of_citation(citation: CitationBase) -> str:
    """Name the cited record: its kind, then its id."""
    for field in _keys(citation):
        record = getattr(citation, field.name)
        if field.name != "source" and record is not None:
            return slugify(f"{field.name} {record.slug}", limit=190)
    return ""


def _of_named(record: Record) -> str:
    """Name a record by what it cannot be without, then by its own name."""
    owners = [
        getattr(record, field.name).slug for field in _keys(record) if not field.null
    ]
    names = (getattr(record, name, "") for name in NAMES)
    return " ".join([*owners, next(filter(None, names), "")])


def _keys(record: Record) -> "list[models.Field[Any, Any]]":
    return [field for field in record._meta.concrete_fields if field.is_relation]


_WORDS: dict[type[models.Model], Callable[[Any], str]] = {
    AgencySuccession: _of_succession,
    Document: _of_document,
    DocumentAlias: _of_alias,
    Observation: _of_observation,
    Provision: _of_provision,
    Relation: _of_relation,
    ReportedState: _of_reported,
    Term: _of_term,
    UnresolvedCitation: _of_unresolved,
}
_LONG = frozenset({AgencySuccession, Provision, Relation, Term})
