"""Measures, their terms, delegations, and citations of anything."""

from typing import Any

from decrees.models import Delegation, DelegationCitation
from policies.choices import (
    Comparator,
    EvaluationOutcome,
    InputKind,
    InputRole,
    Instrument,
    TermRole,
    Unit,
)
from policies.models import (
    CITED_RECORDS,
    Citation,
    Condition,
    ExampleValue,
    Measure,
    MeasureInput,
    Term,
    WorkedExample,
)
from tests.factories.agencies import make_agency, make_source, make_target_group
from tests.factories.base import next_number, saved
from tests.factories.documents import make_document, make_law


def make_measure(**over: Any) -> Measure:
    """Make the sharing of revenue from commercialised results."""
    return saved(
        Measure,
        over,
        title="Phân chia doanh thu thương mại hóa",
        instrument=Instrument.REVENUE_SPLIT,
        document=make_law,
    )


def make_term(**over: Any) -> Term:
    """Make the researchers' share of 30 percent."""
    return saved(
        Term,
        over,
        measure=make_measure,
        role=TermRole.SHARE,
        beneficiary=make_target_group,
        comparator=Comparator.EQUAL,
        value="30",
        unit=Unit.PERCENT,
    )


def make_measure_input(**over: Any) -> MeasureInput:
    """Make the revenue that is split, in dong."""
    return saved(
        MeasureInput,
        over,
        measure=make_measure,
        name=f"revenue_{next_number()}",
        label="Nguồn thu",
        kind=InputKind.QUANTITY,
        role=InputRole.BASE,
        unit=Unit.VND,
    )


def make_condition(**over: Any) -> Condition:
    """Make a condition that revenue reaches a threshold in dong."""
    measure = over.setdefault("measure", make_measure())
    return saved(
        Condition,
        over,
        label="Nguồn thu ít nhất một tỷ đồng",
        comparator=Comparator.AT_LEAST,
        input=lambda: make_measure_input(measure=measure),
        term=lambda: make_term(
            measure=measure,
            role=TermRole.THRESHOLD,
            base=f"nguồn thu {next_number()}",
            value="1000000000",
            unit=Unit.VND,
        ),
    )


def make_worked_example(**over: Any) -> WorkedExample:
    """Make an example of a measure that applies."""
    return saved(
        WorkedExample,
        over,
        measure=make_measure,
        title="Nguồn thu một tỷ đồng",
        day="2025-06-01",
        outcome=EvaluationOutcome.APPLIES,
    )


def make_example_value(**over: Any) -> ExampleValue:
    """Make the revenue that an example tells."""
    example = over.setdefault("example", make_worked_example())
    return saved(
        ExampleValue,
        over,
        input=lambda: make_measure_input(measure=example.measure),
        value="1000000000",
    )


def make_delegation(**over: Any) -> Delegation:
    """Make a matter that a law leaves to the Government, still owed."""
    return saved(
        Delegation,
        over,
        document=make_law,
        matter="Quy định chi tiết về công nghệ chiến lược",
        agency=make_agency,
    )


def make_delegation_citation(**over: Any) -> DelegationCitation:
    """Make a citation of where a delegation is written."""
    return saved(
        DelegationCitation,
        over,
        source=make_source,
        delegation=make_delegation,
        locator="Điều 40",
    )


def make_citation(**over: Any) -> Citation:
    """Make a citation of the one record that is given, or else of a document."""
    if not CITED_RECORDS.keys() & over.keys():
        over["document"] = make_document()
    return saved(Citation, over, source=make_source, locator="Điều 11")
