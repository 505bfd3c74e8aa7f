"""Indicators, targets, tasks, technologies, platforms, events and statements."""

from datetime import date
from typing import Any

from policies.choices import (
    Ambition,
    Comparator,
    Direction,
    EventKind,
    PlatformKind,
    StatementKind,
    TechnologyKind,
    Unit,
)
from policies.models import (
    Event,
    Indicator,
    Observation,
    Platform,
    ProgressInterval,
    Statement,
    Target,
    Task,
    Technology,
)
from tests.factories.agencies import make_agency
from tests.factories.base import next_number, saved
from tests.factories.documents import make_resolution


def make_indicator(**over: Any) -> Indicator:
    """Make a share of the domestic product, the higher the better."""
    return saved(
        Indicator,
        over,
        name="Kinh tế số trên GDP",
        name_en="Digital economy in GDP",
        unit=Unit.PERCENT,
        direction=Direction.UP,
    )


def make_target(**over: Any) -> Target:
    """Make a measurable target of a resolution, due in a year."""
    return saved(
        Target,
        over,
        title="Kinh tế số đạt tối thiểu 50% GDP",
        kind=Ambition.TARGET,
        indicator=make_indicator,
        comparator=Comparator.AT_LEAST,
        value="50",
        due_on="2045-01-01",
        due_precision="year",
        document=make_resolution,
    )


def make_observation(**over: Any) -> Observation:
    """Make a value observed for a year."""
    return saved(
        Observation,
        over,
        indicator=make_indicator,
        period_on="2025-01-01",
        period_precision="year",
        value="14",
    )


def make_progress() -> ProgressInterval:
    """Make the time from which a target is reached; each has a day of its own."""
    target = make_target()
    day = date.fromordinal(date(2025, 1, 1).toordinal() + next_number())
    make_observation(
        indicator=target.indicator, period_on=day, period_precision="day", value="60"
    )
    return target.progress_intervals.get(until=None)


def make_task(**over: Any) -> Task:
    """Make a task of a resolution without a day."""
    return saved(
        Task, over, title="Hoàn thiện thể chế", document=make_resolution, lead=None
    )


def make_technology(**over: Any) -> Technology:
    """Make a strategic product that belongs to no group yet."""
    return saved(Technology, over, name="Trí tuệ nhân tạo", kind=TechnologyKind.PRODUCT)


def make_platform(**over: Any) -> Platform:
    """Make a portal run by an agency."""
    return saved(
        Platform,
        over,
        name="Sàn giao dịch khoa học và công nghệ",
        kind=PlatformKind.EXCHANGE,
        operator=make_agency,
    )


def make_event(**over: Any) -> Event:
    """Make a conference of one day."""
    return saved(
        Event,
        over,
        name="Hội nghị về đột phá khoa học, công nghệ",
        kind=EventKind.CONFERENCE,
        starts_on="2025-01-13",
        starts_precision="day",
    )


def make_statement(**over: Any) -> Statement:
    """Make a principle that an agency stated."""
    return saved(
        Statement,
        over,
        kind=StatementKind.PRINCIPLE,
        text="Thể chế phải trở thành lợi thế cạnh tranh.",
        agency=make_agency,
    )
