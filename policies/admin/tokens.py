"""Tokens of partners: made here, shown once, taken back at any time."""

from datetime import timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from policies.admin.sections import PARTNERS
from policies.common.admin.bases import PlainAdmin
from policies.common.admin.columns import time_column
from policies.common.admin.filters import CodeFilter, FlagFilter
from policies.models import ApiToken
from policies.services.tokens import new_secret, revoke_token

USUAL = timedelta(days=365)
GIVEN = ("user", "scope", "may_publish")  # another power is another token
TOLD = ("shown_key", "standing", "created", "last_used_at", "revoked_at")


@admin.register(ApiToken)
class ApiTokenAdmin(PlainAdmin):
    """Which system may read and write what, until when; no secret is kept to show."""

    section = PARTNERS
    place = 10
    change_form_template = "policies/admin/token.html"
    list_display: Any = (
        "name",
        "user",
        "shown_key",
        "scope",
        "may_publish",
        "standing",
        time_column(ApiToken, "expiry"),
        time_column(ApiToken, "last_used_at"),
    )
    list_filter: ClassVar[Any] = (("scope", CodeFilter), ("may_publish", FlagFilter))
    list_select_related: ClassVar[Any] = ("user",)
    search_fields: ClassVar[Any] = ("name", "token_key", "user__username")
    autocomplete_fields = ("user",)
    empty_value_display = "—"
    show_facets = admin.ShowFacets.NEVER
    actions: Any = ("revoke_those",)

    class Media:
        css: ClassVar[Any] = {"all": ["policies/admin.css"]}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask who gets what for how long; below it, what became of it."""
        asked = ("name", "user", ("scope", "may_publish"), "expiry")
        told = [(gettext_lazy("Sử dụng"), {"fields": TOLD})] if obj else []
        return [(None, {"fields": asked}), *told]

    def get_readonly_fields(
        self, request: HttpRequest, obj: Any = None
    ) -> tuple[str, ...]:
        """Let a token that was given keep its owner and its power."""
        return TOLD if obj is None else (*GIVEN, *TOLD)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Suggest that a token ends after a year."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        end = timezone.localtime() + USUAL
        return {"expiry": end.replace(minute=0, second=0, microsecond=0)} | initial

    @admin.display(description=gettext_lazy("bắt đầu bằng"), ordering="token_key")
    def shown_key(self, token: ApiToken) -> SafeString:
        """Show how the token begins."""
        return format_html("<code>{}…</code>", token.token_key)

    @admin.display(description=gettext_lazy("tình trạng"))
    def standing(self, token: ApiToken) -> SafeString:
        """Say whether it still opens anything."""
        code, words = standing_of(token)
        return format_html('<span class="token-standing {}">{}</span>', code, words)

    def save_model(
        self,
        request: HttpRequest,
        obj: ApiToken,
        form: Any,
        change: bool,  # noqa: FBT001 - as Django has it
    ) -> None:
        """Give a new token its secret, for the one page that shows it."""
        if not change:
            request.secret = new_secret(obj)  # type: ignore[attr-defined]
        super().save_model(request, obj, form, change)

    def response_add(
        self, request: HttpRequest, obj: ApiToken, post_url_continue: Any = None
    ) -> HttpResponse:
        """Show the token, this once and on no page that could be opened again."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Khóa API mới"),
            "opts": self.opts,
            "media": self.media,
            "token": obj,
            "secret": request.secret,  # type: ignore[attr-defined]
        }
        return TemplateResponse(request, "policies/admin/token_made.html", context)

    @admin.action(description=gettext_lazy("Thu hồi"), permissions=["change"])
    def revoke_those(self, request: HttpRequest, chosen: QuerySet[ApiToken]) -> None:
        """Take the chosen ones back."""
        for token in chosen:
            revoke_token(token)
            self.log_change(request, token, _("Thu hồi"))
        self.message_user(request, _("Đã thu hồi; khóa không còn mở được gì."))

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the button."""
        revoke = self.admin_site.admin_view(require_POST(self.revoke))
        named = path("<int:pk>/revoke/", revoke, name="policies_apitoken_revoke")
        return [named, *super().get_urls()]

    def revoke(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a token back from its own page."""
        token = self.get_object(request, str(pk))
        if token is None or not self.has_change_permission(request, token):
            raise PermissionDenied
        self.revoke_those(request, ApiToken.objects.filter(pk=pk))
        address = reverse("admin:policies_apitoken_change", args=[pk])
        return HttpResponseRedirect(address)


def standing_of(token: ApiToken) -> tuple[str, str]:
    """Give a code and words for whether a token still opens anything."""
    if token.revoked_at is not None:
        return "revoked", _("Đã thu hồi")
    if token.has_ended:
        return "expired", _("Đã hết hạn")
    return "good", _("Đang dùng được")
