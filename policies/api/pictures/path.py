"""The path of a target as a picture: what was observed, and the line to the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.found import published_record
from policies.api.pictures.amounts import amount, period
from policies.api.pictures.asked import Pictured
from policies.api.pictures.cards import of_day
from policies.api.pictures.chart import Chart, round_steps
from policies.choices import Comparator, TargetStatus
from policies.common.api.clocks import asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.clocks import legal_day
from policies.common.svg import Layout, Picture, fitted, mark, words, wrapped
from policies.common.svg.pictures import MARGIN
from policies.models import Observation, Target
from policies.rules.progress import Goal, Observed, Series, verdict
from policies.services.progress import goal_of, observations_of, series_among

WIDE, NARROW = 760, 360
MOST_SERIES, MOST_POINTS = 6, 60
SIGNS = (
    ("dot", "calm"),
    ("square", "warn"),
    ("triangle", "good"),
    ("ring", "bad"),
    ("box", "none"),
    ("warning", "none"),
)
STATUSES: Mapping[str, tuple[str, str]] = {
    TargetStatus.REACHED: ("dot", "good"),
    TargetStatus.ON_COURSE: ("half", "good"),
    TargetStatus.BEHIND: ("warning", "warn"),
    TargetStatus.MISSED: ("cross", "bad"),
    TargetStatus.NO_DATA: ("dash", "none"),
}


class PathPicture(Pictured):
    """The path of a target as a picture.

    It shows the values that count on the day, those of different methods apart, each
    with the straight line from its first value to the target, and a status for each
    method. An ambition, which has no value or no deadline, has no path.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getTargetPathPicture"}
    tag = "targets"
    summary = "The path of a target as an SVG picture"

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Draw the path."""
        asked = self.asked(request)
        target = published_record(Target, slug, "indicator")
        path = Path.of(target, asked["as_of"] or legal_day())
        return self.shown(asked, lambda layout: path_picture(path, layout))


@dataclass
class Path:
    """What is known of a target by a day."""

    target: Target
    day: date
    goal: Goal | None
    series: Sequence[Series]
    rows: Mapping[str, Observation]

    @classmethod
    def of(cls, target: Target, day: date) -> "Path":
        """Read the values of a target's indicator that count on a day."""
        goal = goal_of(target)
        rows = observations_of(target.indicator_id or 0) if goal else []
        counting = [one for one in rows if one.period_until <= day][-MOST_POINTS:]
        named = {one.slug: one for one in counting}
        return cls(target, day, goal, series_among(counting), named)

    @property
    def unit(self) -> str:
        """The unit of the indicator."""
        return self.target.indicator.unit if self.target.indicator else ""

    @property
    def observed(self) -> list[Observed]:
        """Every value, of whatever method."""
        return [one for series in self.series for one in series.observed]


def translated(record: Any, name: str) -> str:
    """Give a text of a record in the language that is written."""
    english = getattr(record, f"{name}_en") if get_language() == "en" else ""
    return str(english or getattr(record, name))


def path_picture(path: Path, layout: Layout) -> Picture:
    """Draw the path of a target."""
    title = translated(path.target, "title")
    picture = Picture(WIDE if layout is Layout.WIDE else NARROW, title)
    room, y = picture.width - 2 * MARGIN, 22.0
    for text in wrapped(title, room, 17, 3, bold=True):
        y += 20
        picture.add(words(text, MARGIN, y - 4, "ink h"))
    name = translated(path.target.indicator, "name") if path.target.indicator else ""
    for text, kind in ((name, "quiet"), (of_day(path.day), "quiet s")):
        if text:
            y += 19
            picture.add(words(fitted(text, room, 13), MARGIN, y - 2, kind))
    picture.lines = [f"{title}.", f"{name}. {of_day(path.day)}." if name else ""]
    picture.height = y + 8
    if path.goal is None:
        _without_path(picture, room)
    else:
        _plotted(picture, path, path.goal)
        _told(picture, path, path.goal, room)
    picture.height += MARGIN - 6
    return picture


def _without_path(picture: Picture, room: float) -> None:
    """Say why nothing is drawn."""
    text = _("Đây là định hướng: không có giá trị hoặc thời hạn để vẽ đường đi.")
    picture.lines.append(text)
    for part in wrapped(text, room, 13, 3):
        picture.height += 20
        picture.add(words(part, MARGIN, picture.height, "ink"))


def _chart(picture: Picture, path: Path, goal: Goal) -> tuple[Chart, list[Decimal]]:
    """Find the room and the scales."""
    days = [one.counts_from for one in path.observed] + [path.day, goal.due_by]
    first, last = min(days), max(days)
    margin = max((last - first) // 10, timedelta(days=60))
    steps = round_steps(max([one.value for one in path.observed] + [goal.value]))
    top = picture.height + 34
    chart = Chart(
        left=MARGIN + 62,
        top=top,
        right=picture.width - MARGIN - 20,
        bottom=top + (230 if picture.width == WIDE else 200),
        first=first - margin,
        last=last + timedelta(days=20),
        low=Decimal(0),
        high=steps[-1],
    )
    return chart, steps


def _plotted(picture: Picture, path: Path, goal: Goal) -> None:
    """Draw the chart: grid, lines to the target, values, the target."""
    chart, steps = _chart(picture, path, goal)
    chart.grid(picture, [(value, amount(value, path.unit)) for value in steps])
    end = chart.at(goal.due_by, goal.value)
    today = chart.at(path.day, chart.low)[0]
    chart.draw(picture, [(today, chart.top), (today, chart.bottom)], "g d")
    picture.add(
        words(period(path.day, "day"), today, chart.top - 8, "quiet s", "middle")
    )
    shown = list(zip(path.series[:MOST_SERIES], SIGNS, strict=False))
    for series, (_name, tone) in shown:
        if series.baseline and series.baseline.counts_from < goal.due_by:
            start = chart.at(series.baseline.counts_from, series.baseline.value)
            chart.draw(picture, [start, end], f"e d {tone}")
        places = [chart.at(one.counts_from, one.value) for one in series.observed]
        if series.comparable and len(places) > 1:
            chart.draw(picture, places, f"e {tone}")
        for place in places:
            chart.take(place)
    chart.take(end, 9)
    picture.add(mark("diamond", "ink", *end, 8))
    chart.label(picture, amount(goal.value, path.unit), end, "ink s b")
    for series, (name, tone) in shown:
        for one in reversed(series.observed):  # the newest is labelled first
            place = chart.at(one.counts_from, one.value)
            picture.add(mark(name, tone, *place))
            chart.label(picture, amount(one.value, path.unit), place, f"{tone} s b")
    picture.height = chart.bottom + 30


def _told(picture: Picture, path: Path, goal: Goal, room: float) -> None:
    """Say below the chart what each mark stands for, with every value."""
    compared = Comparator(path.target.comparator).label
    due = period(goal.due_from, path.target.due_precision)
    wanted = f"{compared} {amount(goal.value, path.unit)}, {due}"
    _entry(picture, ("diamond", "ink"), _("Mục tiêu"), [wanted], room)
    shown = list(zip(path.series[:MOST_SERIES], SIGNS, strict=False))
    for series, sign in shown:
        judged = TargetStatus(verdict(goal, series, path.day).status.value)
        values = ", ".join(
            f"{_when(path.rows[one.key])}: {amount(one.value, path.unit)}"
            for one in series.observed
        )
        _entry(picture, sign, _method(path, series), [values], room)
        _status(picture, judged)
    if not shown:
        text = _("Chưa có số liệu nào tính đến ngày này.")
        _entry(picture, STATUSES[TargetStatus.NO_DATA], text, [], room)
    elif len(path.series) > MOST_SERIES:
        more = _("và %(count)s phương pháp nữa")
        more %= {"count": len(path.series) - MOST_SERIES}
        _entry(picture, ("dash", "none"), more, [], room)


def _when(row: Observation) -> str:
    return period(row.period_on, row.period_precision)


def _method(path: Path, series: Series) -> str:
    """Name the method of a series, else who publishes it."""
    row = path.rows[series.observed[0].key]
    if row.method:
        return translated(row, "method")
    if series.comparable and row.agency:
        return translated(row.agency, "name")
    return _("Nguồn không nêu phương pháp")


def _entry(
    picture: Picture,
    sign: tuple[str, str],
    name: str,
    lines: Sequence[str],
    room: float,
) -> None:
    """Write one mark with its words below the chart."""
    picture.height += 22
    picture.add(mark(*sign, MARGIN + 6, picture.height - 4))
    head = fitted(name, room - 22, 13, bold=True)
    picture.add(words(head, MARGIN + 22, picture.height, "ink b"))
    for text in (part for one in lines for part in wrapped(one, room - 22, 11.5, 3)):
        picture.height += 16
        picture.add(words(text, MARGIN + 22, picture.height, "quiet s"))
    picture.lines.append(f"{name}: {'; '.join(lines)}." if lines else f"{name}.")


def _status(picture: Picture, status: TargetStatus) -> None:
    """Write the status by one method below its values."""
    name, tone = STATUSES[status]
    picture.height += 17
    picture.add(mark(name, tone, MARGIN + 27, picture.height - 4))
    picture.add(words(str(status.label), MARGIN + 38, picture.height, f"{tone} s"))
    picture.lines.append(f"{status.label}.")
