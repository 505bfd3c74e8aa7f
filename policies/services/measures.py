"""Services of measures and of what makes them computable."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.choices import InputKind
from policies.common.models import Record, RecordState
from policies.models import (
    Condition,
    ExampleValue,
    Measure,
    MeasureInput,
    Term,
    WorkedExample,
)
from policies.rules.evaluation import overlapping
from policies.services.emitting import remember_told_before
from policies.services.evaluating import rule_term
from policies.services.promises import note
from policies.services.saving import Lists, Rules, add_rules

VALUE_OF = {
    InputKind.QUANTITY: "value",
    InputKind.DAY: "day",
    InputKind.YES_NO: "answer",
}


def after_measure(measure: Measure) -> None:
    """Tell the log how the measure stands, and check what it promises."""
    remember_told_before(measure)
    note(measure)


def check_term(term: Term, _lists: Lists) -> None:
    """Refuse a second value of one quantity on the same day.

    Raises:
        ValidationError: code ``overlap``, naming the other term.

    """
    if term.held_instead is not None or term.state == RecordState.WITHDRAWN:
        return
    others = Term.objects.filter(measure=term.measure_id, held_instead=None)
    others = others.exclude(state=RecordState.WITHDRAWN).exclude(pk=term.pk)
    own = rule_term(term, term.measure)
    for other in others:
        if overlapping([own, rule_term(other, term.measure)]):
            message = _(
                "«%(other)s» đã có giá trị trong thời gian này; hãy ghi ngày hết hạn "
                "của mức đó hoặc đại lượng khác."
            )
            fault = ValidationError(
                message, code="overlap", params={"other": other.slug}
            )
            raise ValidationError({"valid_from": fault})


def check_condition(condition: Condition, _lists: Lists) -> None:
    """Refuse what belongs to another measure, and comparisons of unlike things.

    Raises:
        ValidationError: naming the field.

    """
    names = ("group", "input", "of_input", "term")
    faults = dict(elsewhere(condition, condition.measure_id, names))
    if condition.input is not None and not faults:
        faults |= unlike(condition, condition.input)
    if faults:
        raise ValidationError(faults)


def elsewhere(
    record: Record, measure: int, names: tuple[str, ...]
) -> Iterator[tuple[str, ValidationError]]:
    """Name each reference to a part of another measure."""
    for name in names:
        other: Any = getattr(record, name)
        if other is not None and other.measure_id != measure:
            message = _("«%(other)s» thuộc biện pháp khác.") % {"other": other}
            yield name, ValidationError(message, code="elsewhere")


def unlike(condition: Condition, asked: MeasureInput) -> dict[str, ValidationError]:
    """Name what an input cannot be compared with, by its kind."""
    with_what = {
        InputKind.QUANTITY: condition.term is not None,
        InputKind.DAY: condition.day is not None,
        InputKind.YES_NO: condition.answer is not None,
    }
    if with_what[InputKind(asked.kind)]:
        return {}
    message = _("Số lượng so với một mức, ngày với ngày, có/không với có/không.")
    return {"input": ValidationError(message, code="unlike")}


def check_value(value: ExampleValue, _lists: Lists) -> None:
    """Refuse a value of another measure's example, or of another kind.

    Raises:
        ValidationError: naming the field.

    """
    measure = value.example.measure_id
    faults = dict(elsewhere(value, measure, ("input", "term")))
    if value.input is not None and not faults:
        wanted = VALUE_OF[InputKind(value.input.kind)]
        if getattr(value, wanted) is None:
            message = _("Đại lượng này cần giá trị ở ô «%(field)s».")
            fault = ValidationError(message, code="unlike", params={"field": wanted})
            faults[wanted] = fault
    if faults:
        raise ValidationError(faults)


add_rules(Measure, Rules(after=after_measure))
add_rules(Term, Rules(check=check_term, after=note, removed=note))
add_rules(MeasureInput, Rules(after=note, removed=note))
add_rules(Condition, Rules(check=check_condition, after=note, removed=note))
add_rules(WorkedExample, Rules(after=note, removed=note))
add_rules(ExampleValue, Rules(check=check_value, after=note, removed=note))
