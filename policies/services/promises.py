"""Keeping promises computable: whole rules, and worked examples that still come out.

What concerns a measure is noted while a turn writes, and checked once before the turn
ends: a measure, its terms, inputs, conditions and examples may come in any order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from policies.common.models import Record, RecordState
from policies.common.turns import this_turn
from policies.models import (
    Condition,
    ExampleValue,
    Measure,
    MeasureInput,
    Term,
    WorkedExample,
)
from policies.rules.evaluation import (
    PROBLEM_WORDS,
    Example,
    RefusedInputsError,
    RuleProblem,
    difference,
)
from policies.services.evaluating import Promise, examples_of, promises

FEWEST_EXAMPLES = 2
NOTED = "measures whose promises are to be checked"
FIELD_OF: Mapping[type[Record], str] = {
    Measure: "rule_kind",
    Term: "value",
    MeasureInput: "unit",
    Condition: "comparator",
    WorkedExample: "outcome",
    ExampleValue: "value",
}


@dataclass(frozen=True)
class Noted:
    """What was written first of what concerns a measure: it is told of a refusal."""

    model: type[Record]
    slug: str

    @property
    def field(self) -> str:
        """The field that is told."""
        return FIELD_OF[self.model]


@dataclass(frozen=True)
class Broken:
    """A published measure that cannot be evaluated as it should, and why."""

    noted: Noted
    measure: Measure
    faults: list[ValidationError]


def note(record: Record) -> None:
    """Note that something concerning a measure was written or taken out."""
    turn = this_turn()
    model = type(record)
    noted = turn.notes.setdefault(NOTED, {})
    noted.setdefault(measure_of(record), Noted(model, record.slug))
    turn.at_end(check_noted)


def measure_of(record: Any) -> int:
    """Give the id of the measure that a record concerns."""
    if isinstance(record, Measure):
        return int(record.pk)
    owner = record.example if isinstance(record, ExampleValue) else record
    return int(owner.measure_id)


def check_noted() -> None:
    """Refuse the turn if a promise that it touched does not come out.

    Raises:
        ValidationError: naming the field first written, with every fault.

    """
    faults: dict[str, list[ValidationError]] = {}
    for broken in broken_promises():
        faults.setdefault(broken.noted.field, []).extend(broken.faults)
    if faults:
        raise ValidationError(faults)


def broken_promises() -> Iterator[Broken]:
    """Check the measures noted in this turn, and note none any more."""
    noted: dict[int, Noted] = this_turn().notes.pop(NOTED, {})
    if not noted:
        return
    for measure, faults in not_coming_out(Measure.objects.filter(pk__in=noted)):
        yield Broken(noted[measure.pk], measure, faults)


def not_coming_out(
    measures: "QuerySet[Measure]",
) -> Iterator[tuple[Measure, list[ValidationError]]]:
    """Give the published measures that do not come to their examples, and why not."""
    public = measures.filter(state=RecordState.PUBLISHED)
    computed = list(public.exclude(rule_kind="").order_by("slug"))
    if not computed:
        return
    found = promises(one.slug for one in computed)
    examples = examples_of(computed)
    for measure in computed:
        faults = faults_of(found[measure.slug], examples.get(measure.pk, []))
        if faults:
            yield measure, faults


def faults_of(promise: Promise, examples: list[Example]) -> list[ValidationError]:
    """Say why a measure cannot be published as one that can be evaluated."""
    if promise.rule is None:
        return []
    wrong = [_in_words(one, promise.measure) for one in promise.problems]
    if wrong:
        return wrong
    if len(examples) < FEWEST_EXAMPLES:
        return [_too_few(promise.measure, len(examples))]
    return [fault for one in examples for fault in _failing(promise, one)]


def _in_words(problem: RuleProblem, measure: Measure) -> ValidationError:
    message = _("«%(measure)s» chưa tính được: %(problem)s")
    values = {"measure": measure, "problem": PROBLEM_WORDS[problem]}
    return ValidationError(message, code=problem.value, params=values)


def _too_few(measure: Measure, held: int) -> ValidationError:
    message = _("«%(measure)s» cần hai ví dụ tính đã công bố; mới có %(held)s.")
    values = {"measure": measure, "held": held}
    return ValidationError(message, code="too_few_examples", params=values)


def _failing(promise: Promise, example: Example) -> Iterator[ValidationError]:
    try:
        finding = promise.evaluate(example.told, example.day)
    except RefusedInputsError as refusal:
        message = _("Ví dụ «%(example)s» cho đại lượng không đúng: %(names)s.")
        names = ", ".join(".".join(one.path) for one in refusal.faults)
        values = {"example": example.title, "names": names}
        yield ValidationError(message, code="example_inputs", params=values)
        return
    found = difference(example, finding)
    if found is not None:
        message = _("Ví dụ «%(example)s» phải ra %(expected)s, nay ra %(found)s.")
        values = {
            "example": example.title,
            "expected": found.expected,
            "found": found.found,
        }
        yield ValidationError(message, code="example_fails", params=values)
