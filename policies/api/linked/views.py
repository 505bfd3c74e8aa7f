"""Addresses of linked data: ``jsonld/`` and ``akn/`` under a document."""

from collections.abc import Mapping
from typing import ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.linked.akn import akn
from policies.api.linked.facts import Addresses, read, refuse_undated
from policies.api.linked.jsonld import jsonld
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Question
from policies.common.api.renderers import FastJSONRenderer, XMLRenderer

JSONLD = "application/ld+json"
AKN = "application/akn+xml"


class JSONLDRenderer(FastJSONRenderer):
    """JSON-LD, which is JSON."""

    media_type = JSONLD


class AKNRenderer(XMLRenderer):
    """Akoma Ntoso XML."""

    media_type = AKN


JSONLD_SCHEMA = {
    "type": "object",
    "description": "The document as JSON-LD 1.1, with its context.",
    "required": ["@context", "@id", "@type", "name"],
    "properties": {
        "@context": {"type": "object", "additionalProperties": True},
        "@id": {"type": "string", "format": "uri"},
        "@type": {"type": "array", "items": {"type": "string"}},
    },
    "additionalProperties": True,
}
AKN_SCHEMA = {"type": "string", "description": "The metadata as Akoma Ntoso 3.0 XML."}


class JSONLDView(Question):
    """A document as schema.org Legislation and ELI LegalResource.

    The context stands inside the answer, so that nothing else has to be fetched to
    read it. Properties that are not known are left out; docs/linked-data.md is their
    table.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getDocumentJsonLd"}
    tag = "documents"
    summary = "A document as JSON-LD: schema.org Legislation with ELI"
    answers: ClassVar[Mapping[str, Answer]] = {JSONLD: JSONLD_SCHEMA}
    renderer_classes = (JSONLDRenderer,)

    @conditional(register_etag)
    def get(self, request: Request, slug: str) -> Response:
        """Describe a document."""
        self.asked(request)
        return Response(jsonld(read(slug), Addresses(request)))


class AKNView(Question):
    """The metadata of a document in Akoma Ntoso 3.0.

    Identification, gazette, subjects, lifecycle, modifications and references; the
    text itself is not part of it. 404 too for a document of which neither the day of
    issue nor the year of its number is known: its address would name one.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getDocumentAkn"}
    tag = "documents"
    summary = "The metadata of a document as Akoma Ntoso XML"
    answers: ClassVar[Mapping[str, Answer]] = {AKN: AKN_SCHEMA}
    renderer_classes = (AKNRenderer,)

    @conditional(register_etag)
    def get(self, request: Request, slug: str) -> Response:
        """Write the metadata of a document."""
        self.asked(request)
        content = akn(read(slug), Addresses(request))
        if content is None:
            raise refuse_undated(slug)
        return Response(content)
