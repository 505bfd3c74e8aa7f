"""What breaks each constraint: its name, and assignments that no row may hold.

Of a check, the assignments are made in one valid row. Of a uniqueness, they are made
in two valid rows, which are then the same. ``{row.…}`` stands for a value of the
first row. Several assignments under one name each break it in a way of their own.
"""

from tests.constraints.cases.agencies import AGENCIES
from tests.constraints.cases.changes import CHANGES
from tests.constraints.cases.citations import CITATIONS
from tests.constraints.cases.documents import DOCUMENTS
from tests.constraints.cases.evaluating import EVALUATING
from tests.constraints.cases.goals import GOALS
from tests.constraints.cases.measures import MEASURES
from tests.constraints.cases.tokens import TOKENS
from tests.constraints.cases.webhooks import WEBHOOKS

BREAKS: dict[str, tuple[str, ...]] = {
    **AGENCIES,
    **CHANGES,
    **CITATIONS,
    **DOCUMENTS,
    **EVALUATING,
    **GOALS,
    **MEASURES,
    **TOKENS,
    **WEBHOOKS,
}
"""The constraints of the register by name."""

EDITORIAL_STATE = "_state_code"


def breaks_of(name: str) -> tuple[str, ...]:
    """Give what breaks a constraint; nothing if it has no case.

    Every record has an editorial state, and the rule on it breaks the same way.
    """
    if name not in BREAKS and name.endswith(EDITORIAL_STATE):
        return ("state = 'secret'",)
    return BREAKS.get(name, ())


SHADOWS = {
    "condition_comparator_code": "condition_compares_one_thing",
    "target_kind_code": "target_is_measurable",
}
"""Constraints that cannot be broken alone: the other one asks for the same as well."""

__all__ = ["BREAKS", "SHADOWS", "breaks_of"]
