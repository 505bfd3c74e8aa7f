"""The metadata of a document in Akoma Ntoso 3.0, in the order its schema asks for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.etree.ElementTree import Element

from policies.api.linked.facts import Addresses, Linked, work_facts
from policies.api.linked.terms import AKN_ON_A_PART, AKN_ON_THE_WHOLE
from policies.choices import DocumentKind, RelationType
from policies.common.wording import wording
from policies.common.xml import document as written
from policies.common.xml import element
from policies.models import Document
from policies.rules.uris import (
    COUNTRY,
    LANGUAGE,
    akn_expression,
    akn_manifestation,
    akn_reference,
    akn_work,
)

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
EDITOR = "#r57"
UNKNOWN_DAY = "0001-01-01"
"""Stands where the schema asks for a day that is not known, as in cobalt."""

Dated = tuple[date | None, str]
Level = tuple[str, str | None, str, Sequence[Element], Dated, Sequence[str] | None]
"""Element, IRI, part, aliases, day and what it is, authors."""

ENDS = (RelationType.REPEALS, RelationType.REPLACES)


def akn(linked: Linked, addresses: Addresses) -> bytes | None:
    """Write the metadata; ``None`` if no address can be derived."""
    work = akn_work(linked.work)
    if work is None:
        return None
    meta = [
        _identification(linked, work),
        *_publication(linked.document),
        *_classification(linked, addresses),
        *_lifecycle(linked),
        *_analysis(linked, addresses, work),
        _references(linked, addresses, work),
    ]
    kind = linked.work.akn_type
    children = [element("meta", children=meta), _preface(linked.document), _body(kind)]
    name = linked.document.kind.replace("_", "-")
    root = element(kind, {"name": name}, children)
    return written(element("akomaNtoso", {"xmlns": NAMESPACE}, [root]))


def _identification(linked: Linked, work: str) -> Element:
    """Name the work, its Vietnamese expression and this manifestation."""
    document = linked.document
    authors = [f"#agency_{one.slug}" for one in linked.issuers] or [EDITOR]
    issued = (document.issued_on, "generation" if document.issued_on else "unknown")
    recorded = (document.modified_at.date(), "recorded")
    flag = "true" if linked.work.akn_type == "act" else "false"
    titles = [("title", document.title), ("title_en", document.title_en)]
    aliases = [
        element("FRBRalias", {"name": name, "value": title})
        for name, title in titles
        if title
    ]
    levels: tuple[Level, ...] = (
        ("FRBRWork", work, "!main", aliases, issued, authors),
        ("FRBRExpression", akn_expression(linked.work), "!main", (), issued, authors),
        ("FRBRManifestation", akn_manifestation(linked.work), "", (), recorded, None),
    )
    further = {
        "FRBRWork": [
            element("FRBRcountry", {"value": COUNTRY}),
            element("FRBRsubtype", {"value": document.kind.replace("_", "-")}),
            element("FRBRnumber", {"value": document.number or document.slug}),
            element("FRBRprescriptive", {"value": flag}),
        ],
        "FRBRExpression": [element("FRBRlanguage", {"language": LANGUAGE})],
        "FRBRManifestation": [element("FRBRformat", {"value": "application/akn+xml"})],
    }
    made = [
        element(level, None, [*_core(iri, part, named, day, by), *further[level]])
        for level, iri, part, named, day, by in levels
        if iri is not None
    ]
    return element("identification", {"source": EDITOR}, made)


def _core(
    iri: str,
    part: str,
    aliases: Iterable[Element],
    day: Dated,
    authors: Iterable[str] | None,
) -> Iterator[Element]:
    """Give what work, expression and manifestation have in common."""
    known, name = day
    yield element("FRBRthis", {"value": f"{iri}/{part}" if part else iri})
    yield element("FRBRuri", {"value": iri})
    yield from aliases
    yield element("FRBRdate", {"date": _day(known), "name": name})
    for author in authors or [EDITOR]:
        yield element("FRBRauthor", {"href": author})


def _day(day: date | None) -> str:
    return day.isoformat() if day else UNKNOWN_DAY


def _publication(document: Document) -> Iterator[Element]:
    """Give the gazette, if its day is known."""
    if document.gazette_on:
        yield element(
            "publication",
            {
                "date": document.gazette_on.isoformat(),
                "name": "Công báo",
                "showAs": "Công báo",
                "number": document.gazette_number or None,
            },
        )


def _classification(linked: Linked, addresses: Addresses) -> Iterator[Element]:
    """Give the subjects."""
    keywords = [
        element(
            "keyword",
            {
                "value": one.slug,
                "showAs": one.name,
                "dictionary": addresses.at("subjects-list"),
            },
        )
        for one in linked.subjects
    ]
    if keywords:
        yield element("classification", {"source": EDITOR}, keywords)


def _lifecycle(linked: Linked) -> Iterator[Element]:
    """Give issue, amendments and repeals whose days are known, in order of time."""
    events: list[tuple[date, str, str]] = []
    if linked.document.issued_on:
        events.append((linked.document.issued_on, "generation", "original"))
    for one in linked.incoming:
        day = one.effective_on or one.source.effective_on
        if day is None:
            continue
        if one.type in ENDS and one.whole:
            events.append((day, "repeal", f"relation_{one.slug}"))
        elif one.type in {*ENDS, RelationType.AMENDS}:
            events.append((day, "amendment", f"relation_{one.slug}"))
    made = [
        element(
            "eventRef",
            {
                "eId": f"event_{number}",
                "date": day.isoformat(),
                "type": kind,
                "source": f"#{source}",
            },
        )
        for number, (day, kind, source) in enumerate(sorted(events), start=1)
    ]
    if made:
        yield element("lifecycle", {"source": EDITOR}, made)


def _analysis(linked: Linked, addresses: Addresses, work: str) -> Iterator[Element]:
    """Give what the document does to others, and they to it, in the terms there are."""
    parts = []
    for name, relations in (
        ("activeModifications", linked.outgoing),
        ("passiveModifications", linked.incoming),
    ):
        made = []
        for one in relations:
            terms = AKN_ON_THE_WHOLE if one.whole else AKN_ON_A_PART
            term = terms.get(RelationType(one.type))
            if term is None:
                continue
            acting, acted = (
                work if document == linked.document else iri_of(document, addresses)
                for document in (one.source, one.target)
            )
            ends = [
                element("source", {"href": acting}),
                element("destination", {"href": acted}),
            ]
            attributes = {
                "eId": f"modification_{one.slug}",
                "type": term.type,
                "incomplete": None if one.whole else "true",
            }
            made.append(element(term.element, attributes, ends))
        if made:
            parts.append(element(name, None, made))
    if parts:
        yield element("analysis", {"source": EDITOR}, parts)


def _references(linked: Linked, addresses: Addresses, work: str) -> Element:
    """Name the text as issued, the documents related, and who takes part."""

    def reference(tag: str, eid: str, href: str, shown: str) -> Element:
        return element(tag, {"eId": eid, "href": href, "showAs": shown})

    document = linked.document
    shown = document.number or document.title
    made = [reference("original", "original", work, shown)]
    for tag, relations in (
        ("activeRef", linked.outgoing),
        ("passiveRef", linked.incoming),
    ):
        for one in relations:
            other = one.target if tag == "activeRef" else one.source
            name = other.number or other.title
            href = iri_of(other, addresses)
            made.append(reference(tag, f"relation_{one.slug}", href, name))
    for agency in linked.issuers:
        href = akn_reference("organization", agency.slug)
        eid = f"agency_{agency.slug}"
        made.append(reference("TLCOrganization", eid, href, agency.name))
    for person in linked.signers:
        href = akn_reference("person", person.slug)
        made.append(reference("TLCPerson", f"person_{person.slug}", href, person.name))
    editor = EDITOR.removeprefix("#")
    made.append(reference("TLCOrganization", editor, addresses.at("api-root"), "R57"))
    return element("references", {"source": EDITOR}, made)


def iri_of(document: Document, addresses: Addresses) -> str:
    """Give the IRI of a document, or its address here where none can be derived."""
    derived = akn_work(work_facts(document))
    return derived or addresses.of("documents", document)


def _preface(document: Document) -> Element:
    """Give kind, number and title as the head of the document shows them."""
    label = wording(DocumentKind(document.kind)).vi
    marks = [element("docType", text=label)]
    if document.number:
        marks.append(element("docNumber", text=document.number))
    marks.append(element("docTitle", text=document.title))
    return element("preface", children=[element("p", children=marks)])


def _body(kind: str) -> Element:
    """Leave room for the text, which is not part of the metadata."""
    if kind == "doc":
        return element("mainBody", children=[element("p")])
    content = element("content", {"eId": "hcontainer_1__content"}, [element("p")])
    attributes = {"eId": "hcontainer_1", "name": "text", "status": "incomplete"}
    return element("body", children=[element("hcontainer", attributes, [content])])
