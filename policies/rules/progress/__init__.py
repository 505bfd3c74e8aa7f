"""Progress of a target on any day, computed from observations alone, exactly.

``facts`` holds what goes in (the goal, the values observed), ``course`` the straight
line from the baseline to the goal, ``verdicts`` what comes out: a status with the
observation that decides it, and the days it holds.
"""

from policies.rules.progress.course import (
    missing,
    pace,
    required_on,
    to_decimal,
    years_between,
)
from policies.rules.progress.facts import (
    Goal,
    Observed,
    ProgressStatus,
    Series,
    Way,
    meets,
    series_of,
    way_of,
)
from policies.rules.progress.verdicts import (
    ProgressInterval,
    Verdict,
    leading_on,
    progress_intervals,
    verdict,
)

__all__ = [
    "Goal",
    "Observed",
    "ProgressInterval",
    "ProgressStatus",
    "Series",
    "Verdict",
    "Way",
    "leading_on",
    "meets",
    "missing",
    "pace",
    "progress_intervals",
    "required_on",
    "series_of",
    "to_decimal",
    "verdict",
    "way_of",
    "years_between",
]
