"""Synthetic targets and delegations on the corpus, as the services would keep them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

from decrees.models import Delegation
from policies.choices import Comparator, Direction, Unit
from policies.common.models import RecordState
from policies.models import Document, Indicator, Observation, ProgressInterval, Target
from policies.rules.progress import Goal, progress_intervals
from policies.services.progress import series_among
from tests.bench.entered import ENTERED_AT

SEED = 57
EACH = 4
PUBLISHED = {
    "state": RecordState.PUBLISHED,
    "created_at": ENTERED_AT,
    "modified_at": ENTERED_AT,
}
METHODS = ("Điều tra", "Ước tính")
YEARS = range(2022, 2026)


def delegations(made: Sequence[Document], random: Random) -> list[Delegation]:
    """Let every fourth document delegate three matters, most of them detailed."""
    return [
        Delegation(
            slug=f"{document.slug}-delegation-{n}",
            document=document,
            matter=f"{document.title} ({n})",
            fulfilled_by=text if (text := random.choice(made)) != document else None,
            **PUBLISHED,
        )
        for document in made[::EACH]
        for n in range(3)
    ]


def indicators(count: int) -> list[Indicator]:
    """Make indicators, the higher the better."""
    return Indicator.objects.bulk_create(
        Indicator(
            slug=f"synthetic-indicator-{n:06}",
            name=f"Chỉ số {n}",
            unit=Unit.PERCENT,
            direction=Direction.UP,
            **PUBLISHED,
        )
        for n in range(count)
    )


def observations(made: Sequence[Indicator], random: Random) -> list[Observation]:
    """Make a value of each year by two methods."""
    return Observation.objects.bulk_create(
        Observation(
            slug=f"{indicator.slug}-{year}-{place}",
            indicator=indicator,
            period_on=date(year, 1, 1),
            period_precision="year",
            value=Decimal(random.randrange(100, 4_000)) / 100,
            method=method,
            **PUBLISHED,
        )
        for indicator in made
        for year in YEARS
        for place, method in enumerate(METHODS)
    )


def targets(made: Sequence[Document], measured: Sequence[Indicator]) -> list[Target]:
    """Let every fourth document set a target."""
    return Target.objects.bulk_create(
        Target(
            slug=f"{document.slug}-target",
            title=f"Mục tiêu của {document.title}",
            indicator=indicator,
            comparator=Comparator.AT_LEAST,
            value=Decimal(30),
            due_on=date(2030, 1, 1),
            due_precision="year",
            document=document,
            **PUBLISHED,
        )
        for document, indicator in zip(made[::EACH], measured, strict=True)
    )


def progress(target: Target, seen: Sequence[Observation]) -> list[ProgressInterval]:
    """Compute the intervals of a target from the values of its indicator."""
    goal = Goal.of("at_least", "up", Decimal(30), date(2030, 1, 1), "year")
    keys = {one.slug: one for one in seen}
    return [
        ProgressInterval(
            target=target,
            series=one.series,
            status=one.status.value,
            starts_on=one.starts_on,
            until=one.until,
            observation=keys.get(one.decided_by),
            leading=one.leading,
        )
        for one in progress_intervals(goal, series_among(seen))
    ]


def fill_goals(made: Sequence[Document]) -> None:
    """Add targets, values and delegations to synthetic documents."""
    random = Random(SEED)  # noqa: S311 - the same goals every time
    Delegation.objects.bulk_create(delegations(made, random))
    measured = indicators(len(made[::EACH]))
    seen: dict[int, list[Observation]] = {}
    for one in observations(measured, random):
        seen.setdefault(one.indicator_id, []).append(one)
    ProgressInterval.objects.bulk_create(
        row
        for target in targets(made, measured)
        for row in progress(target, seen[target.indicator_id or 0])
    )
