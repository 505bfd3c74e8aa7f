"""What caches may do with answers of the API: keep them, and ask before each use."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control, patch_vary_headers

from r57.problems import API

READ = {"GET", "HEAD"}

Handler = Callable[[HttpRequest], HttpResponseBase]


def caching(get_response: Handler) -> Handler:
    """Let answers be kept for revalidation only; refusals are never kept unasked.

    What is answered to somebody who says who they are is theirs alone. A 304 says
    nothing of a length, which would be taken for that of the answer kept (RFC 9110,
    8.6).
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.method not in READ or not request.path.startswith(API):
            return response
        theirs = {"private": True} if "Authorization" in request.headers else {}
        patch_cache_control(response, **theirs, no_cache=True)
        patch_vary_headers(response, ["Authorization"])
        if response.status_code == 304 and "Content-Length" in response:
            del response["Content-Length"]
        return response

    return answer
