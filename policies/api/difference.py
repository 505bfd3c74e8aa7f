"""What differs in a measure: between two days of the law, two times, two measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.evaluated import measure_ref
from policies.api.found import published_record
from policies.choices import DifferingRecord
from policies.common.api.clocks import PastMoment
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord, decimal_text, utc_text
from policies.common.clocks import legal_day
from policies.common.dates import contains
from policies.common.filters import Slug
from policies.common.filters.values import KnownDay
from policies.common.models import RecordState
from policies.common.snapshot import known_at
from policies.models import Condition, Measure, MeasureInput, Term
from policies.rules.differences import Differing, Key, Members, differences
from policies.serializers.differences import DifferenceShape
from policies.services.evaluating import rule_term

PUBLISHED = RecordState.PUBLISHED
OF_MEASURE = ("title", "title_en", "instrument", "rule_kind", "effective_on", "until")
OF_CONDITION = ("label", "label_en", "kind", "comparator", "day", "answer")
OF_INPUT = ("label", "label_en", "kind", "role", "unit")


@dataclass(frozen=True)
class Standpoint:
    """From where a measure is looked at: which one, on what day, at what time."""

    slug: str
    day: date
    time: datetime | None


class Difference(Question):
    """What differs in a measure, member by member, each with both values.

    Between two days of the law (`before`, `after`), between two times of the register
    (`known_before`, `known_after`), or from another measure (`other`), in any
    combination: the side before is the measure on `before` as known at `known_before`;
    the side after is `other`, or the same measure, on `after` as known at
    `known_after`. A day left out is today or, with a time, the day of that time. Terms
    are those valid on the day; those of one role, base and beneficiary are one
    quantity. What is in one state only is null in the other.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getMeasureDifference"}
    tag = "measures"
    summary = "What differs in a measure between two days, times or measures"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "before": Parameter(KnownDay(), "The day of the law of the side before."),
        "after": Parameter(KnownDay(), "The day of the law of the side after."),
        "known_before": Parameter(
            PastMoment(),
            "The time of the register of the side before; now by default.",
        ),
        "known_after": Parameter(
            PastMoment(), "The time of the register of the side after; now by default."
        ),
        "other": Parameter(
            Slug(), "Public id of the measure of the side after; the same if left out."
        ),
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": DifferenceShape}

    @conditional(register_etag)
    def get(self, request: Request, slug: str) -> Response:
        """Compare two states of a measure, or two measures."""
        asked = self.asked(request)
        sides = (
            standpoint(slug, asked["before"], asked["known_before"]),
            standpoint(asked["other"] or slug, asked["after"], asked["known_after"]),
        )
        (before, old), (after, new) = (seen(side) for side in sides)
        found = differences(old, new)
        return Response(
            {
                "before": before,
                "after": after,
                "differences": [_written(one) for one in found],
            }
        )


def standpoint(slug: str, day: date | None, time: datetime | None) -> Standpoint:
    """Say from where a measure is looked at, by what was asked."""
    past = timezone.localdate(time) if time else legal_day()
    return Standpoint(slug, day or past, time)


def seen(side: Standpoint) -> tuple[JSONRecord, dict[Key, Members]]:
    """Read a measure with its parts from a standpoint; four queries.

    Raises:
        Http404: there is, or was then, no such published measure; others as
            ``published_record``.

    """
    with known_at(side.time):
        found = published_record(Measure, side.slug, "document", "provision")
        parts = {**_terms(found, side.day), **_inputs(found), **_conditions(found)}
    named = {
        "measure": measure_ref(found),
        "as_of": side.day,
        "known_at": utc_text(side.time),
    }
    own: Members = {
        **{name: getattr(found, name) for name in OF_MEASURE},
        "document": slug_of(found.document),
        "provision": slug_of(found.provision),
    }
    return named, {(DifferingRecord.MEASURE, ""): own, **parts}


def slug_of(record: Any) -> str | None:
    """Name a related record by its public id."""
    return record.slug if record else None


def _terms(measure: Measure, day: date) -> dict[Key, Members]:
    """Give the quantities held that are valid on a day."""
    held = Term.objects.filter(
        measure=measure, state=PUBLISHED, held_instead=None
    ).select_related("beneficiary", "provision")
    found: dict[Key, Members] = {}
    for one in held.order_by("slug"):
        dated = rule_term(one, measure)
        if not contains(dated.valid_from, dated.valid_until, day):
            continue
        whom = slug_of(one.beneficiary)
        name = " / ".join(part for part in (one.role, one.base, whom) if part)
        key = (DifferingRecord.TERM, name, "")
        if key in found:  # a range: from one value to another
            key = (DifferingRecord.TERM, name, one.comparator)
        found[key] = {
            "slug": one.slug,
            "comparator": one.comparator,
            "value": decimal_text(one.value),
            "unit": one.unit,
            "lower_bound": decimal_text(one.lower_bound),
            "valid_from": one.valid_from,
            "valid_until": one.valid_until,
            "provision": slug_of(one.provision),
        }
    return found


def _inputs(measure: Measure) -> dict[Key, Members]:
    held = MeasureInput.objects.filter(measure=measure, state=PUBLISHED)
    return {
        (DifferingRecord.INPUT, one.name): {
            name: getattr(one, name) for name in OF_INPUT
        }
        for one in held.order_by("order", "slug")
    }


def _conditions(measure: Measure) -> dict[Key, Members]:
    held = Condition.objects.filter(measure=measure, state=PUBLISHED)
    related = held.select_related("group", "input", "of_input", "term")
    return {
        (DifferingRecord.CONDITION, one.slug): {
            **{name: getattr(one, name) for name in OF_CONDITION},
            "group": slug_of(one.group),
            "input": one.input.name if one.input else None,
            "of_input": one.of_input.name if one.of_input else None,
            "term": slug_of(one.term),
        }
        for one in related.order_by("order", "slug")
    }


def _written(one: Differing) -> JSONRecord:
    return {
        "record": one.key[0],
        "name": one.key[1],
        "member": one.member,
        "before": text(one.before),
        "after": text(one.after),
    }


def text(value: Any) -> str | None:
    """Write a member in text; what is not given is null."""
    if value is None or value == "":
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)
