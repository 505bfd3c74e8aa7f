"""What merging means for the single kinds of records."""

from collections.abc import Iterator
from contextlib import suppress

from django.core.exceptions import ValidationError

from policies.choices import AliasKind
from policies.common.models import Record, RecordState
from policies.common.text import fold
from policies.models import AgencySuccession, Document, DocumentAlias, Relation
from policies.services.saving import Actor, save_record
from policies.services.slugs import suggest_slug


def says_nothing(record: Record) -> bool:
    """Tell whether a record relates something to itself, which is no statement."""
    if isinstance(record, Relation):
        return record.source_id == record.target_id
    if isinstance(record, AgencySuccession):
        return record.predecessor_id == record.successor_id
    return False


def keep_names(gone: Record, into: Record, *, actor: Actor, reason: str) -> None:
    """Keep the number and the titles of a merged document as names of the survivor."""
    if not isinstance(gone, Document) or not isinstance(into, Document):
        return
    public = gone.state == into.state == RecordState.PUBLISHED
    for kind, text in other_names(gone, into):
        alias = DocumentAlias(
            document=into,
            kind=kind,
            text=text,
            state=RecordState.PUBLISHED if public else RecordState.DRAFT,
        )
        alias.slug = suggest_slug(alias)
        with suppress(ValidationError):  # the name is one of its aliases already
            save_record(alias, actor=actor, reason=reason)


def other_names(gone: Document, into: Document) -> Iterator[tuple[AliasKind, str]]:
    """Give the names of one document that another does not have."""
    if gone.number and gone.number != into.number:
        yield AliasKind.SPELLING, gone.number
    own = {fold(into.title), fold(into.title_en)}
    if fold(gone.title) not in own:
        yield AliasKind.SPELLING, gone.title
    if gone.title_en and fold(gone.title_en) not in own:
        yield AliasKind.TRANSLATION, gone.title_en
