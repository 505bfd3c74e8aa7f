"""The chain of documents: what carries out what, walked in one query.

The walk is a recursive common table expression, the same text on SQLite and
PostgreSQL. ``UNION`` keeps each document once, so a circle ends the walk. Cross joins
keep SQLite to the order written: from each document to its relations by their index.
"""

from collections.abc import Sequence

from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from policies.choices import RelationType

CARRYING_OUT = (
    RelationType.IMPLEMENTS,
    RelationType.DETAILS,
    RelationType.GUIDES,
    RelationType.BASED_ON,
)
"""Relations by which the acting document carries out the one it acts on."""

_DESCENDANTS = """
WITH RECURSIVE below (id) AS (
    SELECT d.id FROM policies_document d
    WHERE d.state = 'published' AND d.slug IN ({slugs})
    UNION
    SELECT r.source_id
    FROM below CROSS JOIN policies_relation r CROSS JOIN policies_document d
    WHERE r.target_id = below.id AND r.type IN ({types}) AND r.state = 'published'
    AND d.id = r.source_id AND d.state = 'published'
)
SELECT id FROM below
"""


def descendants(
    slugs: Sequence[str], types: Sequence[RelationType] = CARRYING_OUT
) -> RawSQL:
    """Give the ids of documents and of all that act on them, however many steps down.

    The documents themselves are among them. Only published documents and published
    relations are links; a public id that is unknown has no descendants. To be used
    as ``document_id__in=descendants(["57-nq-tw"])``.

    Args:
        slugs: public ids where the walk begins.
        types: the relations that are followed, from the target to the source.

    """
    text = _DESCENDANTS.format(slugs=_places(slugs), types=_places(types))
    return RawSQL(text, (*slugs, *types), BigIntegerField())  # noqa: S611 # no input in it


def _places(values: Sequence[str]) -> str:
    return ", ".join(["%s"] * len(values))
