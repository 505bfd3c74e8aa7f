"""The page an officer sees while the database cannot answer; it asks it nothing."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from policies.common.outages import (
    FULL,
    LOCKED,
    READ_ONLY,
    TIMEOUT,
    UNAVAILABLE,
    Outage,
)

TEMPLATE = "policies/admin/outage.html"
SECRET = "password"  # noqa: S105 - a part of the names of boxes that are not repeated
WHAT_HAPPENED: dict[Outage, str | Promise] = {
    TIMEOUT: _("Cơ sở dữ liệu trả lời quá lâu nên việc này đã bị dừng."),
    LOCKED: _("Có người khác đang ghi đúng vào dữ liệu mà việc này cần."),
    READ_ONLY: _("Cơ sở dữ liệu tạm thời chỉ cho xem, không cho ghi."),
    UNAVAILABLE: _("Không kết nối được với cơ sở dữ liệu."),
    FULL: _("Cơ sở dữ liệu đã hết chỗ để ghi thêm."),
}


def outage_page(
    request: HttpRequest, outage: Outage, *, after_view: bool = False
) -> HttpResponse:
    """Say what happened and whether anything was saved, and keep what was entered.

    Args:
        request: what was asked for.
        outage: why it could not be done.
        after_view: whether the work itself had ended when the outage came.

    """
    with translation.override(translation.get_language_from_request(request)):
        page = render_to_string(
            TEMPLATE,
            {
                "language": translation.get_language(),
                "what": WHAT_HAPPENED[outage],
                "uncertain": after_view or outage is UNAVAILABLE,
                "seconds": outage.retry_after,
                "address": request.get_full_path(),
                "sends": request.method == "POST",
                "entered": entered(request),
            },
        )
    response = HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(outage.retry_after)
    add_never_cache_headers(response)
    return response


def entered(request: HttpRequest) -> list[tuple[str, str]]:
    """Give each box of the form that was sent; none if one cannot be repeated."""
    boxes = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if isinstance(value, str)
    ]
    secret = any(SECRET in name for name, _value in boxes)
    return [] if secret or request.FILES else boxes
