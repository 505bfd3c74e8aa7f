"""The records of subordinate legislation, one noun a file."""

from decrees.models.circular import Circular
from decrees.models.decision import Decision
from decrees.models.decree import Decree
from decrees.models.delegation import Delegation, DelegationCitation

__all__ = ["Circular", "Decision", "Decree", "Delegation", "DelegationCitation"]
