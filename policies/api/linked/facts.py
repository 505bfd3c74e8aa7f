"""What linked data tells of a document, read in a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from django.db.models import F, Q
from django.http import Http404
from django.urls import reverse
from rest_framework.request import Request

from policies.api.found import published_document
from policies.choices import LegalStateCode
from policies.common.clocks import legal_day
from policies.common.dates import contains
from policies.common.models import Record, RecordState
from policies.models import (
    Agency,
    Document,
    DocumentIssuer,
    DocumentSigner,
    LegalInterval,
    Person,
    Relation,
    Subject,
)
from policies.rules.uris import WorkFacts

MOST_RELATIONS = 1000
PUBLISHED = RecordState.PUBLISHED


def work_facts(document: Document) -> WorkFacts:
    """Give what identifies a document; its issuer must have been read with it."""
    return WorkFacts(
        slug=document.slug,
        family=document.family,
        stage=document.stage,
        kind=document.kind,
        issuer=document.issuer.slug if document.issuer else "",
        number_key=document.number_key,
        issued_on=document.issued_on,
        year=document.year,
    )


@dataclass(frozen=True)
class Addresses:
    """Addresses of records on this server."""

    request: Request

    def of(self, collection: str, record: Record) -> str:
        """Give the address of a record in a collection."""
        return self.at(f"{collection}-detail", record.slug)

    def at(self, name: str, *slug: str) -> str:
        """Give the address of a name of the routes."""
        return self.request.build_absolute_uri(reverse(name, args=slug))


@dataclass(frozen=True)
class Linked:
    """A document with all that linked data tells of it, public records only."""

    document: Document
    issuers: Sequence[Agency]
    signers: Sequence[Person]
    subjects: Sequence[Subject]
    outgoing: Sequence[Relation]
    incoming: Sequence[Relation]
    intervals: Sequence[LegalInterval]
    today: date

    @cached_property
    def work(self) -> WorkFacts:
        """What identifies the document."""
        return work_facts(self.document)

    @property
    def state(self) -> LegalStateCode:
        """The computed legal state of today."""
        for one in self.intervals:
            if contains(one.starts_on, one.until, self.today):
                return LegalStateCode(one.state)
        return LegalStateCode.UNKNOWN

    def began(self, *states: LegalStateCode) -> date | None:
        """Give the first day on which the document is in one of some states."""
        days = [one.starts_on for one in self.intervals if one.state in states]
        return days[0] if days else None


def read(slug: str) -> Linked:
    """Read a document and what belongs to it.

    Raises:
        Http404: no document of this id is published.

    """
    document = published_document(slug, "issuer")
    joint = DocumentIssuer.objects.filter(document=document, agency__state=PUBLISHED)
    signed = DocumentSigner.objects.filter(document=document, person__state=PUBLISHED)
    relations = Relation.objects.filter(
        Q(source=document) | Q(target=document),
        state=PUBLISHED,
        source__state=PUBLISHED,
        target__state=PUBLISHED,
    ).select_related("source__issuer", "target__issuer")
    found = list(relations.order_by("pk")[:MOST_RELATIONS])
    found.sort(key=attrgetter("slug"))
    lead = document.issuer
    leading = [lead] if lead is not None and lead.state == PUBLISHED else []
    others = joint.select_related("agency").order_by("order", "id")
    if lead is not None:
        others = others.exclude(agency=lead)
    people = signed.select_related("person").order_by("order", "id")
    intervals = LegalInterval.objects.filter(document=document)
    return Linked(
        document=document,
        issuers=[*leading, *(one.agency for one in others)],
        signers=[one.person for one in people],
        subjects=list(document.subjects.filter(state=PUBLISHED).order_by("slug")),
        outgoing=[one for one in found if one.source_id == document.pk],
        incoming=[one for one in found if one.target_id == document.pk],
        intervals=list(intervals.order_by(F("starts_on").asc(nulls_first=True))),
        today=legal_day(),
    )


def refuse_undated(slug: str) -> Http404:
    """Say that a document has no Akoma Ntoso address."""
    return Http404(
        f"«{slug}» has no Akoma Ntoso description: neither its day of issue nor the "
        "year of its number is known, and an address of the standard names one."
    )
