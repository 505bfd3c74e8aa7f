"""The filters of every collection of the policy framework."""

from policies.filtersets.agency import AgencyFilterSet, AgencySuccessionFilterSet
from policies.filtersets.citation import CitationFilterSet
from policies.filtersets.document import DocumentAliasFilterSet, DocumentFilterSet
from policies.filtersets.evaluating import (
    ConditionFilterSet,
    ExampleValueFilterSet,
    MeasureInputFilterSet,
    WorkedExampleFilterSet,
)
from policies.filtersets.event import EventFilterSet
from policies.filtersets.indicator import (
    IndicatorFilterSet,
    ObservationFilterSet,
    TargetFilterSet,
)
from policies.filtersets.legal_state import ReportedStateFilterSet
from policies.filtersets.measure import MeasureFilterSet, TermFilterSet
from policies.filtersets.person import PersonFilterSet, PostFilterSet
from policies.filtersets.provision import ProvisionFilterSet
from policies.filtersets.relation import RelationFilterSet, UnresolvedCitationFilterSet
from policies.filtersets.source import SourceFilterSet
from policies.filtersets.statement import StatementFilterSet
from policies.filtersets.subject import SubjectFilterSet, TargetGroupFilterSet
from policies.filtersets.task import TaskFilterSet
from policies.filtersets.technology import PlatformFilterSet, TechnologyFilterSet

__all__ = [
    "AgencyFilterSet",
    "AgencySuccessionFilterSet",
    "CitationFilterSet",
    "ConditionFilterSet",
    "DocumentAliasFilterSet",
    "DocumentFilterSet",
    "EventFilterSet",
    "ExampleValueFilterSet",
    "IndicatorFilterSet",
    "MeasureFilterSet",
    "MeasureInputFilterSet",
    "ObservationFilterSet",
    "PersonFilterSet",
    "PlatformFilterSet",
    "PostFilterSet",
    "ProvisionFilterSet",
    "RelationFilterSet",
    "ReportedStateFilterSet",
    "SourceFilterSet",
    "StatementFilterSet",
    "SubjectFilterSet",
    "TargetFilterSet",
    "TargetGroupFilterSet",
    "TaskFilterSet",
    "TechnologyFilterSet",
    "TermFilterSet",
    "UnresolvedCitationFilterSet",
    "WorkedExampleFilterSet",
]
