"""Entries of the change log as they are told, by the API and to webhooks alike."""

from collections.abc import Sequence

from policies.common.api.plain import plain_plan
from policies.common.api.rows import JSONRecord, given, utc_text
from policies.common.api.searched import searched
from policies.models import Change
from policies.services.changes import LEAVING

RECORD = "record"


def written(one: Change) -> JSONRecord:
    """Give the members of ``ChangeShape``."""
    return {
        "sequence": one.sequence,
        "at": utc_text(one.at),
        "kind": one.kind,
        "collection": one.collection,
        "slug": one.slug,
        "fields": one.fields.split(",") if one.fields else [],
        "into": given(one.into),
        "day": one.day,
        "old_state": given(one.old_state),
        "new_state": given(one.new_state),
        "reason": given(one.reason) if one.kind in LEAVING else None,
    }


def include_records(results: Sequence[JSONRecord]) -> None:
    """Add to each entry its record, as the public sees it now."""
    for name in {one["collection"] for one in results}:
        those = [one for one in results if one["collection"] == name]
        records = plain_records(name, {one["slug"] for one in those})
        for one in those:
            one[RECORD] = records.get(one["slug"])


def plain_records(collection: str, slugs: set[str]) -> dict[str, JSONRecord]:
    """Read public records by their public ids, in at most two queries."""
    one = searched()[collection].collection
    public = one.published().filter(slug__in=slugs)
    return {row["slug"]: row for row in plain_plan(one.serializer).read(public)}
