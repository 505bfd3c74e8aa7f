"""Parts on ``include=``: the records that belong to those of a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from rest_framework import serializers

from policies.common.api.rows import JSONRecord, RowPlan, grouped, plan
from policies.common.api.serializers import Parts, on_day, parts_of
from policies.common.clocks import legal_day
from policies.common.models import Record, RecordState


@dataclass(frozen=True)
class Part:
    """One part: its name, shape, model and rows, its column to the owner, its order."""

    name: str
    shape: type[serializers.Serializer[Any]]
    model: type[models.Model]
    rows: RowPlan
    key: str
    order: str

    def read(self, owners: Sequence[int]) -> dict[int, list[JSONRecord]]:
        """Give the part's records by owner, one more than the limit at most."""
        members = self.model._default_manager.filter(**{f"{self.key}__in": owners})
        if issubclass(self.model, Record):
            members = members.filter(state=RecordState.PUBLISHED)
        order = [F(self.order).asc(), F("id").asc()]
        place = Window(RowNumber(), partition_by=[F(self.key)], order_by=order)
        numbered = members.alias(place=place).filter(place__lte=Parts.LIMIT + 1)
        numbered = on_day(self.shape, numbered.order_by(*order), legal_day())
        rows = self.rows.read(numbered, f"{self.key}_id")
        records = self.rows.build(row[:-1] for row in rows)
        pairs = [(row[-1], record) for row, record in zip(rows, records, strict=True)]
        return {
            owner: [pair[1] for pair in pairs]
            for owner, pairs in grouped(pairs, 0).items()
        }


@cache
def parts(shape: type[serializers.Serializer[Any]]) -> dict[str, Part]:
    """Compile the parts a shape declares."""
    declared = parts_of(shape)
    if declared is None:
        return {}
    found = {}
    for name, key in declared.Meta.keys.items():
        child: Any = declared.fields[name]
        inner: type[serializers.ModelSerializer[Any]] = type(child.child)
        order = declared.Meta.orders.get(name, "slug")
        found[name] = Part(name, inner, inner.Meta.model, plan(inner), key, order)
    return found


def attach(
    records: Sequence[JSONRecord],
    owners: Sequence[int],
    wanted: Sequence[Part],
) -> None:
    """Put the wanted parts into each record under ``included``."""
    if not wanted or not owners:
        return
    for record in records:
        record["included"] = {"more": []}
    for part in wanted:
        by_owner = part.read(owners)
        for owner, record in zip(owners, records, strict=True):
            members = by_owner.get(owner, [])
            if len(members) > Parts.LIMIT:
                record["included"]["more"].append(part.name)
            record["included"][part.name] = members[: Parts.LIMIT]
