"""Documents, asked for in the words of the law."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import FilteredRelation

from policies.choices import DocumentKind, LegalStateCode
from policies.querysets.days import covering

RESOLUTION_KINDS = (
    DocumentKind.NA_RESOLUTION,
    DocumentKind.NASC_RESOLUTION,
    DocumentKind.JOINT_RESOLUTION,
    DocumentKind.GOV_RESOLUTION,
    DocumentKind.JUDGES_RESOLUTION,
    DocumentKind.COUNCIL_RESOLUTION,
    DocumentKind.PARTY_RESOLUTION,
)
LAW_KINDS = (DocumentKind.CONSTITUTION, DocumentKind.CODE, DocumentKind.LAW)

HAVING_EFFECT = (LegalStateCode.IN_FORCE, LegalStateCode.PARTLY_ENDED)


class DocumentQuerySet(models.QuerySet["Document"]):  # type: ignore[name-defined]
    """Documents, asked for in the words of the law."""

    def resolutions(self) -> Self:
        """Only resolutions, of the Party, the Assembly, the Government, councils."""
        return self.filter(kind__in=RESOLUTION_KINDS)

    def laws(self) -> Self:
        """Only the Constitution, codes and laws."""
        return self.filter(kind__in=LAW_KINDS)

    def with_legal_state(self, day: date) -> Self:
        """Join the one interval of legal state that holds a day, as ``today``."""
        holds = covering(
            day, start="legal_intervals__starts_on", until="legal_intervals__until"
        )
        return self.annotate(today=FilteredRelation("legal_intervals", condition=holds))
