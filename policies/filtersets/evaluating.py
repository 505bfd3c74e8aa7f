"""Filters of what makes a measure computable: inputs, conditions, worked examples."""

from policies.choices import (
    Comparator,
    ConditionKind,
    EvaluationOutcome,
    InputKind,
    InputRole,
    Unit,
)
from policies.common.filters import (
    Code,
    Day,
    Flag,
    Given,
    OpenCode,
    Quantity,
    RegisterFilterSet,
    Related,
    Slug,
    Whole,
    Word,
)


class MeasureInputFilterSet(RegisterFilterSet):
    """Filters of the inputs of measures."""

    measure = Slug("measure__slug", label="measure")
    name = Word(label="name")
    label_en = Given(label="label in English")
    kind = Code(InputKind, label="kind of value")
    role = Code(InputRole, label="role in the calculation")
    unit = OpenCode(Unit, label="unit")
    order = Whole(label="order")


class ConditionFilterSet(RegisterFilterSet):
    """Filters of the conditions of measures."""

    measure = Slug("measure__slug", label="measure")
    label_en = Given(label="label in English")
    kind = Code(ConditionKind, label="kind of condition")
    group = Related("group__slug", label="group")
    order = Whole(label="order")
    input = Related("input__slug", label="input")
    of_input = Related("of_input__slug", label="input of which it is a part")
    comparator = OpenCode(Comparator, label="comparator")
    term = Related("term__slug", label="term compared with")
    day = Day(label="day compared with")
    answer = Flag(label="answer compared with")
    provision = Related("provision__slug", label="provision")


class WorkedExampleFilterSet(RegisterFilterSet):
    """Filters of worked examples."""

    measure = Slug("measure__slug", label="measure")
    title_en = Given(label="title in English")
    day = Day(label="day")
    outcome = Code(EvaluationOutcome, label="outcome")


class ExampleValueFilterSet(RegisterFilterSet):
    """Filters of the values of worked examples."""

    example = Slug("example__slug", label="worked example")
    input = Related("input__slug", label="input")
    term = Related("term__slug", label="term")
    value = Quantity(label="value")
    day = Day(label="day")
    answer = Flag(label="answer")
