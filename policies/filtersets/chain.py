"""Filters along the chain of documents and along the successions of agencies."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from policies.common.filters import Slug
from policies.models import DocumentIssuer
from policies.querysets import descendants, same_agency


class Under(Slug):
    """A document whose chain is asked for, down to what carries it out."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep what belongs to the documents or to any that carries them out."""
        return queryset.filter(**{f"{self.field_name}__in": descendants(values)})

    def description(self) -> str:
        """Words of the question."""
        return (
            f"{self.words} this document or any document that implements, details, "
            "guides or is based on it, however many steps down; may be repeated"
        )


class IssuedBy(Slug):
    """The agency that issued a document, under whatever name it had then."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep documents of the agencies, their predecessors and successors."""
        joint = DocumentIssuer.objects.filter(agency_id__in=same_agency(values))
        return queryset.filter(
            Q(issuer_id__in=same_agency(values)) | Q(pk__in=joint.values("document_id"))
        )

    def description(self) -> str:
        """Words of the question, and what is followed."""
        return (
            "documents issued, alone or jointly, by this agency, by any it came from "
            "or by any it became through mergers, renamings and splits (transfers of "
            "single tasks are not followed); may be repeated"
        )


class TakingPart(Slug):
    """An agency that leads a task or cooperates in it."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the tasks that one of the agencies leads or joins."""
        joined = queryset.model._default_manager.filter(cooperating__slug__in=values)
        return queryset.filter(Q(lead__slug__in=values) | Q(pk__in=joined.values("pk")))

    def description(self) -> str:
        """Words of the question."""
        return "tasks that this agency leads or cooperates in; may be repeated"
