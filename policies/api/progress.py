"""The progress of a target on any day, by each method of observation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.found import published_record
from policies.choices import TargetStatus
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord, decimal_text
from policies.common.clocks import legal_day
from policies.common.filters import KnownDay
from policies.common.models import RecordState
from policies.common.wording import Wording, wording
from policies.models import Citation, Observation, Target
from policies.rules.progress import (
    Goal,
    Observed,
    ProgressStatus,
    Series,
    leading_on,
    missing,
    pace,
    required_on,
    to_decimal,
    verdict,
)
from policies.serializers.progress import TargetProgressShape
from policies.services.progress import goal_of, observations_of, series_among

SOURCE = ("slug", "title", "title_en", "publisher", "url")
NOTHING = Wording("", "")
AMOUNTS = (
    "required",
    "required_at_latest",
    "gap",
    "gap_to_course",
    "required_pace",
    "pace_from_latest",
)


class TargetProgress(Question):
    """How far a target has come on a day, and by which values that is said.

    Values found by different methods are kept apart: each method has a baseline (its
    first value), a line from it to the target, a latest value that is compared with
    the line on the last day of its own period, and a status. A value counts from the
    last day of its period on. The status of the target is that of the series with the
    newest value. An ambition, which has no value or no deadline, has none.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getTargetProgress"}
    tag = "targets"
    summary = "The progress of a target on a day, by each method of observation"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "as_of": Parameter(
            KnownDay(),
            "The day; today in Viet Nam unless said otherwise, with `known_at` the "
            "day of that time.",
        ),
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": TargetProgressShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Judge a target by each series of values."""
        day = self.asked(request)["as_of"] or legal_day()
        target = published_record(Target, slug, "indicator")
        goal = goal_of(target)
        judged = [] if goal is None else _judged(goal, target, day)
        leader = next((one for one in judged if one["leading"]), None)
        nothing = None if goal is None else ProgressStatus.NO_DATA
        status = leader["status"] if leader else nothing
        return Response(
            {
                **_asked_for(target, goal),
                "on": day,
                "status": status,
                **_labels(status),
                "series": judged,
            }
        )


def _asked_for(target: Target, goal: Goal | None) -> JSONRecord:
    """Say what a target asks for."""
    names = ("slug", "name", "name_en", "unit")
    held = target.indicator
    return {
        "target": {
            "slug": target.slug,
            "title": target.title,
            "title_en": target.title_en or None,
        },
        "kind": target.kind,
        "indicator": held and {name: getattr(held, name) or None for name in names},
        "comparator": target.comparator or None,
        "value": decimal_text(target.value),
        "due_on": target.due_on,
        "due_precision": target.due_precision or None,
        "due_by": goal and goal.due_by,
    }


def _labels(status: str | None) -> JSONRecord:
    words = wording(TargetStatus(status)) if status else NOTHING
    return {"status_label": words.vi or None, "status_label_en": words.en or None}


def _judged(goal: Goal, target: Target, day: date) -> list[JSONRecord]:
    """Judge a target by each series of values, and say which one leads."""
    rows = observations_of(target.indicator_id or 0)
    observations = {one.slug: one for one in rows}
    series = series_among(rows)
    verdicts = [verdict(goal, one, day) for one in series]
    leader = leading_on(verdicts) if verdicts else -1
    named = {key for one in series for key in _named(one, day)}
    said = _citations([observations[key] for key in sorted(named)])
    found = []
    for place, (one, judged) in enumerate(zip(series, verdicts, strict=True)):
        decided = judged.decided_by
        found.append(
            {
                **_method(one, observations),
                "leading": place == leader,
                "status": judged.status.value,
                **_labels(judged.status),
                "decided_by": decided.key if decided else None,
                **_path(goal, one, day, observations, said),
            }
        )
    return found


def _method(series: Series, observations: Mapping[str, Observation]) -> JSONRecord:
    """Say what the values of a series have in common."""
    first = observations[series.observed[0].key]
    agency = first.agency if series.comparable and not first.method else None
    names = ("slug", "code", "name", "name_en")
    return {
        "method": first.method or None,
        "method_en": first.method_en or None,
        "agency": agency and {name: getattr(agency, name) or None for name in names},
        "comparable": series.comparable,
    }


def _ends(series: Series, day: date) -> tuple[Observed | None, Observed | None]:
    """Give the baseline and the latest value, as far as they count on a day."""
    seen = [one for one in series.observed if one.counts_from <= day]
    return (series.baseline if seen else None), (seen[-1] if seen else None)


def _named(series: Series, day: date) -> set[str]:
    return {one.key for one in _ends(series, day) if one is not None}


def _path(
    goal: Goal,
    series: Series,
    day: date,
    observations: Mapping[str, Observation],
    said: Mapping[int, Sequence[JSONRecord]],
) -> JSONRecord:
    """Give the values of a series on a day, and how they lie to the line."""
    baseline, latest = _ends(series, day)
    amounts = _amounts(goal, baseline, latest, day)
    exact = {name: decimal_text(to_decimal(one)) for name, one in amounts.items()}
    ends = {"baseline": baseline, "latest": latest}
    return {
        **{
            name: one and _observed(observations[one.key], one, said)
            for name, one in ends.items()
        },
        **{name: exact.get(name) for name in AMOUNTS},
    }


def _amounts(
    goal: Goal, baseline: Observed | None, latest: Observed | None, day: date
) -> dict[str, Any]:
    """Work out what can be: without comparable values there is no line."""
    found: dict[str, Any] = {}
    if latest is not None:
        found["gap"] = missing(goal, latest.value)
        found["pace_from_latest"] = pace(goal, latest)
    if baseline is not None and latest is not None:
        then = required_on(goal, baseline, latest.counts_from)
        found["required"] = required_on(goal, baseline, day)
        found["required_at_latest"] = then
        found["gap_to_course"] = found["gap"] - missing(goal, then)
        found["required_pace"] = pace(goal, baseline)
    return {name: value for name, value in found.items() if value is not None}


def _observed(
    row: Observation, one: Observed, said: Mapping[int, Sequence[JSONRecord]]
) -> JSONRecord:
    return {
        "slug": row.slug,
        "value": decimal_text(row.value),
        "comparator": row.comparator,
        "period_on": row.period_on,
        "period_precision": row.period_precision,
        "counts_from": one.counts_from,
        "citations": list(said.get(row.pk, ())),
    }


def _citations(rows: Iterable[Observation]) -> dict[int, list[JSONRecord]]:
    """Read which sources give some values, by one query."""
    cited = Citation.objects.filter(
        observation__in=[one.pk for one in rows], state=RecordState.PUBLISHED
    ).select_related("source")
    found: dict[int, list[JSONRecord]] = defaultdict(list)
    for one in cited.order_by("slug"):
        if one.observation_id is not None:
            source = {name: getattr(one.source, name) or None for name in SOURCE}
            said = {"source": source, "locator": one.locator, "agrees": one.agrees}
            found[one.observation_id].append(said)
    return found
