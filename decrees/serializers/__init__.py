"""The shapes of subordinate legislation."""

from decrees.serializers.delegation import DelegationCitationShape, DelegationShape

__all__ = ["DelegationCitationShape", "DelegationShape"]
