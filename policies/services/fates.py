"""The fates of public ids, as the last entries of the change log tell them."""

from typing import Any

from django.db import models
from django.db.models import CharField, OuterRef, Subquery, Value

from policies.choices import ChangeKind
from policies.common.clocks import known_time
from policies.common.fates import End, Fate
from policies.common.registry import registered
from policies.models import Change, Document
from policies.services.changes import collection_of

ENDS = {
    ChangeKind.DELETE: End.DELETED,
    ChangeKind.WITHDRAW: End.WITHDRAWN,
    ChangeKind.MERGE: End.MERGED,
}


def told_fate(model: type[models.Model], slug: str) -> Fate | None:
    """Give what became of a public id of a table; a proxy knows its own kinds only.

    A record that was merged again and again goes on in the last one.
    """
    last = _last_entry(model, slug)
    if last is None or last.kind not in ENDS or not _keeps(model, last):
        return None
    fate = {"at": last.at, "reason": last.reason}
    end = ENDS[ChangeKind(last.kind)]
    if end is not End.MERGED:
        return Fate(end, **fate)
    into = last.into
    further = _last_entry(model, into)
    while further is not None and further.kind == ChangeKind.MERGE:
        into = further.into
        further = _last_entry(model, into)
    own = further is not None and _keeps(model, further)
    collection = _named(model) if own else collection_of(model).name
    return Fate(end, **fate, into=into, collection=collection)


def _last_entry(model: type[models.Model], slug: str) -> Any:
    """Read the last entry about a public id, and which kind of document it was."""
    entries = Change.objects.filter(collection=collection_of(model).name, slug=slug)
    if time := known_time():
        entries = entries.filter(at__lte=time)
    kind: Any = Value("", output_field=CharField())
    if model._meta.proxy:
        states = Document.history.model._default_manager.filter(slug=OuterRef("slug"))
        kind = Subquery(states.order_by("-history_id").values("kind")[:1])
    return entries.annotate(document_kind=kind).order_by("sequence").last()


def _keeps(model: type[models.Model], entry: Any) -> bool:
    """Tell whether the record of an entry is one of those that a proxy keeps."""
    if not issubclass(model, Document) or not model._meta.proxy:
        return True
    return entry.document_kind in model.kinds


def _named(model: type[models.Model]) -> str:
    """Give the name of the collection that lists a model."""
    return next(one.name for one in registered() if one.model is model)
