"""Webhooks of partners: how far each has come, what failed, and what to do about it."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F, QuerySet, Value
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from policies.admin.sections import PARTNERS
from policies.choices import WebhookFilterKind
from policies.common.admin.bases import PlainAdmin
from policies.common.admin.columns import time_column
from policies.common.admin.filters import CodeFilter
from policies.models import Webhook, WebhookAttempt
from policies.services.changes import last_sequence
from policies.services.delivering import send_test
from policies.services.webhooks import enable, filter_values, pause, replay

ANSWERS = gettext_lazy("Nơi nhận trả lời %(status)s sau %(milliseconds)s mili giây.")
NO_ANSWER = gettext_lazy("%(outcome)s: %(detail)s")


def told(attempt: WebhookAttempt) -> str:
    """Say in words what became of an attempt."""
    if attempt.status is not None:
        return ANSWERS % {
            "status": attempt.status,
            "milliseconds": attempt.milliseconds,
        }
    outcome = attempt.get_outcome_display()
    return NO_ANSWER % {"outcome": outcome, "detail": attempt.detail}


@admin.register(Webhook)
class WebhookAdmin(PlainAdmin):
    """Partners subscribe by the API; here they are watched, paused and taken up again.

    No secret is ever shown.
    """

    section = PARTNERS
    place = 20
    change_form_template = "policies/admin/webhook.html"
    list_display: Any = (
        "owner",
        "url",
        "shown_state",
        "position",
        "behind",
        "failures",
        "failing_since",
        time_column(Webhook, "next_attempt_at"),
    )
    list_display_links: Any = ("url",)
    list_filter: ClassVar[Any] = (("state", CodeFilter), ("reason", CodeFilter))
    list_select_related: ClassVar[Any] = ("owner",)
    search_fields: ClassVar[Any] = ("url", "slug", "owner__username")
    empty_value_display = "—"
    show_facets = admin.ShowFacets.NEVER
    actions: Any = ("pause_those", "enable_those", "test_those")
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("owner", "url", "filtered", "slug", "created_at")}),
        (
            gettext_lazy("Tình trạng gửi"),
            {
                "fields": (
                    ("shown_state", "state_at"),
                    ("position", "behind"),
                    ("failures", "failing_since", "next_attempt_at"),
                    "previous_until",
                )
            },
        ),
        (gettext_lazy("Các lần gửi gần đây"), {"fields": ("attempts",)}),
    )

    class Media:
        css: ClassVar[Any] = {"all": ["policies/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Webhook]:
        """Add how many entries of the log lie behind each position."""
        last = Value(last_sequence())
        found: QuerySet[Webhook] = super().get_queryset(request)
        return found.annotate(behind_by=last - F("position"))

    def get_readonly_fields(
        self, request: HttpRequest, obj: Any = None
    ) -> tuple[str, ...]:
        """Let nothing be typed over: what is done is done by the buttons."""
        return tuple(
            name
            for _title, options in self.fieldsets
            for row in options["fields"]
            for name in ([row] if isinstance(row, str) else row)
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Leave subscribing to partners, who get the secret in the answer."""
        return False

    @admin.display(description=gettext_lazy("trạng thái"), ordering="state")
    def shown_state(self, webhook: Webhook) -> SafeString:
        """Say the state, and why it was disabled."""
        words = webhook.get_state_display()
        if webhook.reason:
            words = f"{words} — {webhook.get_reason_display()}"
        elif webhook.failures:
            failed = _("hỏng %(failures)s lần liền")
            words = f"{words} — {failed % {'failures': webhook.failures}}"
        waits = " failing" if webhook.failures else ""
        return format_html(
            '<span class="webhook-state {}{}">{}</span>', webhook.state, waits, words
        )

    @admin.display(description=gettext_lazy("còn chờ gửi"), ordering="behind_by")
    def behind(self, webhook: Any) -> int:
        """Count the entries of the log that it is behind."""
        count: int = webhook.behind_by
        return max(0, count)

    @admin.display(description=gettext_lazy("lọc theo"))
    def filtered(self, webhook: Webhook) -> str:
        """List what it asks for."""
        kinds = {
            kind: values
            for kind in WebhookFilterKind
            if (values := filter_values(webhook, kind))
        }
        return "; ".join(
            f"{kind.label}: {', '.join(values)}" for kind, values in kinds.items()
        ) or _("mọi thay đổi")

    @admin.display(description=gettext_lazy("lần gửi"))
    def attempts(self, webhook: Webhook) -> SafeString:
        """List the last attempts, the newest first."""
        rows = webhook.attempts.order_by("-pk")[:20]
        return render_to_string("policies/admin/webhook_attempts.html", {"rows": rows})

    @admin.action(description=gettext_lazy("Tạm dừng"), permissions=["change"])
    def pause_those(self, request: HttpRequest, chosen: QuerySet[Webhook]) -> None:
        """Pause the chosen ones."""
        for webhook in chosen:
            pause(webhook)
        self.message_user(request, _("Đã tạm dừng."))

    @admin.action(
        description=gettext_lazy("Gửi tiếp từ chỗ đã dừng"), permissions=["change"]
    )
    def enable_those(self, request: HttpRequest, chosen: QuerySet[Webhook]) -> None:
        """Take up the chosen ones again."""
        for webhook in chosen:
            enable(webhook)
        self.message_user(request, _("Sẽ gửi tiếp từ chỗ đã dừng."))

    @admin.action(description=gettext_lazy("Gửi thử"), permissions=["change"])
    def test_those(self, request: HttpRequest, chosen: QuerySet[Webhook]) -> None:
        """Send the chosen ones a test event."""
        for webhook in chosen:
            self._test(request, webhook)

    def _test(self, request: HttpRequest, webhook: Webhook) -> None:
        made = send_test(webhook)
        took = made.outcome == "delivered"
        level = messages.SUCCESS if took else messages.ERROR
        self.message_user(request, f"{webhook.url}: {told(made)}", level)

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the buttons."""
        do = self.admin_site.admin_view(require_POST(self.do))
        named = path("<int:pk>/do/", do, name="policies_webhook_do")
        return [named, *super().get_urls()]

    def do(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do what a button of the page says."""
        webhook = self.get_object(request, str(pk))
        if webhook is None or not self.has_change_permission(request, webhook):
            raise PermissionDenied
        chosen = Webhook.objects.filter(pk=pk)
        if "pause" in request.POST:
            self.pause_those(request, chosen)
        elif "enable" in request.POST:
            self.enable_those(request, chosen)
        elif "test" in request.POST:
            self._test(request, webhook)
        elif "replay" in request.POST:
            self._replay(request, webhook)
        return HttpResponseRedirect(reverse("admin:policies_webhook_change", args=[pk]))

    def _replay(self, request: HttpRequest, webhook: Webhook) -> None:
        """Set the position back to the sequence typed."""
        field = forms.IntegerField(min_value=0, max_value=webhook.position)
        try:
            after = field.clean(request.POST.get("after", ""))
            replay(webhook, after)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return
        words = _("Sẽ gửi lại mọi thay đổi sau số %(after)s.")
        self.message_user(request, words % {"after": after})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the page without buttons that save: nothing in it is typed over."""
        hidden = dict.fromkeys(("show_save", "show_save_and_continue"), False)
        return super().change_view(
            request, object_id, form_url, {**hidden, **(extra_context or {})}
        )
