"""What tests of merging share."""

from django.core.exceptions import ValidationError

from policies.common.models import Record
from policies.models import (
    Change,
)
from policies.services.merging import merge_records
from policies.services.removing import referring
from tests.policies.services.cases import ServiceCase


class MergingCase(ServiceCase):
    """A test that merges records."""

    def merge(self, record: Record, into: Record, reason: str = "trùng") -> None:
        """Merge, and see that nothing refers to what is gone."""
        merge_records(record, into, reason=reason)
        self.assertFalse(type(record)._default_manager.filter(pk=record.pk).exists())
        self.assertEqual([], list(referring(record)))
        into.refresh_from_db()

    def refused(self, record: Record, into: Record) -> str:
        """Expect that two records are not merged, and that nothing is written."""
        last = Change.objects.count()
        with self.assertRaises(ValidationError) as caught:
            merge_records(record, into)
        self.assertEqual(last, Change.objects.count())
        self.assertTrue(type(record)._default_manager.filter(pk=record.pk).exists())
        return ", ".join(str(one.code) for one in _faults(caught.exception))

    def entries(self, record: Record) -> list[tuple[str, str]]:
        """Give kind and survivor of the entries of the log about a record."""
        told = Change.objects.filter(slug=record.slug).order_by("sequence")
        return list(told.values_list("kind", "into"))


def _faults(refusal: ValidationError) -> list[ValidationError]:
    if hasattr(refusal, "error_dict"):
        return [one for those in refusal.error_dict.values() for one in those]
    return list(refusal.error_list)
