"""The page of every record: its form, its rows, its history, all saved by services."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from policies.admin.deleting import DeletesDrafts
from policies.admin.forms import (
    OrderedListFormSet,
    RecordForm,
    RowForm,
    RowFormSet,
)
from policies.admin.merging import Merges
from policies.admin.pictures import pictures
from policies.common.admin.bases import TabularInline
from policies.common.admin.history import HistoryPages
from policies.common.admin.relations import FormFields
from policies.common.admin.search import FoldedSearch
from policies.common.admin.site import Section
from policies.common.models import Record, RecordState
from policies.common.registry import pictures_of

REFUSALS = (ValidationError, IntegrityError, ProtectedError)
Fieldsets = list[tuple[Any, Any]]

EDITORIAL = ("state", "slug"), "change_reason"
TIMES = ("created_at", "modified_at")


class RecordAdmin(DeletesDrafts, Merges, FormFields, FoldedSearch, HistoryPages):
    """Lists, forms and history of one kind of record.

    A subclass says in ``main`` which fields its form has; what every record has
    (state, public id, reason, times) stands at the end of each form.
    """

    form = RecordForm
    section: Section
    place = 50
    main: Fieldsets = []
    list_display: Any = ("__str__", "state", "modified_at")
    list_filter: ClassVar[Any] = ()
    list_per_page = 50
    empty_value_display = "—"
    change_form_template = "policies/admin/change_form.html"
    show_full_result_count = False
    list_select_related: ClassVar[Any] = ()
    ordering: ClassVar[Any] = ("-modified_at", "-pk")
    readonly_fields: ClassVar[Any] = TIMES
    show_facets = admin.ShowFacets.NEVER

    @property
    def media(self) -> forms.Media:
        """Load the search boxes in lists too, and the register's own style."""
        boxes = AutocompleteSelect(self.opts.pk, self.admin_site).media
        own = forms.Media(
            css={"all": ["policies/admin.css"]},
            js=["admin/js/jquery.init.js", "policies/filters.js"],
        )
        return super().media + boxes + own

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Join what the labels and columns of a record need."""
        return super().get_queryset(request).select_related(*self.list_select_related)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Fieldsets:
        """Put what every record has below what this kind has."""
        fields = EDITORIAL if obj is None else (*EDITORIAL, TIMES)
        drawn: Fieldsets = []
        if obj is not None and pictures_of(self.model):
            folded = {"fields": ("pictures",), "classes": ["collapse"]}
            drawn = [(_("Hình vẽ"), folded)]
        return [*self.main, *drawn, (_("Biên tập"), {"fields": fields})]

    def get_readonly_fields(
        self, request: HttpRequest, obj: Any = None
    ) -> tuple[str, ...]:
        """Lock the public id once the public has seen it."""
        locked = ("slug",) if obj is not None and was_public(obj) else ()
        drawn = ("pictures",) if pictures_of(self.model) else ()
        return (*self.readonly_fields, *drawn, *locked)

    @admin.display(description=_("Hình vẽ"))
    def pictures(self, record: Any) -> SafeString:
        """Show the pictures there are of the record."""
        return pictures(record)

    def get_form(
        self, request: HttpRequest, obj: Any = None, *args: Any, **options: Any
    ) -> Any:
        """Build the form, with what the service refused at the first attempt."""
        form: Any = super().get_form(request, obj, *args, **options)
        form.refused = getattr(request, "refused", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form; what a save refuses late is shown in it, nothing is kept."""
        show = super().changeform_view
        try:
            return show(request, object_id, form_url, extra_context)
        except REFUSALS as error:
            request.refused = refusal_of(error)  # type: ignore[attr-defined]
        return show(request, object_id, form_url, extra_context)

    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show an earlier state, and go back to it by the same rules."""
        show: Any = super().history_form_view  # type: ignore[misc]
        try:
            response: HttpResponse = show(request, object_id, version_id, extra_context)
        except REFUSALS as error:
            request.refused = refusal_of(error)  # type: ignore[attr-defined]
            response = show(request, object_id, version_id, extra_context)
        return response

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: Any,
        change: bool,  # noqa: FBT001 - Django passes it by place
    ) -> None:
        """Note who saves; the form's list step writes, once it knows every list."""
        form.actor = request.user

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: Any,
        change: bool,  # noqa: FBT001 - Django passes it by place
    ) -> None:
        """Write the record with all its lists, then the rows that belong to it."""
        form.ordered_lists = {
            formset.list_name: list(formset.members())
            for formset in formsets
            if isinstance(formset, OrderedListFormSet)
        }
        form.save_m2m()
        for formset in formsets:
            if isinstance(formset, RowFormSet):
                formset.write(form)

    def get_inline_formsets(
        self,
        request: HttpRequest,
        formsets: Any,
        inline_instances: Any,
        obj: Any = None,
    ) -> Any:
        """Say in the heading of each table how many rows it has."""
        for inline, formset in zip(inline_instances, formsets, strict=True):
            if inline.counted:
                rows = formset.initial_form_count()
                inline.verbose_name_plural = f"{inline.verbose_name_plural} ({rows})"
        return super().get_inline_formsets(request, formsets, inline_instances, obj)


def was_public(record: Record) -> bool:
    """Tell whether a record is public now or was so before."""
    if record.state in {RecordState.PUBLISHED, RecordState.WITHDRAWN}:
        return True
    earlier = record.history.filter(state=RecordState.PUBLISHED)
    return bool(earlier.exists())


def refusal_of(error: Exception) -> ValidationError:
    """Say in words why a save that the form had let pass was refused."""
    if isinstance(error, ValidationError):
        return error
    if isinstance(error, ProtectedError):
        names = ", ".join(str(one) for one in error.protected_objects)
        message = _("Không xóa được vì còn bản ghi gắn với nó: %(names)s.")
        return ValidationError(message, code="protected", params={"names": names})
    message = _("Có người vừa lưu một bản ghi trùng; hãy kiểm tra rồi lưu lại.")
    return ValidationError(message, code="conflict")


class RowInline(FormFields, TabularInline):
    """Records that belong to the record of the page, one a row.

    The row holds what is asked most; the rest is on the row's own page.
    """

    form = RowForm
    formset = RowFormSet
    narrow = True
    extra = 0
    classes: Any = ("collapse",)
    counted = True
    show_change_link = True
    joined: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Join what the rows' labels need."""
        return super().get_queryset(request).select_related(*self.joined)


class OrderedListInline(FormFields, TabularInline):
    """Members of an ordered list of the record, one a row.

    Who may change the record may change its list.
    """

    formset = OrderedListFormSet
    narrow = True
    extra = 0
    classes: Any = ("collapse",)
    counted = True
    list_name = ""
    member_name = ""

    def get_formset(self, request: Any, obj: Any = None, **options: Any) -> Any:
        """Tell the rows which list of the record they are."""
        formset: Any = super().get_formset(request, obj, **options)
        formset.list_name = self.list_name
        formset.member_name = self.member_name
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Follow the record."""
        return self._follows(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Follow the record."""
        return self._follows(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Follow the record."""
        return self._follows(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Follow the record."""
        return self._follows(request, "add", "change", "view")

    def _follows(self, request: HttpRequest, *actions: str) -> bool:
        owner = self.parent_model._meta
        return any(
            request.user.has_perm(
                f"{owner.app_label}.{get_permission_codename(action, owner)}"
            )
            for action in actions or ("add", "change")
        )
