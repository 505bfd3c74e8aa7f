"""Reads of subordinate legislation, named in the words of the register."""

from decrees.querysets.delegations import (
    fulfilled_on,
    overdue_on,
    owed_on,
    status_on,
)
from decrees.querysets.documents import (
    CIRCULAR_KINDS,
    DECISION_KINDS,
    DECREE_KINDS,
    SubordinateQuerySet,
)

__all__ = [
    "CIRCULAR_KINDS",
    "DECISION_KINDS",
    "DECREE_KINDS",
    "SubordinateQuerySet",
    "fulfilled_on",
    "overdue_on",
    "owed_on",
    "status_on",
]
