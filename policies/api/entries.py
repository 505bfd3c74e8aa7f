"""Entries of Atom feeds: one document each, with links to all its forms."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from django.urls import reverse
from rest_framework.request import Request

from policies.choices import DocumentKind, LegalStateCode
from policies.common.wording import wording
from policies.common.xml import element

ATOM = "http://www.w3.org/2005/Atom"
SCHEMES = "urn:r57:scheme:"


def link(rel: str, href: str, kind: str | None = None) -> Element:
    """Make a link."""
    return element("link", {"rel": rel, "href": href, "type": kind})


def entry(record: Mapping[str, Any], request: Request) -> Element:
    """Write one document, as the list gives it."""
    slug = record["slug"]
    number, title = record["number"], record["title"]
    summary = record["summary"] or record["title_en"] or title
    children = [
        element("id", text=f"urn:r57:document:{slug}"),
        element("title", text=f"{number}: {title}" if number else title),
        element("updated", text=record["modified_at"]),
        element("published", text=record["created_at"]),
        element("summary", text=summary),
        *_categories(record),
        *_links(record, request),
    ]
    return element("entry", {"xml:lang": "vi"}, children)


def _categories(record: Mapping[str, Any]) -> list[Element]:
    """Give kind, legal state of today and subjects."""
    kind, state = record["kind"], record["legal_state"]["state"]
    named = [
        ("document-kind", kind, wording(DocumentKind(kind)).vi),
        ("legal-state", state, wording(LegalStateCode(state)).vi),
        *(("subject", one["slug"], one["name"]) for one in record["subjects"]),
    ]
    return [
        element("category", {"scheme": SCHEMES + name, "term": term, "label": label})
        for name, term, label in named
    ]


def _links(record: Mapping[str, Any], request: Request) -> list[Element]:
    """Give the record itself and its other forms; Akoma Ntoso needs a year."""

    def address(name: str) -> str:
        return request.build_absolute_uri(reverse(name, args=[record["slug"]]))

    links = [
        link("alternate", address("documents-detail"), "application/json"),
        link("related", address("jsonld"), "application/ld+json"),
    ]
    if record["issued_on"] or record["year"]:
        links.append(link("related", address("akn"), "application/akn+xml"))
    if record["official_url"]:
        links.append(link("via", record["official_url"]))
    return links
