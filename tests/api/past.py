"""A register that changes on numbered days, for tests of what it once said."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from django.test import TestCase
from django.utils import timezone

from policies.common.collections import Collection
from policies.common.models import Record
from policies.services import save_record
from tests.api.calls import BY_NAME, Answer, Pairs, ask, slugs

BEFORE_THE_REGISTER = "2000-01-01T00:00:00Z"
DOCUMENTS, RELATIONS, MEASURES, TERMS = (
    BY_NAME[name] for name in ("documents", "relations", "measures", "terms")
)


class PastCase(TestCase):
    """A register that is changed on numbered days, and asked on the last of them."""

    def setUp(self) -> None:
        self.start = timezone.now()

    def time(self, day: int) -> datetime:
        """Give the time of a numbered day; day 0 is that of the real register."""
        return self.start + timedelta(days=day)

    @contextmanager
    def on(self, day: int) -> Iterator[None]:
        """Let it be a numbered day."""
        with patch("django.utils.timezone.now", return_value=self.time(day)):
            yield

    def change(self, day: int, record: Record, **values: Any) -> None:
        """Change a record on a day, its lists among the values."""
        lists = {
            field.name: values.pop(field.name)
            for field in record._meta.many_to_many
            if field.name in values
        }
        for name, value in values.items():
            setattr(record, name, value)
        with self.on(day):
            save_record(record, lists=lists)

    def query(self, day: int, *pairs: tuple[str, Any]) -> Pairs:
        """Ask for what was known on a day."""
        return [*pairs, ("known_at", self.time(day).isoformat())]

    def ask(self, day: int, address: str, *pairs: tuple[str, Any]) -> Answer:
        """Ask on the last day what an address said on a day."""
        with self.on(99):
            return ask(address, self.query(day, *pairs))

    def told(self, day: int, record: Record, collection: Collection) -> Any:
        """Read a record as it was on a day."""
        return self.ask(day, f"{collection.name}/{record.slug}/").body

    def found(
        self, day: int, collection: Collection, *pairs: tuple[str, Any]
    ) -> list[str]:
        """List what was found on a day."""
        with self.on(99):
            return slugs(collection, self.query(day, *pairs))
