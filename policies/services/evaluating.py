"""Evaluating measures: their rules as the register holds them, in a few queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from policies.choices import (
    Comparator,
    ConditionKind,
    EvaluationOutcome,
    EvaluationReason,
    InputKind,
    InputRole,
    LegalStateCode,
    RuleKind,
    StartedBy,
    TermRole,
    Unit,
)
from policies.common.dates import contains
from policies.common.models import RecordState
from policies.models import (
    Condition,
    ExampleValue,
    LegalInterval,
    Measure,
    MeasureInput,
    Term,
    WorkedExample,
)
from policies.rules.evaluation import (
    TOTAL,
    Duration,
    Example,
    Finding,
    Rule,
    RuleCondition,
    RuleInput,
    RuleProblem,
    RuleTerm,
    evaluate,
    plain,
    problems,
    read_given,
    standing,
)

PUBLISHED = RecordState.PUBLISHED
CANNOT = EvaluationOutcome.CANNOT_BE_EVALUATED
NOTHING_ASKED = Rule(RuleKind.ELIGIBILITY)
MISSING = "-"  # stands for a part that is not public; no part is called so


@dataclass
class Promise:
    """A measure with its rule, as published.

    Attributes:
        rule: None where the measure has no rule kind.
        version: when the rule last changed: the measure, its inputs or conditions.
        intervals: the legal states of its document.

    """

    measure: Measure
    rule: Rule | None
    version: datetime
    intervals: Sequence[LegalInterval] = field(default_factory=list)

    @cached_property
    def problems(self) -> list[RuleProblem]:
        """What keeps the rule from being whole, as before an upgrade it may not be."""
        return problems(self.rule) if self.rule else []

    @property
    def duration(self) -> Duration:
        """When the measure applies, and which day says so.

        Its own day counts, else that of its provision, else that of its document;
        a document without a day of effect, as those of the Party are, counts from
        its issue.
        """
        document, provision = self.measure.document, self.measure.provision
        ends = provision.ends_on if provision else None
        until = self.measure.until or ends
        for day, by in (
            (self.measure.effective_on, StartedBy.MEASURE),
            (provision.effective_on if provision else None, StartedBy.PROVISION),
            (document.effective_on if document else None, StartedBy.DOCUMENT),
            (document.issued_on if document else None, StartedBy.ISSUE),
        ):
            if day is not None:
                return Duration(day, by, until)
        return Duration(None, None, until)

    def interval_on(self, day: date) -> LegalInterval | None:
        """Give the legal state of the document on a day."""
        for one in self.intervals:
            if contains(one.starts_on, one.until, day):
                return one
        return None

    def evaluate(self, told: Mapping[str, Any], day: date) -> Finding:
        """Evaluate the measure on a day.

        Raises:
            RefusedInputsError: an input is missing or wrong, whatever the day.

        """
        given = read_given(self.rule or NOTHING_ASKED, told)
        if self.rule is None:
            return Finding(CANNOT, EvaluationReason.NO_RULE)
        if self.problems:
            return Finding(CANNOT, EvaluationReason.RULE_INCOMPLETE)
        interval = self.interval_on(day)
        legal_state = LegalStateCode(interval.state) if interval else None
        stopped = standing(self.duration, legal_state, day)
        return stopped or evaluate(self.rule, given, day)


def promises(slugs: Iterable[str]) -> dict[str, Promise]:
    """Read published measures with their rules, by public id; five queries at most."""
    measures = Measure.objects.filter(slug__in=set(slugs), state=PUBLISHED)
    found = list(measures.select_related("document", "provision"))
    parts = _Parts.read([one for one in found if one.rule_kind])
    intervals = _intervals(found)
    return {
        one.slug: Promise(
            one,
            parts.rule(one) if one.rule_kind else None,
            parts.version(one),
            intervals.get(one.document_id or 0, []),
        )
        for one in found
    }


def _intervals(measures: Sequence[Measure]) -> dict[int, list[LegalInterval]]:
    documents = {one.document_id for one in measures if one.document_id}
    by_document: dict[int, list[LegalInterval]] = {}
    if documents:
        for one in LegalInterval.objects.filter(document__in=documents):
            by_document.setdefault(one.document_id, []).append(one)
    return by_document


@dataclass
class _Parts:
    """The published rows that rules consist of, by measure."""

    terms: dict[int, list[Term]]
    inputs: dict[int, list[MeasureInput]]
    conditions: dict[int, list[Condition]]

    @classmethod
    def read(cls, measures: Sequence[Measure]) -> "_Parts":
        """Read the rows of measures: a query each for terms, inputs, conditions."""
        if not measures:
            return cls({}, {}, {})
        of_them = {"measure__in": [one.pk for one in measures], "state": PUBLISHED}
        terms = Term.objects.filter(**of_them).select_related(
            "beneficiary", "provision__document"
        )
        conditions = Condition.objects.filter(**of_them).select_related(
            "provision__document", "term"
        )
        return cls(
            by_measure(terms.order_by("slug")),
            by_measure(
                MeasureInput.objects.filter(**of_them).order_by("order", "slug")
            ),
            by_measure(conditions.order_by("order", "slug")),
        )

    def rule(self, measure: Measure) -> Rule:
        """Build the rule of a measure."""
        terms = self.terms.get(measure.pk, [])
        inputs = self.inputs.get(measure.pk, [])
        conditions = self.conditions.get(measure.pk, [])
        names = {one.pk: one.name for one in inputs}
        groups = {one.pk: one.slug for one in conditions}
        held = [one for one in terms if one.held_instead_id is None]
        return Rule(
            RuleKind(measure.rule_kind),
            tuple(rule_input(one) for one in inputs),
            tuple(_condition(one, names, groups, measure) for one in conditions),
            tuple(rule_term(one, measure) for one in held),
        )

    def version(self, measure: Measure) -> datetime:
        """Give when the rule last changed; the values of terms have their own."""
        rows = (
            *self.inputs.get(measure.pk, []),
            *self.conditions.get(measure.pk, []),
        )
        return max((measure.modified_at, *(one.modified_at for one in rows)))


def by_measure(rows: Iterable[Any]) -> dict[int, list[Any]]:
    """Sort rows by the measure that they belong to."""
    found: dict[int, list[Any]] = {}
    for one in rows:
        found.setdefault(one.measure_id, []).append(one)
    return found


def rule_input(one: MeasureInput) -> RuleInput:
    """Give an input as rules know it."""
    return RuleInput(
        slug=one.slug,
        name=one.name,
        kind=InputKind(one.kind),
        role=InputRole(one.role),
        unit=Unit(one.unit) if one.unit else None,
        label=one.label,
        label_en=one.label_en,
    )


def rule_term(one: Term, measure: Measure) -> RuleTerm:
    """Give a term as rules know it: without days of its own it has its measure's."""
    return RuleTerm(
        slug=one.slug,
        role=TermRole(one.role),
        comparator=Comparator(one.comparator),
        value=one.value,
        unit=Unit(one.unit),
        valid_from=one.valid_from or measure.effective_on,
        valid_until=one.valid_until or measure.until,
        series=(one.role, one.base, str(one.beneficiary_id or "")),
        lower_bound=one.lower_bound,
        version=one.modified_at,
        record=one,
    )


def _condition(
    one: Condition, names: Mapping[int, str], groups: Mapping[int, str], of: Measure
) -> RuleCondition:
    return RuleCondition(
        slug=one.slug,
        kind=ConditionKind(one.kind),
        group=groups.get(one.group_id, MISSING) if one.group_id else None,
        input=names.get(one.input_id, MISSING) if one.input_id else "",
        of_input=names.get(one.of_input_id, MISSING) if one.of_input_id else "",
        comparator=Comparator(one.comparator) if one.comparator else None,
        term=rule_term(one.term, of) if one.term else None,
        day=one.day,
        answer=one.answer,
        record=one,
    )


def examples_of(measures: Iterable[Measure]) -> dict[int, list[Example]]:
    """Read the published worked examples of measures, by measure; two queries."""
    own = WorkedExample.objects.filter(measure__in=list(measures), state=PUBLISHED)
    held = list(own.order_by("slug"))
    values = ExampleValue.objects.filter(example__in=held, state=PUBLISHED)
    by_example: dict[int, list[ExampleValue]] = {}
    for value in values.select_related("input", "term").order_by("input__order", "pk"):
        by_example.setdefault(value.example_id, []).append(value)
    found: dict[int, list[Example]] = {}
    for one in held:
        example = _example(one, by_example.get(one.pk, []))
        found.setdefault(one.measure_id, []).append(example)
    return found


def _example(one: WorkedExample, values: Sequence[ExampleValue]) -> Example:
    return Example(
        slug=one.slug,
        title=one.title,
        title_en=one.title_en,
        day=one.day,
        told={value.input.name: told(value) for value in values if value.input},
        outcome=EvaluationOutcome(one.outcome),
        amounts={
            value.term.slug if value.term else TOTAL: value.value
            for value in values
            if value.input is None and value.value is not None
        },
    )


def told(value: ExampleValue) -> dict[str, Any]:
    """Give what an example tells an input, as somebody who asks would tell it."""
    if value.day is not None:
        return {"day": value.day.isoformat()}
    if value.answer is not None:
        return {"answer": value.answer}
    number = plain(value.value or Decimal(0))
    return {"value": number, "unit": value.input.unit if value.input else ""}
