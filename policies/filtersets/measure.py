"""Filters of measures, terms of measures."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from policies.choices import (
    Comparator,
    Instrument,
    RuleKind,
    StipInstrument,
    TermRole,
    Unit,
)
from policies.common.filters import (
    Among,
    Code,
    Day,
    Declared,
    Given,
    OfOne,
    OnDay,
    OpenCode,
    Quantity,
    RegisterFilterSet,
    Related,
    Slug,
)
from policies.filtersets.chain import Under
from policies.filtersets.percent import Percent
from policies.filtersets.standing import Stands, in_effect
from policies.models import Term
from policies.querysets.standing import of_measure, of_term


class Beneficiary(Slug):
    """The group that a measure is for, or that one of its terms benefits."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the measures for one of the groups, by their terms as well."""
        terms = Term.objects.filter(beneficiary__slug__in=values, state="published")
        for_group = queryset.model._default_manager.filter(
            target_groups__slug__in=values
        )
        return queryset.filter(
            Q(pk__in=terms.values("measure_id")) | Q(pk__in=for_group.values("pk"))
        )

    def description(self) -> str:
        """Words of the question."""
        return (
            "measures for this target group, or with a term that benefits it; may be "
            "repeated"
        )


def held_terms() -> "models.QuerySet[Any]":
    """Give the terms that a measure is found by: published, and not set aside."""
    return Term.objects.filter(state="published", held_instead__isnull=True)


def of_a_term(inner: Declared) -> OfOne:
    """Ask for measures by a filter of their terms."""
    return OfOne(inner, rows=held_terms, owner="measure")


class MeasureFilterSet(RegisterFilterSet):
    """Filters of measures; those of quantities hold of one and the same term."""

    percent = of_a_term(Percent("value", label="a term's value in percent"))
    role = of_a_term(Code(TermRole, "role", label="a term's role"))
    value = of_a_term(Quantity("value", label="a term's value"))
    unit = of_a_term(Code(Unit, "unit", label="a term's unit"))

    standing = Stands(of_measure)
    in_force_on = OnDay(in_effect(of_measure), label="measures that apply on this day")
    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    title_en = Given(label="title in English")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
    under = Under("document_id", label="measures of")
    beneficiary = Beneficiary()
    instrument = Code(Instrument, label="instrument")
    stip_instrument = OpenCode(StipInstrument, label="stip instrument")
    rule_kind = OpenCode(RuleKind, label="rule kind")
    document = Related("document__slug", label="document")
    provision = Related("provision__slug", label="provision")
    effective_on = Day(label="effective day")
    until = Day(label="until")
    target_groups = Among("target_groups__slug", label="target groups")
    agencies = Among("agencies__slug", label="agencies")
    subjects = Among("subjects__slug", label="subjects")


class TermFilterSet(RegisterFilterSet):
    """Filters of terms of measures."""

    standing = Stands(of_term)
    in_force_on = OnDay(in_effect(of_term), label="terms that are valid on this day")
    held_instead = Related("held_instead__slug", label="held instead")
    held_reason = Given(label="held reason")
    measure = Slug("measure__slug", label="measure")
    under = Under("measure__document_id", label="terms of measures of")
    percent = Percent("value", label="value in percent")
    role = Code(TermRole, label="role")
    base = Given(label="base")
    base_en = Given(label="base in English")
    beneficiary = Related("beneficiary__slug", label="beneficiary")
    comparator = Code(Comparator, label="comparator")
    value = Quantity(label="value")
    unit = Code(Unit, label="unit")
    lower_bound = Quantity(label="lower bound of the bracket")
    valid_from = Day(label="valid from")
    valid_until = Day(label="valid until")
    provision = Related("provision__slug", label="provision")
    note = Given(label="note")
    note_en = Given(label="note in English")
