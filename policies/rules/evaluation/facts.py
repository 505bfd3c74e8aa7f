"""What a measure's rule consists of, free of tables: inputs, conditions, terms."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from policies.choices import (
    Comparator,
    ConditionKind,
    InputKind,
    InputRole,
    RuleKind,
    TermRole,
    Unit,
)
from policies.common.dates import contains


@dataclass(frozen=True)
class RuleInput:
    """A value that must be told: how it is called, its kind, its unit."""

    slug: str
    name: str
    kind: InputKind
    role: InputRole
    unit: Unit | None
    label: str
    label_en: str


@dataclass(frozen=True)
class RuleTerm:
    """A dated quantity of a measure; ``value`` is None where it is not known.

    ``series`` tells quantities of one meaning through time: role, base, beneficiary.
    """

    slug: str
    role: TermRole
    comparator: Comparator
    value: Decimal | None
    unit: Unit
    valid_from: date | None
    valid_until: date | None
    series: tuple[str, ...] = ()
    lower_bound: Decimal | None = None
    version: datetime | None = None
    record: Any = None

    @property
    def percent(self) -> Decimal | None:
        """The value in percent, where it is a part of something."""
        if self.value is None or self.unit not in PARTS:
            return None
        return self.value if self.unit is Unit.PERCENT else self.value * 100


PARTS = frozenset({Unit.PERCENT, Unit.RATIO})


@dataclass(frozen=True)
class RuleCondition:
    """A condition: an input compared with a term, day or answer; or a group of them.

    ``of_input`` is the input of which ``input`` is taken as a part, in percent.
    """

    slug: str
    kind: ConditionKind
    group: str | None = None
    input: str = ""
    of_input: str = ""
    comparator: Comparator | None = None
    term: RuleTerm | None = None
    day: date | None = None
    answer: bool | None = None
    record: Any = None


@dataclass(frozen=True)
class Rule:
    """The declarative rule of a measure: no code, only what the texts say.

    Attributes:
        kind: how amounts are computed.
        inputs: what must be told, in the order in which it is asked.
        conditions: in order; those without a group must all be met.
        terms: every quantity held, of every time.

    """

    kind: RuleKind
    inputs: tuple[RuleInput, ...] = ()
    conditions: tuple[RuleCondition, ...] = ()
    terms: tuple[RuleTerm, ...] = ()
    given_names: dict[str, RuleInput] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the inputs by name."""
        named = {one.name: one for one in self.inputs}
        object.__setattr__(self, "given_names", named)

    def input_for(self, role: InputRole) -> RuleInput | None:
        """Give the input with a role, if there is one."""
        return next((one for one in self.inputs if one.role is role), None)

    def valid_on(self, day: date) -> tuple[RuleTerm, ...]:
        """Give the terms that are valid on a day."""
        return tuple(
            one for one in self.terms if contains(one.valid_from, one.valid_until, day)
        )

    def below(self, group: str | None) -> tuple[RuleCondition, ...]:
        """Give the conditions directly under a group; under none with None."""
        return tuple(one for one in self.conditions if one.group == group)


GivenValue = Decimal | date | bool
Given = dict[str, GivenValue]
