"""Filters of relations between documents, unresolved citations."""

from policies.choices import RelationType
from policies.common.filters import (
    Among,
    Code,
    Day,
    Flag,
    Given,
    OnDay,
    RegisterFilterSet,
    Related,
    Slug,
)
from policies.filtersets.standing import Stands, in_effect
from policies.querysets.standing import of_relation


class RelationFilterSet(RegisterFilterSet):
    """Filters of relations between documents."""

    standing = Stands(of_relation)
    in_force_on = OnDay(in_effect(of_relation), label="relations in effect on this day")
    source = Slug("source__slug", label="source")
    type = Code(RelationType, label="type")
    target = Slug("target__slug", label="target")
    whole = Flag(label="whole")
    effective_on = Day(label="effective day")
    until = Day(label="until")
    note = Given(label="note")
    note_en = Given(label="note in English")
    source_provisions = Among("source_provisions__slug", label="source provisions")
    target_provisions = Among("target_provisions__slug", label="target provisions")


class UnresolvedCitationFilterSet(RegisterFilterSet):
    """Filters of unresolved citations."""

    document = Slug("document__slug", label="document")
    type = Code(RelationType, label="type")
    relation = Related("relation__slug", label="relation")
    note = Given(label="note")
