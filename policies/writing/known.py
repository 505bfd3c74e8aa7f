"""The records that rows refer to, read many at a time and remembered."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from policies.common.models import Record
from policies.services import Outcome
from policies.services.saving import concrete
from policies.writing.members import Reference

Kept = dict[str, Record]


class Known:
    """Finds records by public id; what was found or written is not asked for again."""

    def __init__(self) -> None:
        self._kept: dict[type[models.Model], Kept] = defaultdict(dict)

    def find(self, model: type[Any], slug: str) -> Any | None:
        """Give the record of a kind with a public id, if there is one."""
        kept = self._kept[model]
        if slug not in kept:
            found = model._default_manager.filter(slug=slug).first()
            if found is None:
                return None
            kept[slug] = found
        return kept[slug]

    def read(self, wanted: Iterable[Reference]) -> None:
        """Read the records that will be asked for, each kind in one query."""
        missing: dict[type[Any], set[str]] = defaultdict(set)
        for model, slug in wanted:
            if slug not in self._kept[model]:
                missing[model].add(slug)
        for model, slugs in missing.items():
            for one in model._default_manager.filter(slug__in=slugs):
                self._kept[model][one.slug] = one

    def note(self, record: Record, outcome: Outcome) -> None:
        """Remember a record that was written.

        A change may move others of its kind along, and what they hold of each other:
        all of them are read anew.
        """
        kept = self._kept[concrete(record)]
        if outcome is Outcome.UPDATED:
            kept.clear()
        kept[record.slug] = record
