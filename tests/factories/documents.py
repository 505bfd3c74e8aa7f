"""Documents and all that hangs on them: provisions, relations, legal state."""

from datetime import date
from typing import Any, TypeVar

from decrees.models import Circular, Decision, Decree
from policies.choices import (
    AliasKind,
    DocumentFamily,
    DocumentKind,
    LegalStateCode,
    ProvisionKind,
    RelationType,
)
from policies.models import (
    Document,
    DocumentAlias,
    DocumentIssuer,
    DocumentSigner,
    Law,
    LegalInterval,
    Provision,
    Relation,
    ReportedState,
    Resolution,
    UnresolvedCitation,
)
from tests.factories.agencies import (
    government,
    make_agency,
    make_person,
    make_source,
    ministry,
    national_assembly,
    politburo,
    prime_minister,
)
from tests.factories.base import next_number, saved

D = TypeVar("D", bound=Document)

ISSUED = date(2025, 6, 27)
EFFECTIVE = date(2025, 10, 1)


def numbered(model: type[D], over: dict[str, Any], form: str, **defaults: Any) -> D:
    """Save a document; one that is given no number gets the next of its form."""
    number = over.get("number", form.format(next_number()))
    if not number:
        defaults["number_status"] = "none"
    return saved(
        model,
        over,
        **{
            "number": number,
            "number_status": "confirmed",
            "family": DocumentFamily.NORMATIVE,
            "title": "Về khoa học, công nghệ và đổi mới sáng tạo",
            "issued_on": ISSUED,
        }
        | defaults,
    )


def make_document(**over: Any) -> Document:
    """Make a decree of the Government, as a document; its effect has no day yet."""
    return numbered(
        Document, over, "{}/2025/NĐ-CP", kind=DocumentKind.DECREE, issuer=government
    )


def make_decree(**over: Any) -> Decree:
    """Make a decree of the Government, as the collection of decrees gives it."""
    return numbered(
        Decree, over, "{}/2025/NĐ-CP", kind=DocumentKind.DECREE, issuer=government
    )


def make_law(**over: Any) -> Law:
    """Make a law of the National Assembly in force from 2025-10-01."""
    return numbered(
        Law,
        over,
        "{}/2025/QH15",
        kind=DocumentKind.LAW,
        issuer=national_assembly,
        effective_on=EFFECTIVE,
    )


def make_resolution(**over: Any) -> Resolution:
    """Make a resolution of the Politburo: a Party document, without legal effect."""
    return numbered(
        Resolution,
        over,
        "{}-NQ/TW",
        kind=DocumentKind.PARTY_RESOLUTION,
        family=DocumentFamily.PARTY,
        issuer=politburo,
    )


def make_decision(**over: Any) -> Decision:
    """Make a decision of the Prime Minister whose number shows no year."""
    return numbered(
        Decision,
        over,
        "{}/QĐ-TTg",
        kind=DocumentKind.DECISION,
        family=DocumentFamily.ADMINISTRATIVE,
        issuer=prime_minister,
    )


def make_circular(**over: Any) -> Circular:
    """Make a circular of the Ministry of Science and Technology."""
    return numbered(
        Circular, over, "{}/2025/TT-BKHCN", kind=DocumentKind.CIRCULAR, issuer=ministry
    )


def make_alias(**over: Any) -> DocumentAlias:
    """Make another name of a document."""
    return saved(
        DocumentAlias,
        over,
        document=make_document,
        text="Nghị quyết 57",
        kind=AliasKind.SHORT_NAME,
    )


def make_document_issuer() -> DocumentIssuer:
    """Make the place of a second issuer among those of a document."""
    document = make_document(co_issuers=[make_agency()])
    return DocumentIssuer.objects.get(document=document)


def make_document_signer() -> DocumentSigner:
    """Make the place of a signer among those of a document."""
    document = make_document(signers=[make_person()])
    return DocumentSigner.objects.get(document=document)


def make_interval() -> LegalInterval:
    """Make the time from which a law is in force; each has a day of its own."""
    begins = date.fromordinal(EFFECTIVE.toordinal() + next_number())
    return make_law(effective_on=begins).legal_intervals.get(until=None)


def make_provision(**over: Any) -> Provision:
    """Make an article of a document."""
    return saved(
        Provision,
        over,
        document=make_document,
        level=ProvisionKind.ARTICLE,
        label=str(next_number()),
    )


def make_relation(**over: Any) -> Relation:
    """Make a decree detail a law."""
    return saved(
        Relation,
        over,
        source=make_document,
        type=RelationType.DETAILS,
        target=make_law,
    )


def make_unresolved_citation(**over: Any) -> UnresolvedCitation:
    """Make a citation of a decree that the register does not hold."""
    return saved(
        UnresolvedCitation,
        over,
        document=make_document,
        type=RelationType.REFERS_TO,
        text=f"{next_number()}/2024/NĐ-CP",
    )


def make_reported_state(**over: Any) -> ReportedState:
    """Make what a portal showed for a document."""
    return saved(
        ReportedState,
        over,
        document=make_document,
        source=make_source,
        reported_state=LegalStateCode.IN_FORCE,
        wording="Còn hiệu lực",
    )
