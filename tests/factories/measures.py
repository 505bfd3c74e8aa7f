"""Measures, their terms, delegations, and citations of anything."""

from typing import Any

from decrees.models import Delegation, DelegationCitation
from policies.choices import Comparator, Instrument, TermRole, Unit
from policies.models import CITED_RECORDS, Citation, Measure, Term
from tests.factories.agencies import make_agency, make_source, make_target_group
from tests.factories.base import saved
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
