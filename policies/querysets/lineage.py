"""The lineage of a document: how far up and down each related document stands.

Up lies what the document carries out or rests on, down what carries it out. The walk
is one recursive common table expression, the same text on SQLite and PostgreSQL. Its
rows are pairs of document and depth, and the depth is bounded: a circle ends the walk.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThanOrEqual

from policies.choices import DocumentStage, LineageDirection, RelationType

_ACTS_ON_DAY = """
        AND s.stage = 'adopted'
        AND COALESCE(r.effective_on, s.effective_on, s.issued_on) <= %s
        AND (r.until IS NULL OR r.until > %s)"""

_WAY = """{way} (id, depth) AS (
    SELECT CAST(%s AS bigint), 0
    UNION
    SELECT r.{to}_id, {way}.depth + 1 FROM {way}
    CROSS JOIN policies_relation r
    JOIN policies_document s ON s.id = r.source_id
    JOIN policies_document t ON t.id = r.target_id
    WHERE r.{of}_id = {way}.id AND {way}.depth < %s AND r.type IN ({types})
        AND r.state || '' = 'published' AND s.state = 'published'
        AND t.state = 'published'{on_day}
)"""
# CROSS JOIN and the concatenation keep SQLite on the index of the relation's document:
# left alone it reads all published relations anew for every document met.

_LINEAGE = """WITH RECURSIVE {up},
{down}
SELECT id, way, MIN(depth) FROM (
    SELECT id, 'up' AS way, depth FROM up
    UNION ALL
    SELECT id, 'down', depth FROM down
) walked
GROUP BY id, way ORDER BY 3, 1, 2 LIMIT %s"""


class Step(NamedTuple):
    """A document met on the way up or down, and by how many relations at least."""

    id: int
    way: str
    depth: int


def lineage(
    root: int,
    direction: LineageDirection,
    types: Sequence[RelationType],
    depth: int,
    day: date | None = None,
    most: int = 1000,
) -> list[Step]:
    """Walk from a document along published relations, the nearest documents first.

    The document itself is met at depth 0, up and down.

    Args:
        root: id of the document.
        direction: which way to walk.
        types: the relations that are followed.
        depth: how many relations to follow at most.
        day: follow only relations in effect on this day; ``None`` follows all.
        most: how many steps to give at most.

    """
    days = [] if day is None else [day.isoformat()] * 2
    params: list[str | int] = []
    for way in (LineageDirection.UP, LineageDirection.DOWN):
        walked = direction in {way, LineageDirection.BOTH}
        params += [root, depth if walked else 0, *types, *days]
    shared = {
        "types": ", ".join(["%s"] * len(types)),
        "on_day": _ACTS_ON_DAY if days else "",
    }
    text = _LINEAGE.format(
        up=_WAY.format(way="up", of="source", to="target", **shared),
        down=_WAY.format(way="down", of="target", to="source", **shared),
    )
    with connection.cursor() as cursor:
        cursor.execute(text, [*params, most])
        return [Step(*row) for row in cursor.fetchall()]


def in_effect_on(day: date) -> Q:
    """Condition that a relation acts on a day, as ``lineage`` reads it.

    Only an adopted document acts: from the relation's own day, else the day its
    document takes effect, else the day it was issued; and not from ``until`` on.
    A relation of which none of these days is known acts on no day.
    """
    began = Coalesce("effective_on", "source__effective_on", "source__issued_on")
    return (
        Q(LessThanOrEqual(began, day))
        & Q(source__stage=DocumentStage.ADOPTED)
        & (Q(until__isnull=True) | Q(until__gt=day))
    )
