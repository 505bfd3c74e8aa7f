"""What is answered where no view answers: problems for the API, pages for people."""

from django.core.exceptions import DisallowedHost, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views import defaults

from policies.common.api.errors import Fault, InvalidQuery, respond

API = "/api/"
REFUSED: dict[type[Exception], str] = {
    DisallowedHost: "This server does not answer under that name.",
    TooManyFieldsSent: "The query has more parameters than the server reads.",
}


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer an address that no route takes."""
    if request.path.startswith(API):
        return respond(Http404("No address of the API is spelled so."), request.path)
    return defaults.page_not_found(request, exception)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer a request that the server refuses before any view."""
    if request.path.startswith(API):
        fault = Fault(
            "malformed", REFUSED.get(type(exception), "The request is broken.")
        )
        return respond(InvalidQuery([fault]), request.path)
    return defaults.bad_request(request, exception)


def failed(request: HttpRequest) -> HttpResponse | HttpResponseBase:
    """Answer after a failure of the server."""
    if request.path.startswith(API):
        return respond(RuntimeError(), request.path)
    return defaults.server_error(request)
