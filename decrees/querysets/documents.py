"""Documents below the laws, asked for in the words of the register."""

from typing import Self

from policies.choices import DocumentKind
from policies.querysets import DocumentQuerySet

DECREE_KINDS = (DocumentKind.DECREE,)
CIRCULAR_KINDS = (DocumentKind.CIRCULAR, DocumentKind.JOINT_CIRCULAR)
DECISION_KINDS = (DocumentKind.DECISION,)


class SubordinateQuerySet(DocumentQuerySet):
    """Documents below the laws."""

    def decrees(self) -> Self:
        """Decrees of the Government."""
        return self.filter(kind__in=DECREE_KINDS)

    def circulars(self) -> Self:
        """Circulars and joint circulars."""
        return self.filter(kind__in=CIRCULAR_KINDS)

    def decisions(self) -> Self:
        """Decisions of whichever issuer."""
        return self.filter(kind__in=DECISION_KINDS)
