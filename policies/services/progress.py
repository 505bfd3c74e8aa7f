"""Progress of targets, computed from observations and kept as intervals."""

from collections.abc import Iterable

from policies.choices import Ambition
from policies.common.clocks import register_time
from policies.common.models import RecordState
from policies.common.turns import in_turn
from policies.models import (
    HistoricalProgressInterval,
    Indicator,
    Observation,
    ProgressInterval,
    Target,
)
from policies.rules.progress import (
    Goal,
    Observed,
    Series,
    progress_intervals,
    series_of,
)
from policies.rules.progress.facts import VALUES
from policies.services.changes import touch
from policies.services.saving import Rules, add_rules

COLUMNS = ("series", "status", "starts_on", "until", "observation_id", "leading")
Row = tuple[object, ...]


def goal_of(target: Target) -> Goal | None:
    """Give what a target asks for; None of an ambition, of which none is computed."""
    if target.kind != Ambition.TARGET:
        return None
    if target.indicator is None or target.value is None or target.due_on is None:
        return None
    return Goal.of(
        target.comparator,
        target.indicator.direction,
        target.value,
        target.due_on,
        target.due_precision,
    )


def observations_of(indicator_id: int) -> "list[Observation]":
    """Read the values of an indicator that count: published, not set aside, no bounds.

    "At least 5,000" tells no value; nothing can be compared with it.
    """
    values = Observation.objects.filter(
        indicator=indicator_id,
        state=RecordState.PUBLISHED,
        held_instead__isnull=True,
        comparator__in=sorted(VALUES),
    )
    return list(values.select_related("agency").order_by("period_on", "slug"))


def series_among(observations: Iterable[Observation]) -> list[Series]:
    """Part observations into series; their keys are public ids."""
    return series_of(
        Observed(
            key=one.slug,
            value=one.value,
            starts_on=one.period_on,
            counts_from=one.period_until,
            method=one.method,
            agency=one.agency.slug if one.agency else "",
        )
        for one in observations
    )


def compute_progress(target: Target) -> list[Row]:
    """Compute the intervals of a target through all time, as ``COLUMNS`` has them."""
    goal = goal_of(target)
    if goal is None or target.indicator_id is None:
        return []
    observations = observations_of(target.indicator_id)
    ids = {one.slug: one.pk for one in observations}
    return [
        (
            one.series,
            one.status.value,
            one.starts_on,
            one.until,
            ids.get(one.decided_by),
            one.leading,
        )
        for one in progress_intervals(goal, series_among(observations))
    ]


def stored_progress(target: Target) -> list[Row]:
    """Read the intervals of a target that are kept."""
    stored = ProgressInterval.objects.filter(target=target)
    return list(stored.order_by("id").values_list(*COLUMNS))


@in_turn()
def rebuild_progress(target: Target) -> bool:
    """Bring a target's intervals in step with the observations; tell if they moved.

    Those that are replaced are kept with the time until which the register said so.
    """
    wanted = compute_progress(target)
    if stored_progress(target) == wanted:
        return False
    touch()
    ProgressInterval.objects.filter(target=target).delete()
    end_progress(target)
    now = register_time()
    rows = [
        {"target": target, **dict(zip(COLUMNS, row, strict=True))} for row in wanted
    ]
    ProgressInterval.objects.bulk_create(ProgressInterval(**row) for row in rows)
    HistoricalProgressInterval.objects.bulk_create(
        HistoricalProgressInterval(known_from=now, **row) for row in rows
    )
    return True


def end_progress(target: Target) -> None:
    """Note that the register says no more what it said of a target so far."""
    past = HistoricalProgressInterval.objects.filter(target_id=target.pk)
    past.filter(known_until=None).update(known_until=register_time())


def after_target(target: Target) -> None:
    """Compute the progress of a target anew, by what the database holds."""
    rebuild_progress(Target.objects.select_related("indicator").get(pk=target.pk))


def after_indicator(indicator: Indicator) -> None:
    """Compute the progress of an indicator's targets: its direction may be new."""
    rebuild_targets([indicator.pk])


def after_observation(observation: Observation) -> None:
    """Compute the progress of the targets it tells of, or used to tell of."""
    before = observation.history.values_list("indicator_id", flat=True).distinct()
    rebuild_targets([*before, observation.indicator_id])


def rebuild_targets(indicators: Iterable[int]) -> None:
    """Compute the progress of all targets of some indicators anew."""
    targets = Target.objects.filter(indicator__in=set(indicators))
    for target in targets.select_related("indicator").order_by("pk"):
        rebuild_progress(target)


add_rules(Target, Rules(after=after_target, removed=end_progress))
add_rules(Indicator, Rules(after=after_indicator))
add_rules(Observation, Rules(after=after_observation, removed=after_observation))
