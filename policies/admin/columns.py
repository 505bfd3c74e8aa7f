"""Columns of record lists that refer to documents."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.text import Truncator

from policies.common.admin.columns import Column
from policies.models import Document


def document_column(model: type[models.Model], name: str) -> Column:
    """Build a sortable column that tells a document by its number, else its title."""
    field: Any = model._meta.get_field(name)

    def column(record: Any) -> str:
        document: Document | None = getattr(record, name)
        if document is None:
            return ""
        return document.number or Truncator(document.title).chars(60)

    column.__name__ = name
    ordering = f"{name}__number_key"
    return admin.display(description=field.verbose_name, ordering=ordering)(column)
