"""What the tests of rows share: making rows, and reading what became of them."""

from typing import Any

from django.test import TestCase

from policies.common.api.conditional import record_etag
from policies.common.collections import Collection
from policies.common.registry import registered
from policies.models import Change
from policies.writing.row import Row, RowsRefusedError, RowWritten
from policies.writing.rows import write_rows
from policies.writing.writer import How
from tests.factories.base import next_number


def collection(name: str) -> Collection:
    """Give a collection by its name."""
    return next(one for one in registered() if one.name == name)


def row(name: str, /, *, etag: str | None = None, **data: Any) -> Row:
    """Make a row at a place of its own; published unless it says otherwise."""
    where = f"{name}:{next_number()}"
    return Row(where, collection(name), {"state": "published", **data}, etag)


def subject(slug: str, /, **data: Any) -> Row:
    """Make a row of a subject, the simplest record there is."""
    return row("subjects", **{"slug": slug, "name": f"Chủ đề {slug}"} | data)


def tag(name: str, slug: str) -> str:
    """Give the ETag that a record has now."""
    found = record_etag(collection(name), slug, public=False)
    assert found is not None
    return found


class RowsCase(TestCase):
    """A test that writes rows."""

    def write(self, *rows: Row, **how: Any) -> list[RowWritten]:
        """Write rows."""
        return write_rows(rows, how=How(**how))

    def outcomes(self, *rows: Row, **how: Any) -> list[str]:
        """Write rows, and give what was done to each."""
        return [one.outcome.value for one in self.write(*rows, **how)]

    def refused(self, *rows: Row, **how: Any) -> list[tuple[str, str, str]]:
        """Expect a refusal that leaves no trace; give place, pointer, code of each."""
        before = Change.objects.count()
        with self.assertRaises(RowsRefusedError) as caught:
            self.write(*rows, **how)
        self.assertEqual(before, Change.objects.count(), "something was written")
        self.details = [one.fault.detail for one in caught.exception.faults]
        return [
            (one.row.where, one.fault.pointer, one.fault.code)
            for one in caught.exception.faults
        ]
