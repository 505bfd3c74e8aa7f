"""The filters of subordinate legislation."""

from decrees.filtersets.delegation import (
    DelegationCitationFilterSet,
    DelegationFilterSet,
)

__all__ = ["DelegationCitationFilterSet", "DelegationFilterSet"]
