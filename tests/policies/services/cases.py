"""What the tests of services share: reading refusals, history and legal state."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.test import TestCase

from policies.common.models import Record
from policies.models import Document
from policies.services import Lists, Outcome, save_record

Stretch = tuple[str, date | None, date | None, str]


class ServiceCase(TestCase):
    """A test that saves records and looks at what became of them."""

    def change(
        self, record: Record, *, lists: Lists | None = None, **values: Any
    ) -> Outcome:
        """Change values of a record and save it."""
        for name, value in values.items():
            setattr(record, name, value)
        return save_record(record, lists=lists)

    def refusal(
        self, record: Record, *, lists: Lists | None = None, **values: Any
    ) -> ValidationError:
        """Expect that a change is refused, and give the refusal."""
        with self.assertRaises(ValidationError) as caught:
            self.change(record, lists=lists, **values)
        return caught.exception

    def assert_refused(
        self,
        record: Record,
        codes: dict[str, str],
        *,
        lists: Lists | None = None,
        **values: Any,
    ) -> None:
        """Expect a refusal with these codes by field ("__all__": the whole record)."""
        self.assertEqual(codes, told(self.refusal(record, lists=lists, **values)))

    def assert_states(self, document: Document, *expected: Stretch) -> None:
        """Compare the kept legal states: state, first day, day after, cause."""
        self.assertEqual(list(expected), states(document))


def told(refusal: ValidationError) -> dict[str, str]:
    """Give the codes of a refusal by field."""
    if not hasattr(refusal, "error_dict"):
        return {"__all__": ", ".join(str(one.code) for one in refusal.error_list)}
    return {
        name: ", ".join(str(one.code) for one in faults)
        for name, faults in refusal.error_dict.items()
    }


def states(document: Document) -> list[Stretch]:
    """Give the legal states kept for a document, in order of time."""
    return [
        (one.state, one.starts_on, one.until, one.cause)
        for one in document.legal_intervals.all()
    ]


def history_of(record: Record) -> list[Any]:
    """Give the history of a record, the oldest first."""
    return list(record.history.order_by("history_id"))
