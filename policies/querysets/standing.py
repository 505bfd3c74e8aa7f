"""How relations, measures and terms stand on a day, computed by the database."""

from collections.abc import Callable
from typing import Any

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan, IsNull, LessThanOrEqual

from policies.choices import DocumentStage, Standing

StandingOn = Callable[[Any], Case]


def _standing(day: Any, start: Any, until: Any) -> Case:
    """Compare a half-open interval of days with a day; its end alone can be known."""
    text = CharField()
    return Case(
        When(LessThanOrEqual(until, day), then=Value(Standing.ENDED.value)),
        When(IsNull(start, True), then=Value(Standing.UNKNOWN.value)),  # noqa: FBT003
        When(GreaterThan(start, day), then=Value(Standing.NOT_YET.value)),
        default=Value(Standing.IN_EFFECT.value),
        output_field=text,
    )


def of_relation(day: Any) -> Case:
    """Stand from the relation's own day, else from that of the acting document.

    What a document does that is not adopted has no known day.
    """
    acting = Case(
        When(
            source__stage=DocumentStage.ADOPTED,
            then=Coalesce("effective_on", "source__effective_on"),
        )
    )
    return _standing(day, acting, F("until"))


def of_measure(day: Any) -> Case:
    """Stand from the day from which the measure applies."""
    return _standing(day, F("effective_on"), F("until"))


def of_term(day: Any) -> Case:
    """Stand from the term's own day, else from its measure's; so for the end."""
    start = Coalesce("valid_from", "measure__effective_on")
    return _standing(day, start, Coalesce("valid_until", "measure__until"))
