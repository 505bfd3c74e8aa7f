"""What is answered where no view answers: problems for the API, pages for people."""

import sys

from django.core.exceptions import DisallowedHost, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views import defaults

from policies.common.admin.outage import outage_page
from policies.common.api.errors import Fault, InvalidQuery, passing, respond

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
    """Answer a request that the server refuses before any view, or cannot finish.

    A session that an outage kept from being saved is a refused request to Django.
    """
    if request.path.startswith(API):
        fault = Fault(
            "malformed", REFUSED.get(type(exception), "The request is broken.")
        )
        return respond(InvalidQuery([fault]), request.path)
    if outage := passing(exception):
        return outage_page(request, outage, after_view=True)
    return defaults.bad_request(request, exception)


def failed(request: HttpRequest) -> HttpResponse | HttpResponseBase:
    """Answer after a failure of the server, or of its database.

    Django calls this while it handles the exception, wherever that was raised: in
    middleware, in a view, at the end of a transaction or while a page was written.
    """
    exception = sys.exception()
    if request.path.startswith(API):
        return respond(exception or RuntimeError(), request.path)
    if outage := passing(exception):
        return outage_page(request, outage)
    return defaults.server_error(request)
