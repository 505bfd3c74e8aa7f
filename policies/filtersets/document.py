"""Filters of documents, aliases of documents."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from policies.choices import (
    AliasKind,
    DocumentFamily,
    DocumentKind,
    DocumentStage,
    LegalStateCode,
    NumberStatus,
    RelationType,
)
from policies.common.clocks import legal_day
from policies.common.filters import (
    Among,
    Code,
    Day,
    Given,
    Number,
    OnDay,
    RegisterFilterSet,
    Related,
    Slug,
    Word,
    Year,
)
from policies.filtersets.chain import IssuedBy, Under
from policies.models import LegalInterval, Relation
from policies.querysets import HAVING_EFFECT, covering


def in_force_on(day: date) -> Q:
    """Condition that a document has effect on a day: it is in one such interval."""
    holding = LegalInterval.objects.filter(
        covering(day, start="starts_on", until="until"),
        document=OuterRef("pk"),
        state__in=HAVING_EFFECT,
    )
    return Q(Exists(holding))


class StateOnDay(Code):
    """The computed legal state on the day of ``as_of``, today unless said otherwise."""

    counted = "today__state"

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the documents whose interval of the day has one of the states."""
        holding = LegalInterval.objects.filter(
            covering(legal_day(), start="starts_on", until="until"),
            document=OuterRef("pk"),
            state__in=values,
        )
        condition = Exists(holding)
        return queryset.filter(~condition if self.suffix == "n" else condition)


class Acts(Slug):
    """The document acted on, by type of relation: ``details=93-2025-qh15``."""

    def __init__(self, act: RelationType) -> None:
        super().__init__("outgoing", label=f"document it {act.value.replace('_', ' ')}")
        self.act = act

    def apply(
        self, queryset: models.QuerySet[Any], values: Sequence[Any]
    ) -> models.QuerySet[Any]:
        """Keep the documents with a published relation of the type."""
        acting = Relation.objects.filter(
            source=OuterRef("pk"),
            type=self.act,
            state="published",
            target__slug__in=values,
        )
        condition = Exists(acting)
        return queryset.filter(~condition if self.suffix == "n" else condition)


class DocumentFilterSet(RegisterFilterSet):
    """Filters of documents."""

    family = Code(DocumentFamily, label="family")
    kind = Code(DocumentKind, label="kind")
    number = Number("number_key", label="document number in any spelling")
    number_status = Code(NumberStatus, label="number status")
    sequence = Word(label="sequence")
    year = Year(label="year")
    title_en = Given(label="title in English")
    summary = Given(label="summary")
    summary_en = Given(label="summary in English")
    stage = Code(DocumentStage, label="stage")
    issuer = Related("issuer__slug", label="issuer")
    issued_on = Day(label="issued day")
    effective_on = Day(label="effective day")
    ends_on = Day(label="ends day")
    gazette_number = Word(label="gazette number")
    gazette_on = Day(label="gazette day")
    official_url = Given(label="official url")
    note = Given(label="note")
    co_issuers = Among("co_issuers__slug", label="co issuers")
    signers = Among("signers__slug", label="signers")
    subjects = Among("subjects__slug", label="subjects")
    legal_state = StateOnDay(
        LegalStateCode, label="computed legal state on the day of `as_of`"
    )
    in_force_on = OnDay(
        in_force_on, label="documents having effect, in whole or part, on this day"
    )
    under = Under("pk", label="documents that are")
    issued_by = IssuedBy()
    implements = Acts(RelationType.IMPLEMENTS)
    details = Acts(RelationType.DETAILS)
    guides = Acts(RelationType.GUIDES)
    based_on = Acts(RelationType.BASED_ON)
    amends = Acts(RelationType.AMENDS)
    replaces = Acts(RelationType.REPLACES)
    repeals = Acts(RelationType.REPEALS)
    suspends = Acts(RelationType.SUSPENDS)
    corrects = Acts(RelationType.CORRECTS)
    consolidates = Acts(RelationType.CONSOLIDATES)
    explains = Acts(RelationType.EXPLAINS)
    refers_to = Acts(RelationType.REFERS_TO)
    promulgates = Acts(RelationType.PROMULGATES)
    extends = Acts(RelationType.EXTENDS)


class DocumentAliasFilterSet(RegisterFilterSet):
    """Filters of aliases of documents."""

    document = Slug("document__slug", label="document")
    kind = Code(AliasKind, label="kind")
    note = Given(label="note")
