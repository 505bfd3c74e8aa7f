"""The admin of subordinate legislation, one file a group of nouns."""

from decrees.admin import delegations, documents

__all__ = ["delegations", "documents"]
