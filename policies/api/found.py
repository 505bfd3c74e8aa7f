"""Finding the one document that a question is about, and naming documents."""

import re
from typing import Any

from django.http import Http404

from policies.common.api.gone import absent
from policies.common.api.rows import JSONRecord
from policies.common.models import RecordState
from policies.common.validators import SLUG_PATTERN
from policies.models import Document
from policies.rules.citations import HeldDocument
from policies.services.changes import collection_of


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
    if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > 200:
        raise Http404(f"«{slug}» is not a public id.")
    documents: Any = Document.objects.select_related(*related)
    found = documents.filter(slug=slug, state=RecordState.PUBLISHED).first()
    if found is None:
        raise absent(collection_of(Document), slug)
    document: Document = found
    return document


def document_ref(document: Document | HeldDocument) -> JSONRecord:
    """Name a document as ``DocumentRef`` does."""
    return {
        "slug": document.slug,
        "number": document.number or None,
        "title": document.title,
        "title_en": document.title_en or None,
    }
