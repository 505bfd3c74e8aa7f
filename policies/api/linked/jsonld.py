"""A document as schema.org Legislation and ELI LegalResource, in JSON-LD."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from policies.api.linked.facts import Addresses, Linked
from policies.api.linked.terms import (
    CONTEXT,
    COUNTRY,
    LEGAL_FORCE,
    ON_A_PART,
    ON_THE_WHOLE,
    VIETNAMESE,
)
from policies.choices import DocumentKind, LegalStateCode, RelationType
from policies.common.api.rows import JSONRecord, utc_text
from policies.common.wording import wording
from policies.models import Agency, Person, Relation, Subject
from policies.rules.uris import akn_work, eli_path

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
HAVING_EFFECT = (LegalStateCode.IN_FORCE, LegalStateCode.PARTLY_ENDED)


def jsonld(linked: Linked, addresses: Addresses) -> JSONRecord:
    """Describe a document; what is not known is left out."""
    document = linked.document
    address = addresses.of("documents", document)
    described = {
        "@context": CONTEXT,
        "@id": address,
        "@type": ["Legislation", "eli:LegalResource"],
        "name": in_both(document.title, document.title_en),
        "description": in_both(document.summary, document.summary_en),
        "inLanguage": "vi",
        "url": address,
        "sameAs": document.official_url,
        "legislationIdentifier": document.number,
        "eli:number": document.number,
        "eli:id_local": document.number or document.slug,
        "identifier": _identifiers(linked),
        "legislationType": in_both(*wording(DocumentKind(document.kind))),
        "legislationJurisdiction": _country(),
        "eli:jurisdiction": COUNTRY,
        "eli:is_realized_by": _expression(linked, address),
        **_days(linked),
        **_force(linked),
        **_people(linked, addresses),
        **_relations(linked.outgoing, addresses, passive=False),
        "@reverse": _relations(linked.incoming, addresses, passive=True),
        "sdLicense": LICENCE,
        "sdDatePublished": utc_text(document.modified_at),
    }
    return {name: value for name, value in described.items() if value}


def in_both(vi: str, en: str) -> list[JSONRecord]:
    """Write a text in Vietnamese and in English, as far as it is given."""
    texts = (("vi", vi), ("en", en))
    return [{"@language": code, "@value": text} for code, text in texts if text]


def _identifiers(linked: Linked) -> list[JSONRecord]:
    named = (("akn", akn_work(linked.work)), ("eli", eli_path(linked.work)))
    return [
        {"@type": "PropertyValue", "propertyID": scheme, "value": value}
        for scheme, value in (*named, ("slug", linked.document.slug))
        if value
    ]


def _country() -> JSONRecord:
    name = in_both("Việt Nam", "Viet Nam")
    return {"@id": COUNTRY, "@type": "Country", "identifier": "VN", "name": name}


def _expression(linked: Linked, address: str) -> JSONRecord:
    """Describe the official text: the Vietnamese one."""
    return {
        "@id": f"{address}#vi",
        "@type": "eli:LegalExpression",
        "eli:language": VIETNAMESE,
        "eli:title": in_both(linked.document.title, ""),
    }


def _days(linked: Linked) -> JSONRecord:
    """Give the days that are known; ends of effect are those computed."""
    document = linked.document
    issue = {
        "@type": "PublicationIssue",
        "issueNumber": document.gazette_number,
    }
    return {
        "legislationDate": document.issued_on,
        "eli:date_document": document.issued_on,
        "datePublished": document.gazette_on,
        "eli:date_publication": document.gazette_on,
        "isPartOf": issue if document.gazette_number else None,
        "legislationDateOfApplicability": document.effective_on,
        "eli:date_applicability": document.effective_on,
        "eli:first_date_entry_in_force": linked.began(*HAVING_EFFECT),
        "eli:date_no_longer_in_force": linked.began(LegalStateCode.ENDED),
    }


def _force(linked: Linked) -> JSONRecord:
    """Give the legal force of today, and the register's own state beside it."""
    schema, eli = LEGAL_FORCE.get(linked.state, (None, None))
    began = linked.began(*HAVING_EFFECT)
    ended = linked.began(LegalStateCode.ENDED)
    return {
        "legislationDateVersion": linked.today,
        "eli:version_date": linked.today,
        "legislationLegalForce": schema,
        "eli:in_force": eli,
        "creativeWorkStatus": linked.state.value,
        "temporalCoverage": f"{began}/{ended or '..'}" if began else None,
    }


def _people(linked: Linked, addresses: Addresses) -> JSONRecord:
    """Give who passed and who signed the document, and what it is about."""

    def named(
        kind: str, collection: str, records: Iterable[Agency | Person | Subject]
    ) -> list[JSONRecord]:
        return [
            {
                "@id": addresses.of(collection, one),
                "@type": kind,
                "name": in_both(one.name, one.name_en),
            }
            for one in records
        ]

    issuers = named("Organization", "agencies", linked.issuers)
    signers = named("Person", "people", linked.signers)
    subjects = named("DefinedTerm", "subjects", linked.subjects)
    return {
        "legislationPassedBy": issuers,
        "eli:passed_by": [one["@id"] for one in issuers],
        "legislationResponsible": signers,
        "eli:responsibility_of_agent": [one["@id"] for one in signers],
        "about": subjects,
        "eli:is_about": [one["@id"] for one in subjects],
    }


def _relations(
    relations: Iterable[Relation], addresses: Addresses, *, passive: bool
) -> dict[str, Any]:
    """Give the other documents of relations by the properties that lead to them."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in relations:
        other = one.source if passive else one.target
        terms = ON_THE_WHOLE if one.whole else ON_A_PART
        address = addresses.of("documents", other)
        for name in terms[RelationType(one.type)]:
            if address not in found[name]:
                found[name].append(address)
    return dict(found)
