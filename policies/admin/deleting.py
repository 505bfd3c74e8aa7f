"""Deleting drafts in the admin, through the one service that deletes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from policies.common.admin.bases import PlainAdmin
from policies.common.models import RecordState
from policies.common.turns import in_turn
from policies.services.removing import delete_record, referring


class DeletesDrafts(PlainAdmin):
    """Lets drafts be deleted to which nothing refers; what is public is withdrawn."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let only drafts be deleted."""
        allowed = super().has_delete_permission(request, obj)
        return bool(allowed) and (obj is None or obj.state == RecordState.DRAFT)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[Any, Any, Any, Any]:
        """Show what a deletion takes along, and which records stand in its way."""
        taken, counts, lacking, protected = super().get_deleted_objects(objs, request)
        named = (str(other) for one in objs for other in referring(one))
        return taken, counts, lacking, protected or list(dict.fromkeys(named))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete one draft."""
        delete_record(obj, actor=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete the drafts that were marked in a list, all or none."""
        with in_turn():
            for record in queryset:
                delete_record(record, actor=request.user)

    def delete_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Ask before a draft is deleted; say what the service refused."""
        try:
            answer: HttpResponse = super().delete_view(
                request, object_id, extra_context
            )
        except ValidationError as refusal:
            answer = self._refused(request, refusal)
        return answer

    def response_action(  # type: ignore[override] # as Django 5.2 has it
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> HttpResponse | None:
        """Do what was chosen for a list of records; say what the service refused."""
        try:
            with transaction.atomic():
                answer: HttpResponse | None = super().response_action(request, queryset)
        except ValidationError as refusal:
            answer = self._refused(request, refusal)
        return answer

    def _refused(
        self, request: HttpRequest, refusal: ValidationError
    ) -> HttpResponseRedirect:
        self.message_user(request, " ".join(refusal.messages), messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())
