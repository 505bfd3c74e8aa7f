"""Finding the one document that a question is about, and naming documents."""

from typing import Any, TypeVar

from django.http import Http404

from policies.common.api.gone import absent
from policies.common.api.rows import JSONRecord
from policies.common.collections import Collection
from policies.common.models import Record, RecordState
from policies.common.registry import registered
from policies.common.validators import is_public_slug
from policies.models import Document, Measure
from policies.rules.citations import HeldDocument
from policies.services.evaluating import Promise, promises

R = TypeVar("R", bound=Record)


def published_document(slug: str, *related: str) -> Document:
    """Give a published document by its public id.

    Args:
        slug: the public id.
        related: related records to read in the same query.

    Raises:
        Http404: no document of this id is, or ever was, published.
        GoneError: it was deleted or withdrawn.
        MergedError: it goes on in another document.

    """
    return published_record(Document, slug, *related)


def published_record(model: type[R], slug: str, *related: str) -> R:
    """Give a published record of a kind by its public id.

    Args:
        model: the kind; a proxy knows its own kinds of documents only.
        slug: the public id.
        related: related records to read in the same query.

    Raises:
        Http404: no such record is, or ever was, published.
        GoneError: it was deleted or withdrawn.
        MergedError: it goes on in another one.

    """
    if not is_public_slug(slug):
        raise Http404(f"«{slug}» is not a public id.")
    rows: Any = model._default_manager.all()
    if related:
        rows = rows.select_related(*related)
    found: R | None = rows.filter(slug=slug, state=RecordState.PUBLISHED).first()
    if found is None:
        raise absent(listed(model), slug)
    return found


def listed(model: type[Record]) -> Collection:
    """Give the collection that lists a model, a proxy among them."""
    return next(one for one in registered() if one.model is model)


def published_promise(slug: str) -> Promise:
    """Give a published measure with its rule by its public id.

    Raises:
        Http404: there is no such measure; others as ``published_record``.

    """
    if not is_public_slug(slug):
        raise Http404(f"«{slug}» is not a public id.")
    found = promises([slug]).get(slug)
    if found is None:
        raise absent(listed(Measure), slug)
    return found


def document_ref(document: Document | HeldDocument) -> JSONRecord:
    """Name a document as ``DocumentRef`` does."""
    return {
        "slug": document.slug,
        "number": document.number or None,
        "title": document.title,
        "title_en": document.title_en or None,
    }
