"""Reads named in the words of the register; no rule of their own beyond SQL."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Self

from django.db import models
from django.db.models import FilteredRelation, Q

from policies.choices import DocumentKind, LegalStateCode
from policies.common.text import words

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


def covering(day: date, prefix: str = "", start: str = "", until: str = "") -> Q:
    """Condition that a half-open interval of two nullable columns holds a day."""
    start, until = prefix + start, prefix + until
    return (Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": day})) & (
        Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": day})
    )


def kinds_called(word: str) -> list[str]:
    """Give the kinds of document that a folded word begins to name.

    ``dinh`` names decrees (nghị định) and decisions (quyết định), ``decree`` decrees.
    """
    return [
        kind.value
        for kind in DocumentKind
        if any(own.startswith(word) for own in words(f"{kind.label} {kind.value}"))
    ]


def naming(terms: Sequence[str], prefix: str = "") -> Q:
    """Condition that each folded word begins a word of a document or of its kind.

    So ``nghi dinh so 262`` finds a decree whose title does not say that it is one;
    "số" before a number says nothing. ``prefix`` leads to the document.
    """
    condition = Q()
    for term, following in zip_longest(terms, terms[1:], fillvalue=""):
        if term == "so" and following[:1].isdigit():
            continue
        condition &= Q(**{f"{prefix}search_text__contains": f" {term}"}) | Q(
            **{f"{prefix}kind__in": kinds_called(term)}
        )
    return condition


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
