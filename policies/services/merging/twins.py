"""Twins: the record that already says what another one is about to say."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.lookups import Exact

from policies.common.history import is_derived
from policies.common.models import Record
from policies.models import CitationBase
from policies.services.saving import concrete

NAMING = frozenset({"id", "slug", "state", "created_at", "modified_at"})
REMARKS = frozenset({"note", "reason"})  # of a citation, beside what it claims


def twin_of(record: Record, without: Iterable[Record]) -> Any:
    """Give another record that a unique rule or its content makes the same.

    A citation is the same if it gives the same place in the same source; any other
    record if no column but its id and its state tells it from the other.
    """
    model = concrete(record)
    known = [record, *(one for one in without if concrete(one) is model)]
    others = model._default_manager.exclude(pk__in=[one.pk for one in known])
    for same in (*_unique(record), _content(record)):
        if twin := others.filter(*same).order_by("pk").first():
            return twin
    return None


def _unique(record: Record) -> list[list[Any]]:
    """Give what another record may not have in common, one list for each rule."""
    columns = [
        [_equal(record, field)]
        for field in record._meta.concrete_fields
        if field.unique and field.name not in NAMING and _given(record, field)
    ]
    rules = [
        _compared(record, rule)
        for rule in record._meta.constraints
        if isinstance(rule, models.UniqueConstraint) and _applies(record, rule)
    ]
    return columns + rules


def _applies(record: Record, rule: models.UniqueConstraint) -> bool:
    """Tell whether a rule concerns a record: its condition holds, nothing is open."""
    if not all(_given(record, _field(record, name)) for name in rule.fields):
        return False
    return rule.condition is None or rule.condition.check(_values(record))


def _compared(record: Record, rule: models.UniqueConstraint) -> list[Any]:
    """Compare what a rule compares: columns, or expressions of them."""
    own: Any = {F(name): value for name, value in _values(record).items()}
    own |= {
        F(field.attname): own[F(field.name)]
        for field in record._meta.concrete_fields
        if field.is_relation
    }
    expressions: Any = rule.expressions
    compared: list[Any] = [
        Exact(one, one.replace_expressions(own)) for one in expressions
    ]
    compared += [_equal(record, _field(record, name)) for name in rule.fields]
    return compared if rule.condition is None else [*compared, rule.condition]


def _content(record: Record) -> list[Any]:
    """Compare all that a record says in its columns."""
    left_out = NAMING | REMARKS if isinstance(record, CitationBase) else NAMING
    return [
        _equal(record, field)
        for field in record._meta.concrete_fields
        if field.editable and not is_derived(field) and field.name not in left_out
    ]


def _values(record: Record) -> dict[str, Any]:
    return {
        field.name: Value(getattr(record, field.attname), field)
        for field in record._meta.concrete_fields
        if not field.generated
    }


def _field(record: Record, name: str) -> Any:
    return record._meta.get_field(name)


def _given(record: Record, field: Any) -> bool:
    return getattr(record, field.attname) is not None


def _equal(record: Record, field: Any) -> Q:
    value = getattr(record, field.attname)
    if value is None:
        return Q(**{f"{field.name}__isnull": True})
    return Q(**{field.name: value})
