"""Publishing a measure together with what makes it computable."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from policies.services.publishing import publish_measure


@admin.action(
    description=_("Công bố cùng mức, đại lượng, điều kiện và ví dụ tính"),
    permissions=["change"],
)
def publish_with_parts(
    page: Any, request: HttpRequest, queryset: QuerySet[Any]
) -> None:
    """Publish each measure marked with its drafts, or say why it cannot be."""
    for measure in queryset:
        try:
            count = publish_measure(measure, actor=request.user)
        except ValidationError as refusal:
            words = " ".join(refusal.messages)
            page.message_user(request, f"{measure}: {words}", messages.ERROR)
        else:
            words = _("đã công bố %(count)s bản ghi.") % {"count": count}
            page.message_user(request, f"{measure}: {words}", messages.SUCCESS)
