"""The import and the bare copy write the very same rows; nothing here is timed."""

from django.db import transaction
from django.test import TestCase

from policies.models import Change, Citation, Statement
from policies.writing.rows import write_rows
from tests.bench.importing import added, copied_rows, last_keys, put_back


class ImportingTest(TestCase):
    """Like is compared with like."""

    def test_the_copy_puts_back_all_that_the_import_wrote(self) -> None:
        rows = [*copied_rows()[:2], *copied_rows()[-2:]]
        before = last_keys()
        with transaction.atomic():
            written = write_rows(rows)
            imported = list(added(before))
            transaction.set_rollback(True)
        self.assertEqual({"created"}, {one.outcome.value for one in written})
        self.assertEqual([], list(added(before)))
        put_back(imported)
        self.assertEqual(imported, list(added(before)))
        written_to = {table.model for table in imported}
        history = {Statement.history.model, Citation.history.model}
        self.assertLessEqual({Change, *history}, written_to)
