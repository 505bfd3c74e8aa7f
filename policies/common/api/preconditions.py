"""Conditions of a write: it holds only for the state of a record that was read.

RFC 9110: ``If-Match`` in 13.1.1, ``If-None-Match`` in 13.1.2; RFC 6585: 428.
"""

from http import HTTPStatus

from django.utils.http import parse_etags
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from policies.common.api.tags import ANY, held


class Precondition(APIException):
    """A condition of a request does not hold; the header gives the current tag."""

    def __init__(self, detail: str, etag: str | None) -> None:
        super().__init__(detail)
        self.headers = {} if etag is None else {"ETag": etag}


class PreconditionRequired(Precondition):
    """A write without saying which state of the record it changes: 428."""

    status_code = HTTPStatus.PRECONDITION_REQUIRED
    default_code = "precondition_required"


class PreconditionFailed(Precondition):
    """A write of a state that is not, or no longer, the record's: 412."""

    status_code = HTTPStatus.PRECONDITION_FAILED
    default_code = "precondition_failed"


def check_conditions(request: Request, etag: str | None) -> None:
    """Refuse to write what was not read as it stands.

    Args:
        request: whose header fields say what was read.
        etag: the tag of the record as it stands; None if there is none.

    Raises:
        PreconditionRequired: there is a record, and nothing is said of it.
        PreconditionFailed: what is said does not hold.

    """
    given = request.headers.get("If-Match")
    matching = [] if given is None else parse_etags(given)
    unwanted = held(request)
    if etag is None:
        if given is not None:
            detail = "There is no such record, so no state of it can be meant."
            raise PreconditionFailed(detail, None)
    elif unwanted and (unwanted == [ANY] or etag in unwanted):
        raise PreconditionFailed("There is such a record already.", etag)
    elif given is None:
        detail = "Send in If-Match the ETag of the record that you have read."
        raise PreconditionRequired(detail, etag)
    elif matching != [ANY] and etag not in matching:
        detail = "The record is not as you have read it. Read it again, then decide."
        raise PreconditionFailed(detail, etag)
