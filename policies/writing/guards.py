"""What keeps a row from replacing, unseen, what somebody else has written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from policies.common.api.conditional import record_etags
from policies.common.api.errors import Fault
from policies.common.api.tags import ANY
from policies.services import Outcome
from policies.services.changes import collection_of
from policies.writing.row import Row

Tags = Mapping[tuple[str, str], str]


def tags_of(rows: Iterable[Row]) -> Tags:
    """Read the ETags of the records that rows mean to replace, by table and id."""
    slugs: dict[str, set[str]] = defaultdict(set)
    collections = {}
    for row in rows:
        if row.etag is not None and row.slug:
            collection = collection_of(row.model)
            collections[collection.name] = collection
            slugs[collection.name].add(row.slug)
    return {
        (name, slug): tag
        for name, collection in collections.items()
        for slug, tag in record_etags(collection, slugs[name], public=False).items()
    }


def unseen(row: Row, outcome: Outcome, tags: Tags, *, overwrite: bool) -> Fault | None:
    """Say why a row that changed the register should not have, if it should not."""
    if outcome is Outcome.UNCHANGED:
        return None  # so that a file may be sent again, with tags of before
    if row.etag is not None:
        return _of_tag(row, tags.get((collection_of(row.model).name, row.slug)))
    if outcome is Outcome.CREATED or overwrite:
        return None
    detail = (
        f"The register holds another «{row.slug}». Read it, and send its ETag with "
        "the row, or say that rows may overwrite."
    )
    return Fault("precondition_required", detail, pointer="/etag")


def _of_tag(row: Row, current: str | None) -> Fault | None:
    if row.etag == current or (row.etag == ANY and current):
        return None
    detail = (
        f"«{row.slug}» has the ETag {current} now."
        if current
        else f"The register holds no «{row.slug}»."
    )
    return Fault("precondition_failed", detail, pointer="/etag")
