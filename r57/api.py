"""Entry of the API: what it holds, its OpenAPI document and the browsable docs."""

from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import Any, ClassVar

import orjson
import yaml
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.views import View
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularSwaggerView
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.response import Response

from policies.common.api.conditional import conditional
from policies.common.api.errors import Fault, InvalidQuery, respond
from policies.common.api.query import unknown_fault
from policies.common.api.questions import Answer, Question
from policies.common.api.tags import entity_tag, unless_held
from policies.common.registry import registered

FORMATS = {
    "json": "application/vnd.oai.openapi+json",
    "yaml": "application/vnd.oai.openapi",
}
READ = ("get", "head", "options")
BUILDING = Lock()
ALLOWED = ", ".join(READ).upper()


def openapi() -> dict[str, Any]:
    """Give the OpenAPI document, in English; built once in the life of the process.

    The library that builds it is not made for two threads at once.
    """
    with BUILDING:
        return built()


@cache
def built() -> dict[str, Any]:
    """Build the OpenAPI document."""
    with translation.override("en"):
        document: dict[str, Any] = SchemaGenerator().get_schema(  # type: ignore[no-untyped-call]
            public=True
        )
        plain: dict[str, Any] = orjson.loads(orjson.dumps(document, default=str))
    return plain


@cache
def openapi_bytes(form: str) -> bytes:
    """Write the OpenAPI document as JSON or YAML."""
    if form == "json":
        return orjson.dumps(openapi(), option=orjson.OPT_INDENT_2)
    text: str = yaml.safe_dump(openapi(), sort_keys=False, allow_unicode=True)
    return text.encode()


@cache
def openapi_tag(form: str) -> str:
    """Make the entity tag of the OpenAPI document in one of its formats."""
    return entity_tag(FORMATS[form], openapi_bytes(form))


def refused(request: HttpRequest) -> HttpResponse:
    """Refuse a method at an address that is only read."""
    answer = respond(MethodNotAllowed(str(request.method)), request.path)
    answer["Allow"] = ALLOWED
    return answer


class Schema(View):
    """The OpenAPI document; ``format=json`` or ``format=yaml``."""

    http_method_names = READ

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Give the document in one of its formats."""
        form = request.GET.get("format", "json")
        faults = [
            unknown_fault(name, ["format"]) for name in request.GET if name != "format"
        ]
        if form not in FORMATS or len(request.GET.getlist("format")) > 1:
            detail = "format is json or yaml, given once."
            faults.append(Fault("malformed", detail, "format", allowed=list(FORMATS)))
        if faults:
            return respond(InvalidQuery(faults), request.path)
        return unless_held(
            request,
            openapi_tag(form),
            lambda: HttpResponse(openapi_bytes(form), content_type=FORMATS[form]),
        )

    def http_method_not_allowed(
        self, request: HttpRequest, *_args: Any, **_options: Any
    ) -> HttpResponse:
        """Refuse any other method as every address of the API does."""
        return refused(request)


class Docs(SpectacularSwaggerView):
    """The browsable docs; every file they need comes from this server."""

    url_name = "schema"
    http_method_names = READ

    def options(self, *_args: Any, **_options: Any) -> HttpResponse:  # type: ignore[override] # no template is needed
        """Name the methods."""
        return HttpResponse(headers={"Allow": ALLOWED})

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override] # no template is needed
        """Refuse as every address of the API does."""
        if isinstance(exc, MethodNotAllowed):
            return refused(self.request)
        return respond(exc, self.request.path)


ENTRANCES = ("search", "resolve", "changes", "exports", "choices", "schema", "docs")
ADDRESS = {"type": "string", "format": "uri"}
ROOT_SHAPE = {
    "type": "object",
    "description": "Addresses.",
    "required": ["collections", *ENTRANCES],
    "properties": {
        "collections": {"type": "object", "additionalProperties": ADDRESS},
        **dict.fromkeys(ENTRANCES, ADDRESS),
    },
}


class Root(Question):
    """The address of every collection, of what spans them, and of the documentation."""

    operations: ClassVar[Mapping[str, str]] = {"get": "getRoot"}
    summary = "What the API holds"
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": ROOT_SHAPE}

    @conditional(entity_tag)
    def get(self, request: Request) -> Response:
        """Give the address of each collection."""
        self.asked(request)
        addresses = {
            one.name: request.build_absolute_uri(reverse(f"{one.name}-list"))
            for one in registered()
        }
        entrances = {
            name: request.build_absolute_uri(reverse(name)) for name in ENTRANCES
        }
        return Response({"collections": addresses, **entrances})
