"""Agencies through their mergers, renamings and splits, walked in one query."""

from collections.abc import Sequence

from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from policies.choices import SuccessionKind

CONTINUING = (SuccessionKind.MERGED, SuccessionKind.RENAMED, SuccessionKind.SPLIT)
"""Successions in which one body goes on as another; a transferred task is none."""

_STEP = """
    SELECT a.id FROM policies_agency a
    WHERE a.state = 'published' AND a.slug IN ({slugs})
    UNION
    SELECT s.{to}_id
    FROM {name} CROSS JOIN policies_agencysuccession s CROSS JOIN policies_agency a
    WHERE s.{start}_id = {name}.id AND s.kind IN ({kinds}) AND s.state = 'published'
    AND a.id = s.{to}_id AND a.state = 'published'
"""


def same_agency(slugs: Sequence[str]) -> RawSQL:
    """Give the ids of agencies, of all they came from and of all they became.

    The former Ministry of Information and Communications leads to the Ministry of
    Science and Technology it was merged into, but not to what else was merged there:
    predecessors are followed back, successors forward, and the two never mixed. Only
    published agencies and successions are links. To be used as
    ``issuer_id__in=same_agency([...])``.
    """
    places = ", ".join(["%s"] * len(slugs))
    kinds = ", ".join(["%s"] * len(CONTINUING))
    earlier = _STEP.format(
        slugs=places, kinds=kinds, name="earlier", start="successor", to="predecessor"
    )
    later = _STEP.format(
        slugs=places, kinds=kinds, name="later", start="predecessor", to="successor"
    )
    text = (
        f"WITH RECURSIVE earlier (id) AS ({earlier}), later (id) AS ({later}) "  # noqa: S608
        "SELECT id FROM earlier UNION SELECT id FROM later"
    )
    once = (*slugs, *CONTINUING)
    return RawSQL(text, once + once, BigIntegerField())  # noqa: S611 # no input in it
