"""Publishing a measure with the drafts that make it computable, all or none."""

from collections.abc import Iterator
from typing import Any

from policies.common.clocks import one_moment
from policies.common.models import Record, RecordState
from policies.common.turns import in_turn
from policies.models import (
    Condition,
    ExampleValue,
    Measure,
    MeasureInput,
    Term,
    WorkedExample,
)
from policies.services.references import NOT_PUBLIC
from policies.services.saving import Actor, Outcome, save_record


@one_moment()
@in_turn()
def publish_measure(measure: Measure, *, actor: Actor = None, reason: str = "") -> int:
    """Publish a measure and its drafts in one turn; give how many were published.

    The rule and the worked examples are checked when all of them are public.

    Raises:
        ValidationError: something cannot be published; nothing is then.

    """
    published = 0
    for record in (measure, *drafts(measure)):
        record.state = RecordState.PUBLISHED
        outcome = save_record(record, actor=actor, reason=reason)
        published += outcome is not Outcome.UNCHANGED
    return published


def drafts(measure: Measure) -> Iterator[Record]:
    """Give the drafts that belong to a measure, what others refer to first."""
    of_measure: tuple[Any, ...] = (Term, MeasureInput, Condition, WorkedExample)
    for model in of_measure:
        own = model.objects.filter(measure=measure, state__in=NOT_PUBLIC)
        found = list(own.order_by("pk"))
        yield from groups_first(found) if model is Condition else found
    yield from ExampleValue.objects.filter(
        example__measure=measure, state__in=NOT_PUBLIC
    ).order_by("pk")


def groups_first(conditions: list[Condition]) -> Iterator[Condition]:
    """Give conditions so that each comes after the group it belongs to."""
    left = {one.pk: one for one in conditions}
    while ready := [one for one in left.values() if one.group_id not in left]:
        yield from ready
        for one in ready:
            del left[one.pk]
