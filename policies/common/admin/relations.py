"""Relations in forms: each a search box, none a list of a thousand rows."""

from typing import Any

from django import forms
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

from policies.common.admin.bases import AnyAdmin
from policies.common.admin.fields import (
    DayField,
    DayWidget,
    PlainTextField,
    QuantityField,
    text_widget,
)
from policies.common.fields import Text


def relation_names(model: type[models.Model]) -> tuple[str, ...]:
    """Give the foreign keys and lists of a model that a form may set.

    Lists with a table of their own (in an order) are edited as rows instead.
    """
    keys = [field.name for field in model._meta.fields if editable_relation(field)]
    lists = [
        field.name
        for field in model._meta.many_to_many
        if through_of(field)._meta.auto_created
    ]
    return (*keys, *lists)


def through_of(field: Any) -> type[models.Model]:
    """Give the table of a many-to-many field."""
    through: type[models.Model] = field.remote_field.through
    return through


def editable_relation(field: "models.Field[Any, Any]") -> bool:
    """Tell whether a column refers to a record and a form may set it."""
    return field.is_relation and field.editable


class FormFields(AnyAdmin):
    """The form fields of records and of their rows.

    Every relation searches as one types; days, quantities and texts have the boxes
    of ``policies.common.admin.fields``.
    """

    narrow = False
    formfield_overrides = {
        models.DateField: {"form_class": DayField, "widget": DayWidget},
        models.DecimalField: {"form_class": QuantityField},
        models.URLField: {"assume_scheme": "https"},
    }

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Derive the search boxes from the model, so that none is forgotten."""
        return relation_names(self.model)

    def get_field_queryset(self, db: str | None, db_field: Any, request: Any) -> Any:
        """Choose among what the related admin lists, joined as its labels need."""
        try:
            related = self.admin_site.get_model_admin(db_field.remote_field.model)
        except NotRegistered:
            return super().get_field_queryset(db, db_field, request)
        return related.get_queryset(request)

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: Any, **options: Any
    ) -> forms.Field | None:
        """Give a column its box; a related record may be added or looked at."""
        if isinstance(db_field, Text):
            options["form_class"] = PlainTextField
            options["widget"] = text_widget(db_field.max_length, narrow=self.narrow)
        field = super().formfield_for_dbfield(db_field, request, **options)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = widget.can_delete_related = False
            widget.can_add_related = widget.can_add_related and not self.narrow
            widget.can_view_related = widget.can_view_related and not self.narrow
        return field
