"""Reads named in the words of the register; no rule of their own beyond SQL."""

from policies.querysets.agencies import same_agency
from policies.querysets.chain import CARRYING_OUT, descendants
from policies.querysets.days import begun_by, covering, over_before, within
from policies.querysets.documents import (
    HAVING_EFFECT,
    LAW_KINDS,
    RESOLUTION_KINDS,
    DocumentQuerySet,
)

__all__ = [
    "CARRYING_OUT",
    "HAVING_EFFECT",
    "LAW_KINDS",
    "RESOLUTION_KINDS",
    "DocumentQuerySet",
    "begun_by",
    "covering",
    "descendants",
    "over_before",
    "same_agency",
    "within",
]
