"""Search of one table by words, with and without accents, alike on both engines."""

from typing import TypeVar

from django.db import models
from django.db.models import Q

from policies.common.text import words

RecordT = TypeVar("RecordT", bound=models.Model)


def search(
    queryset: "models.QuerySet[RecordT]", query: str
) -> "models.QuerySet[RecordT]":
    """Keep the rows that hold every word of the query, each as a word's beginning.

    ``nghi dinh 262`` and ``Nghị định số 262`` find the same; a query without any
    letter or digit finds nothing.
    """
    terms = words(query)
    if not terms:
        return queryset.none()
    condition = Q()
    for term in terms:
        condition &= Q(search_text__contains=f" {term}")
    return queryset.filter(condition)
