"""Merges in the real register: whatever referred to either record is still there."""

from collections import Counter
from itertools import pairwise
from random import Random
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from policies.choices import ChangeKind
from policies.common.models import Record, RecordState
from policies.common.registry import registered
from policies.models import (
    Agency,
    Change,
    Condition,
    Document,
    ExampleValue,
    LegalInterval,
    Measure,
    MeasureInput,
    Person,
    Provision,
    Relation,
    Source,
    Term,
    WorkedExample,
)
from policies.services import compute
from policies.services.changes import entries_of, last_sequence
from policies.services.merging import merge_records
from policies.services.removing import Reference, references_to, referring
from tests.policies.services.cases import ServiceCase, history_of

Referring = dict[Reference, set[Any]]
TABLES = [one.model for one in registered() if not one.model._meta.proxy]
PARTS_OF_RULES: set[Any] = {Condition, ExampleValue, MeasureInput, WorkedExample}
RULED: dict[Any, str] = {Measure: "rule_kind", Term: "measure__rule_kind"}
GOING = {ChangeKind.MERGE, ChangeKind.DELETE}


def referring_to(*records: Record) -> Referring:
    """Give who refers to records, by the column or list that does."""
    return {
        reference: {other for record in records for other in reference.to(record)}
        for reference in references_to(type(records[0]))
    }


def most_referred(model: type[Record]) -> tuple[Any, Any]:
    """Give the two of the first records of a table to which most refer.

    Measures that are computed keep what they rest on; others are taken.
    """
    count: Counter[Any] = Counter()
    free = {RULED[model]: ""} if model in RULED else {}
    for record in model._default_manager.filter(**free).order_by("pk")[:12]:
        count[record] = len(list(referring(record)))
    (one, _more), (two, _less) = count.most_common(2)
    return one, two


class RegisterCase(ServiceCase):
    """A test that merges records of the register and looks for what was lost."""

    def merge(self, record: Any, into: Any) -> None:
        """Merge, and compare what refers to the survivor with what did before."""
        before = referring_to(record, into)
        last = last_sequence()
        merge_records(record, into, reason="thử")
        self.assertEqual([], list(referring(record)))
        after = referring_to(into)
        for reference, others in before.items():
            for other in others - {record, into}:
                with self.subTest(by=str(reference), other=other.slug):
                    self.assert_kept(other, after[reference], last)
        self.assert_told(record, into, before, last)
        if isinstance(record, Document | Relation | Provision):
            self.assert_states_right()

    def assert_kept(self, other: Any, after: set[Any], last: int) -> None:
        """See that a record refers to the survivor, or went for a reason told."""
        if type(other)._default_manager.filter(pk=other.pk).exists():
            self.assertIn(other, after)
            return
        told = entries_of(other).order_by("sequence").last()
        assert told is not None
        self.assertIn(told.kind, GOING)
        self.assertGreater(told.sequence, last)
        if told.kind == ChangeKind.MERGE:
            twin = type(other)._default_manager.filter(slug=told.into).first()
            self.assertIn(twin, after)

    def assert_told(self, record: Any, into: Any, before: Referring, last: int) -> None:
        """See that history and log tell of the merge and of each record that moved."""
        self.assertEqual("-", history_of(record)[-1].history_type)
        merged = entries_of(record).order_by("sequence").last()
        assert merged is not None
        self.assertEqual((ChangeKind.MERGE, into.slug), (merged.kind, merged.into))
        entries = Change.objects.filter(sequence__gt=last)
        told = set(entries.values_list("collection", "slug"))
        for reference in before:
            for other in reference.to(into):
                moved = other.history.latest("history_id").history_change_reason
                if moved == "thử" and other.state == RecordState.PUBLISHED:
                    name = entries_of(other).values_list("collection").first()
                    assert name is not None
                    self.assertIn((*name, other.slug), told)

    def assert_states_right(self) -> None:
        """Compare every kept legal state with what the rules compute."""
        columns = ("state", "starts_on", "until", "cause")
        kept: dict[int, list[Any]] = {}
        for own, *row in LegalInterval.objects.order_by("id").values_list(
            "document", *columns
        ):
            kept.setdefault(own, []).append(tuple(row))
        for document in Document.objects.all():
            wanted = [
                (one.state.value, one.starts_on, one.until, one.cause)
                for one in compute(document)
            ]
            self.assertEqual(wanted, kept.get(document.pk, []), document.slug)


class RegisterTests(RegisterCase):
    """The merges that officers make."""

    def test_two_agencies(self) -> None:
        one, two = (
            Agency.objects.get(slug=slug)
            for slug in (
                "ministry-of-science-and-technology-until-2025",
                "ministry-of-science-and-technology",
            )
        )
        self.merge(one, two)

    def test_two_people(self) -> None:
        self.merge(*most_referred(Person))

    def test_two_sources(self) -> None:
        cited = Source.objects.annotate(times=models.Count("citations"))
        one, two = cited.filter(times__gte=10).order_by("times", "slug")[:2]
        self.merge(one, two)

    def test_two_documents_of_which_one_ends_the_other(self) -> None:
        one, two = (
            Document.objects.get(slug=slug)
            for slug in ("193-2025-qh15", "93-2025-qh15")
        )
        self.assertTrue(one.outgoing.exists() and one.measures.exists())
        Measure.objects.update(rule_kind="")  # else their worked examples stand by it
        self.merge(one, two)
        self.assertIn("193/2025/QH15", {alias.text for alias in two.aliases.all()})

    def test_two_records_of_every_other_table(self) -> None:
        for model in set(TABLES) - {Agency, Document, Person, Source} - PARTS_OF_RULES:
            with self.subTest(model.__name__):
                self.assertTrue(self.merged_or_refused(*most_referred(model)))

    def test_a_measure_must_still_come_out(self) -> None:
        for model in PARTS_OF_RULES:
            with self.subTest(model.__name__):
                self.assertFalse(self.merged_or_refused(*most_referred(model)))
        one, two = (
            Document.objects.get(slug=slug)
            for slug in ("193-2025-qh15", "93-2025-qh15")
        )
        self.assertFalse(self.merged_or_refused(one, two))

    def test_any_two_agencies_and_documents(self) -> None:
        random = Random(57)  # noqa: S311 - the same pairs each time
        models_tried: tuple[type[models.Model], ...] = (Agency, Document)
        merged = 0
        for model in models_tried:
            records = list(model._default_manager.order_by("slug"))
            for one, two in list(pairwise(random.sample(records, 7))):
                with self.subTest(one=str(one), two=str(two)):
                    merged += self.merged_or_refused(one, two)
        self.assertGreater(merged, 2)

    def merged_or_refused(self, one: Any, two: Any) -> bool:
        """Merge within a transaction of its own; a refusal must leave no trace."""
        last = last_sequence()
        try:
            with transaction.atomic():
                self.merge(one, two)
                transaction.set_rollback(True)
        except ValidationError:
            self.assertEqual(last, last_sequence())
            self.assertTrue(type(one)._default_manager.filter(pk=one.pk).exists())
            return False
        return True
