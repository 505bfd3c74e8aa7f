"""Standard addresses of a document, derived from what identifies it, never typed.

Akoma Ntoso: the IRIs of the OASIS Akoma Ntoso Naming Convention 1.0, of the work, of
its Vietnamese expression and of a manifestation. ELI: a path after the European
Legislation Identifier's template of jurisdiction, type, issuer, date and number; Viet
Nam runs no ELI service, so it is an identifier and no web address.

Family, kind, number, issuer and day of issue tell documents apart (71/NQ-CP exists
twice), so all of them stand in the address; a document without a number is named by
its public id.
"""

from dataclasses import dataclass
from datetime import date

COUNTRY = "vn"
LANGUAGE = "vie"  # ISO 639-2, as the naming convention asks


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """What identifies a document.

    ``family``, ``stage`` and ``kind`` are codes of the register. ``issuer`` is the
    public id of the lead issuer, "" if not known. ``number_key`` is the number in
    ASCII, "" where there is none. ``year`` is the year in the number.
    """

    slug: str
    family: str
    stage: str
    kind: str
    issuer: str
    number_key: str
    issued_on: date | None
    year: int | None

    @property
    def akn_type(self) -> str:
        """The Akoma Ntoso document type: act for law, bill for its draft, else doc."""
        if self.family != "normative":
            return "doc"
        return "act" if self.stage == "adopted" else "bill"

    @property
    def date(self) -> str:
        """The day of issue, else the year in the number, else ""."""
        if self.issued_on is not None:
            return self.issued_on.isoformat()
        return f"{self.year:04d}" if self.year else ""

    @property
    def local_name(self) -> str:
        """The number as an address holds it, else the public id."""
        return self.number_key or self.slug


def akn_work(facts: WorkFacts) -> str | None:
    """Return the IRI of the work; ``None`` where no year is known.

    ``/akn/vn/act/law/national-assembly/2025-06-27/93-2025-qh15``.
    """
    if not facts.date:
        return None
    kind = facts.kind.replace("_", "-")
    parts = ["", "akn", COUNTRY, facts.akn_type, kind, _actor(facts.issuer)]
    return "/".join([*filter_empty(parts), facts.date, facts.local_name])


def akn_expression(facts: WorkFacts) -> str | None:
    """Return the IRI of the Vietnamese text as issued: the work's, ``/vie@`` and day.

    Where the day is not known nothing follows the ``@``: the original version.
    """
    work = akn_work(facts)
    if work is None:
        return None
    return f"{work}/{LANGUAGE}@{facts.issued_on.isoformat() if facts.issued_on else ''}"


def akn_manifestation(facts: WorkFacts) -> str | None:
    """Return the IRI of the expression's main part written as Akoma Ntoso XML."""
    expression = akn_expression(facts)
    return None if expression is None else f"{expression}/!main.xml"


def akn_reference(kind: str, slug: str) -> str:
    """Return the IRI of a thing of the Akoma Ntoso ontology, such as an organization.

    ``/akn/ontology/organization/vn/national-assembly``.
    """
    return f"/akn/ontology/{kind}/{COUNTRY}/{slug}"


def eli_path(facts: WorkFacts) -> str | None:
    """Return the ELI-style path; ``None`` where no year is known.

    ``/eli/vn/law/national-assembly/2025/06/27/93-2025-qh15``.
    """
    if not facts.date:
        return None
    kind = facts.kind.replace("_", "-")
    parts = ["", "eli", COUNTRY, kind, facts.issuer]
    day = facts.date.replace("-", "/")
    return "/".join([*filter_empty(parts), day, facts.local_name])


def filter_empty(parts: list[str]) -> list[str]:
    """Leave out the parts after the first that are not known."""
    return parts[:1] + [part for part in parts[1:] if part]


def _actor(issuer: str) -> str:
    """Name the issuer so that it does not look like a date, which follows it."""
    return f"agency-{issuer}" if issuer[:1].isdigit() else issuer
