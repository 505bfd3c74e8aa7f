"""Terms of schema.org, ELI and Akoma Ntoso; docs/linked-data.md is their table."""

from typing import Any, NamedTuple

from policies.choices import LegalStateCode, RelationType

SCHEMA = "https://schema.org/"
ELI = "http://data.europa.eu/eli/ontology#"
COUNTRY = "http://publications.europa.eu/resource/authority/country/VNM"
VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"


def _schema(*names: str, kind: str = "") -> dict[str, Any]:
    typed = {"@type": kind} if kind else {}
    return {name: {"@id": f"schema:{name}", **typed} for name in names}


def _eli(*names: str, kind: str = "") -> dict[str, Any]:
    typed = {"@type": kind} if kind else {}
    return {f"eli:{name}": {"@id": f"{ELI}{name}", **typed} for name in names}


CONTEXT: dict[str, Any] = {
    "schema": SCHEMA,
    "eli": ELI,
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **_schema("Country", "DefinedTerm", "Legislation", "Organization", "Person"),
    **_schema("PropertyValue", "PublicationIssue"),
    **_schema("name", "description", "identifier", "propertyID", "value"),
    **_schema("legislationIdentifier", "legislationType", "inLanguage"),
    **_schema("temporalCoverage", "creativeWorkStatus", "issueNumber"),
    **_schema("legislationDate", "legislationDateVersion", kind="xsd:date"),
    **_schema("legislationDateOfApplicability", "datePublished", kind="xsd:date"),
    **_schema("sdDatePublished", kind="xsd:dateTime"),
    **_schema("about", "isPartOf", "isBasedOn", "citation", kind="@id"),
    **_schema("legislationLegalForce", "legislationJurisdiction", kind="@id"),
    **_schema("legislationPassedBy", "legislationResponsible", kind="@id"),
    **_schema("legislationChanges", "legislationAmends", kind="@id"),
    **_schema("legislationRepeals", "legislationCorrects", kind="@id"),
    **_schema("legislationConsolidates", kind="@id"),
    **_schema("legislationEnsuresImplementationOf", kind="@id"),
    **_schema("sameAs", "url", "sdLicense", kind="@id"),
    **_eli("LegalResource", "LegalExpression", "id_local", "number", "title"),
    **_eli("date_document", "date_publication", "version_date", kind="xsd:date"),
    **_eli("date_applicability", "first_date_entry_in_force", kind="xsd:date"),
    **_eli("date_no_longer_in_force", kind="xsd:date"),
    **_eli("in_force", "jurisdiction", "passed_by", kind="@id"),
    **_eli("responsibility_of_agent", "is_about", "language", kind="@id"),
    **_eli("is_realized_by", "based_on", "changes", "amends", kind="@id"),
    **_eli("repeals", "corrects", "consolidates", "cites", kind="@id"),
    **_eli("ensures_implementation_of", kind="@id"),
    "dcterms:replaces": {"@id": "http://purl.org/dc/terms/replaces", "@type": "@id"},
}

_ENSURES = ("legislationEnsuresImplementationOf", "eli:ensures_implementation_of")
_CHANGES = ("legislationChanges", "eli:changes")
_CITES = ("citation", "eli:cites")
_REPEALS = ("legislationRepeals", "eli:repeals")

ON_THE_WHOLE = {
    RelationType.IMPLEMENTS: _ENSURES,
    RelationType.DETAILS: (_ENSURES[0], "eli:based_on"),
    RelationType.GUIDES: _ENSURES,
    RelationType.BASED_ON: ("isBasedOn", "eli:based_on"),
    RelationType.AMENDS: ("legislationAmends", "eli:amends"),
    RelationType.REPLACES: (*_REPEALS, "dcterms:replaces"),
    RelationType.REPEALS: _REPEALS,
    RelationType.SUSPENDS: _CHANGES,
    RelationType.CORRECTS: ("legislationCorrects", "eli:corrects"),
    RelationType.CONSOLIDATES: ("legislationConsolidates", "eli:consolidates"),
    RelationType.EXPLAINS: _CITES,
    RelationType.REFERS_TO: _CITES,
    RelationType.PROMULGATES: _CITES,
    RelationType.EXTENDS: _CHANGES,
}
"""Properties from the acting document to one it acts on as a whole."""

ON_A_PART = ON_THE_WHOLE | {
    RelationType.REPLACES: _CHANGES,
    RelationType.REPEALS: _CHANGES,
}
"""The same where it acts on a part: ELI repeals whole resources only."""

_IN, _NOT, _PART = (
    (f"{SCHEMA}{name}", f"{ELI}InForce-{name[0].lower()}{name[1:]}")
    for name in ("InForce", "NotInForce", "PartiallyInForce")
)
LEGAL_FORCE = {
    LegalStateCode.DRAFT: _NOT,
    LegalStateCode.NOT_YET_IN_FORCE: _NOT,
    LegalStateCode.IN_FORCE: _IN,
    LegalStateCode.PARTLY_ENDED: _PART,
    LegalStateCode.SUSPENDED: _NOT,
    LegalStateCode.ENDED: _NOT,
}
"""Legal force by legal state; what is unknown or does not apply has none."""


class Modification(NamedTuple):
    """An element of Akoma Ntoso's analysis and its type."""

    element: str
    type: str


AKN_ON_THE_WHOLE = {
    RelationType.IMPLEMENTS: Modification("legalSystemMod", "implementation"),
    RelationType.DETAILS: Modification("legalSystemMod", "implementation"),
    RelationType.GUIDES: Modification("legalSystemMod", "application"),
    RelationType.REPLACES: Modification("forceMod", "endOfEnactment"),
    RelationType.REPEALS: Modification("forceMod", "endOfEnactment"),
    RelationType.SUSPENDS: Modification("efficacyMod", "inapplication"),
    RelationType.EXPLAINS: Modification("meaningMod", "authenticInterpretation"),
    RelationType.REFERS_TO: Modification("legalSystemMod", "staticReference"),
    RelationType.EXTENDS: Modification("forceMod", "prorogationOfForce"),
}
"""Modifications by relation; the others stand in the references only."""

AKN_ON_A_PART = AKN_ON_THE_WHOLE | {
    RelationType.REPLACES: Modification("textualMod", "substitution"),
    RelationType.REPEALS: Modification("textualMod", "repeal"),
}
