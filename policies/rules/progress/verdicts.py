"""The status of a target by each series of values, and the days it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from policies.rules.progress.course import is_on_course, required_on
from policies.rules.progress.facts import Goal, Observed, ProgressStatus, Series, meets

LEAST_FAVOURABLE = list(ProgressStatus)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, and the value that decides it; nothing does where nothing tells."""

    status: ProgressStatus
    decided_by: Observed | None


@dataclass(frozen=True, slots=True)
class ProgressInterval:
    """A status by one series and the days it holds; ``leading``: it is the target's.

    ``starts_on``: first day (``None``: it has always held). ``until``: first day after
    it (``None``: no end known).
    """

    series: str
    status: ProgressStatus
    starts_on: date | None
    until: date | None
    decided_by: str
    leading: bool


NOTHING = Verdict(ProgressStatus.NO_DATA, None)


def verdict(goal: Goal, series: Series, day: date) -> Verdict:
    """Judge a target by one series of values on a day.

    Until the due period is over the latest value decides: ``reached`` if it meets the
    goal, else ``on_course`` or ``behind``, compared with the line on the last day of
    the value's own period, so that a status does not change while no new value is
    known. A first value alone shows no course.

    Once it is over, only what is known of the due period decides for good: the last
    value up to its end if it meets the goal or is of the due period itself, else the
    first value after it. Before there is one, nobody knows.
    """
    seen = [one for one in series.observed if one.counts_from <= day]
    if day > goal.due_by:
        return _final(goal, seen)
    if not seen:
        return NOTHING
    latest = seen[-1]
    if meets(goal, latest.value):
        return Verdict(ProgressStatus.REACHED, latest)
    if series.baseline is None or latest is series.baseline:
        return NOTHING
    required = required_on(goal, series.baseline, latest.counts_from)
    kept = is_on_course(goal, latest.value, required)
    status = ProgressStatus.ON_COURSE if kept else ProgressStatus.BEHIND
    return Verdict(status, latest)


def _final(goal: Goal, seen: Sequence[Observed]) -> Verdict:
    """Judge a target whose due period is over."""
    in_time = [one for one in seen if one.counts_from <= goal.due_by]
    deciding = in_time[-1:] + list(seen[len(in_time) :])[:1]
    for one in deciding:
        if meets(goal, one.value):
            return Verdict(ProgressStatus.REACHED, one)
        if one.counts_from >= goal.due_from:
            return Verdict(ProgressStatus.MISSED, one)
    return NOTHING


def leading_on(verdicts: Sequence[Verdict]) -> int:
    """Choose whose verdict is the target's, where methods differ: a place in the list.

    One that tells something, of these the one with the newest value, of these the
    least favourable one, at last the first.
    """
    return max(
        range(len(verdicts)), key=lambda place: (*_weight(verdicts[place]), -place)
    )


def _weight(one: Verdict) -> tuple[bool, date, int]:
    newest = one.decided_by.counts_from if one.decided_by else date.min
    return one.decided_by is not None, newest, -LEAST_FAVOURABLE.index(one.status)


def progress_intervals(
    goal: Goal, all_series: Sequence[Series]
) -> tuple[ProgressInterval, ...]:
    """Give the statuses of a target through all time, by each series of values.

    The intervals of each series tile all time, and on each day one series leads. A
    target of which nothing was observed has one series without a name.
    """
    series = list(all_series) or [Series("", comparable=False, observed=())]
    turns = _turns(goal, series)
    rows: dict[str, list[ProgressInterval]] = {one.name: [] for one in series}
    for start, until in zip([None, *turns], [*turns, None], strict=True):
        verdicts = [verdict(goal, one, start or date.min) for one in series]
        leader = leading_on(verdicts)
        for place, (one, judged) in enumerate(zip(series, verdicts, strict=True)):
            key = judged.decided_by.key if judged.decided_by else ""
            held = ProgressInterval(
                one.name, judged.status, start, until, key, place == leader
            )
            _append(rows[one.name], held)
    return tuple(row for those in rows.values() for row in those)


def _turns(goal: Goal, series: Iterable[Series]) -> list[date]:
    """Give the days on which a status can change, in order."""
    days = {value.counts_from for one in series for value in one.observed}
    if goal.due_by < date.max:
        days.add(goal.due_by + timedelta(days=1))
    return sorted(days)


def _append(rows: list[ProgressInterval], held: ProgressInterval) -> None:
    """Add an interval, or carry on with the last one if it says the same."""
    last = rows[-1] if rows else None
    if last and replace(held, starts_on=last.starts_on, until=last.until) == last:
        rows[-1] = replace(last, until=held.until)
    else:
        rows.append(held)
