"""Merging in the admin: a record that turned out to be the same as another one."""

from itertools import islice
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from policies.common.admin.bases import ModelChoiceField, PlainAdmin
from policies.common.models import Record
from policies.services.merging import merge_records
from policies.services.removing import referring

MOST_FOUND = 20
MOST_NAMED = 20
NEEDED = ("change", "delete")  # what goes is gone for good


class Survivors(ModelChoiceField):
    """The records found, one of which goes on for both."""

    widget = forms.RadioSelect

    def label_from_instance(self, obj: Any) -> str:
        """Tell apart records that look alike: by state and public id."""
        return f"{obj} — {obj.get_state_display()} — {obj.slug}"


class MergeForm(forms.Form):
    """Into which record, and why."""

    into = Survivors(
        queryset=None,
        empty_label=None,
        label=gettext_lazy("Bản ghi được giữ"),
    )
    change_reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, found: QuerySet[Any], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        into: Any = self.fields["into"]
        into.queryset = found


class Merges(PlainAdmin):
    """Gives each record a page on which it is merged, by the one service that merges.

    Who may change and delete records of a kind may merge them.
    """

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the page."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<path:object_id>/merge/", view, name=name), *super().get_urls()]

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Tell whether an officer may take records of this kind out and change them."""
        needed = (get_permission_codename(one, self.opts) for one in NEEDED)
        return all(
            request.user.has_perm(f"{self.opts.app_label}.{one}") for one in needed
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        """Let the page of a record lead to that of its merging."""
        told = {"has_merge_permission": self.has_merge_permission(request)}
        return super().render_change_form(request, context | told, *args, **options)

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Search the other record, then merge; say what the service refused.

        Raises:
            PermissionDenied: there is no such record, or the officer may not merge.

        """
        record = self.get_object(request, unquote(object_id))
        if record is None or not self.has_merge_permission(request):
            raise PermissionDenied
        words = request.GET.get("q", "").strip()
        found = self._found(request, record, words)
        form = MergeForm(found, request.POST or None)
        if form.is_valid() and self._merged(request, record, form):
            return HttpResponseRedirect(self._page(form.cleaned_data["into"]))
        names = list(islice(dict.fromkeys(map(str, referring(record))), MOST_NAMED + 1))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Gộp: %(record)s") % {"record": record},
            "opts": self.opts,
            "media": self.media,
            "record": record,
            "page": self._page(record),
            "words": words,
            "form": form,
            "found": found.exists(),
            "names": names[:MOST_NAMED],
            "more": len(names) > MOST_NAMED,
        }
        return TemplateResponse(request, "policies/admin/merge.html", context)

    def _found(self, request: HttpRequest, record: Any, words: str) -> QuerySet[Any]:
        """Give the first other records of the kind that hold all words."""
        rows = self.get_queryset(request)
        if not words:
            return rows.none()
        those, _several = self.get_search_results(request, rows, words)
        first = those.exclude(pk=record.pk).values_list("pk", flat=True)[:MOST_FOUND]
        return rows.filter(pk__in=list(first))

    def _merged(self, request: HttpRequest, record: Record, form: MergeForm) -> bool:
        into, words = form.cleaned_data["into"], str(record)
        reason = form.cleaned_data["change_reason"]
        try:
            merge_records(record, into, actor=request.user, reason=reason)
        except ValidationError as refusal:
            form.add_error(None, [str(one) for one in refusal.messages])
            return False
        told = _("Đã gộp «%(record)s» vào «%(into)s».")
        self.message_user(
            request, told % {"record": words, "into": into}, messages.SUCCESS
        )
        return True

    def _page(self, record: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return reverse(name, args=[record.pk])
