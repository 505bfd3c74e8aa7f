"""Records of other collections that stand on documents, found by the registry.

What can be attached is what a collection declares as ``attached``; so a lineage shows
the delegations of laws although nothing here knows of them.
"""

from collections import defaultdict
from collections.abc import Collection as Ids
from operator import itemgetter
from typing import ClassVar

from policies.common.api.rows import JSONRecord
from policies.common.collections import Collection
from policies.common.filters import Declared, RefusedValueError, Schema
from policies.serializers.lineage import attachable

MOST_ATTACHED = 1000


class Attachable(Declared):
    """The name of a collection whose records stand on documents."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    def parse(self, text: str) -> str:
        """Read the name of a collection."""
        names = list(attachable())
        if text not in names:
            raise RefusedValueError(f"«{text}» cannot be attached", names)
        return text

    def value_schema(self) -> Schema:
        """List the collections."""
        return {"type": "string", "enum": list(attachable())}


def attached_to(
    documents: Ids[int], collection: Collection
) -> tuple[dict[int, list[JSONRecord]], bool]:
    """Give the published records of a collection by the document they stand on.

    The second value tells whether there are more than ``MOST_ATTACHED``.
    """
    how, named = collection.attached, collection.label
    if how is None:
        raise LookupError(f"{collection.name} cannot be attached.")
    records = collection.published().filter(**{f"{how.column}__in": documents})
    columns = (how.column, "slug", named.vi, named.en)
    rows = list(records.order_by("pk").values_list(*columns)[: MOST_ATTACHED + 1])
    found: dict[int, list[JSONRecord]] = defaultdict(list)
    for document, slug, label, label_en in sorted(
        rows[:MOST_ATTACHED], key=itemgetter(1)
    ):
        found[document].append(
            {
                "collection": collection.name,
                "slug": slug,
                "label": label,
                "label_en": label_en or None,
            }
        )
    return found, len(rows) > MOST_ATTACHED
