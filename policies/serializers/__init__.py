"""The shapes of every collection of the policy framework."""

from policies.serializers.agency import AgencyShape, AgencySuccessionShape
from policies.serializers.citation import CITATION_FIELDS, CitationShape
from policies.serializers.document import DocumentAliasShape, DocumentShape
from policies.serializers.evaluating import (
    ConditionShape,
    ExampleValueShape,
    MeasureInputShape,
    WorkedExampleShape,
)
from policies.serializers.event import EventShape
from policies.serializers.indicator import IndicatorShape, ObservationShape, TargetShape
from policies.serializers.legal_state import LegalStateShape, StateReportShape
from policies.serializers.measure import MeasureShape, TermShape
from policies.serializers.person import PersonShape, PostShape
from policies.serializers.provision import ProvisionShape
from policies.serializers.refs import (
    AgencyRef,
    DocumentRef,
    EventRef,
    IndicatorRef,
    MeasureRef,
    ObservationRef,
    PersonRef,
    PostRef,
    ProvisionRef,
    RelationRef,
    SourceRef,
    StatementRef,
    SubjectRef,
    TargetGroupRef,
    TargetRef,
    TaskRef,
    TechnologyRef,
    TermRef,
)
from policies.serializers.relation import RelationShape, UnresolvedCitationShape
from policies.serializers.source import SourceShape
from policies.serializers.statement import StatementShape
from policies.serializers.subject import SubjectShape, TargetGroupShape
from policies.serializers.task import TaskShape
from policies.serializers.technology import PlatformShape, TechnologyShape

__all__ = [
    "CITATION_FIELDS",
    "AgencyRef",
    "AgencyShape",
    "AgencySuccessionShape",
    "CitationShape",
    "ConditionShape",
    "DocumentAliasShape",
    "DocumentRef",
    "DocumentShape",
    "EventRef",
    "EventShape",
    "ExampleValueShape",
    "IndicatorRef",
    "IndicatorShape",
    "LegalStateShape",
    "MeasureInputShape",
    "MeasureRef",
    "MeasureShape",
    "ObservationRef",
    "ObservationShape",
    "PersonRef",
    "PersonShape",
    "PlatformShape",
    "PostRef",
    "PostShape",
    "ProvisionRef",
    "ProvisionShape",
    "RelationRef",
    "RelationShape",
    "SourceRef",
    "SourceShape",
    "StateReportShape",
    "StatementRef",
    "StatementShape",
    "SubjectRef",
    "SubjectShape",
    "TargetGroupRef",
    "TargetGroupShape",
    "TargetRef",
    "TargetShape",
    "TaskRef",
    "TaskShape",
    "TechnologyRef",
    "TechnologyShape",
    "TermRef",
    "TermShape",
    "UnresolvedCitationShape",
    "WorkedExampleShape",
]
