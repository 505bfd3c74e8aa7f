"""Reading from any web page: CORS for the API, and for nothing else.

Whoever reads needs no key and sends none, so any origin may ask, without credentials.
Writing needs a token, which no page of another site should hold: it may not send one.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from r57.problems import API

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
SENT = "Accept, Accept-Language, Content-Type, If-Modified-Since, If-None-Match"
SEEN = (
    "ETag, Link, Location, R57-Position, RateLimit, RateLimit-Policy, Repr-Digest, "
    "Retry-After"
)
REMEMBERED = 86_400  # seconds that a browser need not ask again

Handler = Callable[[HttpRequest], HttpResponseBase]


def cors(get_response: Handler) -> Handler:
    """Let any page read the API's answers, refusals included."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not request.path.startswith(API):
            return response
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = SEEN
        if request.method == "OPTIONS" and "Allow" in response:
            response["Access-Control-Allow-Methods"] = readable(response["Allow"])
            response["Access-Control-Allow-Headers"] = SENT
            response["Access-Control-Max-Age"] = str(REMEMBERED)
        return response

    return answer


def readable(allowed: str) -> str:
    """Keep of an address's methods those that only read."""
    given = {method.strip() for method in allowed.split(",")}
    return ", ".join(method for method in METHODS if method in given)
