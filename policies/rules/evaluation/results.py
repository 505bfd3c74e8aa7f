"""What an evaluation finds: an outcome, its reason, amounts and every step."""

from dataclasses import dataclass, field
from decimal import Decimal

from policies.choices import (
    BoundKnown,
    Comparator,
    EvaluationOutcome,
    EvaluationReason,
    StepKind,
    Unit,
)
from policies.rules.evaluation.conditions import Judged
from policies.rules.evaluation.facts import RuleTerm


@dataclass(frozen=True)
class Amount:
    """An amount that the rule gives to somebody.

    Attributes:
        term: the quantity it comes from; None for the total of a scale.
        comparator: how it is to be read: exactly, at least, up to.
        value: rounded to the unit.
        exact: before rounding.
        bound: whether a cap or floor was known.
        takes_remainder: whether it also takes what the rounding of others left.

    """

    term: RuleTerm | None
    comparator: Comparator
    value: Decimal
    unit: Unit
    exact: Decimal
    bound: BoundKnown = BoundKnown.NONE
    takes_remainder: bool = False


@dataclass(frozen=True)
class Step:
    """One step of the calculation, with the quantity that it rests on."""

    kind: StepKind
    values: dict[str, Decimal]
    term: RuleTerm | None = None


@dataclass
class Calculation:
    """Amounts with the steps that lead to them."""

    amounts: list[Amount] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True)
class Finding:
    """What evaluating a rule on a day found.

    Attributes:
        missing: the terms whose value would be needed and is not known.
        conditions: each with what was expected and what is the case.
        used: the quantities that were used, in their version.

    """

    outcome: EvaluationOutcome
    reason: EvaluationReason
    conditions: tuple[Judged, ...] = ()
    amounts: tuple[Amount, ...] = ()
    steps: tuple[Step, ...] = ()
    missing: tuple[RuleTerm, ...] = ()
    used: tuple[RuleTerm, ...] = ()
