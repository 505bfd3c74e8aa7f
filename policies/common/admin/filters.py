"""Filters beside record lists that stay short however many values there are."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString


class CodeFilter(admin.ChoicesFieldListFilter):
    """One code of a list, chosen in a drop-down box."""

    template = "policies/admin/code_filter.html"


class FlagFilter(admin.BooleanFieldListFilter):
    """Yes or no, chosen in a drop-down box."""

    template = "policies/admin/code_filter.html"


class DayFilter(admin.DateFieldListFilter):
    """A stretch of days such as this month, chosen in a drop-down box."""

    template = "policies/admin/code_filter.html"


class GivenFilter(admin.EmptyFieldListFilter):
    """Whether a column is filled in, chosen in a drop-down box."""

    template = "policies/admin/code_filter.html"


class RelatedSearchFilter(admin.RelatedFieldListFilter):
    """One related record, found by typing in a search box."""

    template = "policies/admin/related_filter.html"

    def __init__(
        self,
        field: Any,
        request: HttpRequest,
        params: dict[str, Any],
        model: type[models.Model],
        model_admin: Any,
        field_path: str,
    ) -> None:
        super().__init__(field, request, params, model, model_admin, field_path)
        self.site = model_admin.admin_site
        related = self.site.get_model_admin(field.remote_field.model)
        self.offered = related.get_queryset(request)

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> list[Any]:
        """List no values: the box asks for them."""
        return []

    def has_output(self) -> bool:
        """Show the box at all times."""
        return True

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Give the one thing the template needs: the box and where it leads."""
        chosen = self.lookup_val[-1] if self.lookup_val else None
        yield {
            "selected": chosen is not None,
            "query_string": changelist.get_query_string(
                remove=[self.lookup_kwarg, self.lookup_kwarg_isnull or ""]
            ),
            "parameter": self.lookup_kwarg,
            "box": self.box(chosen),
            "display": "",
        }

    def box(self, chosen: str | None) -> SafeString:
        """Draw the search box with the chosen record."""
        field = forms.ModelChoiceField(
            self.offered,
            required=False,
            widget=AutocompleteSelect(self.field, self.site),
        )
        attrs = {"data-filter": self.lookup_kwarg, "id": f"filter-{self.field_path}"}
        box: SafeString = field.widget.render(
            f"filter-{self.field_path}", [chosen], attrs
        )
        return box
