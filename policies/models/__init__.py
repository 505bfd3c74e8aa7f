"""The records of the policy framework, one noun a file."""

from policies.models.agency import Agency, AgencySuccession
from policies.models.change import Change, RegisterVersion
from policies.models.citation import (
    CITED_RECORDS,
    Citation,
    CitationBase,
    citation_constraints,
)
from policies.models.condition import Condition
from policies.models.document import (
    Document,
    DocumentAlias,
    DocumentIssuer,
    DocumentSigner,
)
from policies.models.event import Event
from policies.models.held import HeldFact, held_constraints
from policies.models.idempotency import KeptAnswer
from policies.models.indicator import Indicator, Observation, Target
from policies.models.law import Law
from policies.models.legal_state import (
    HistoricalLegalInterval,
    LegalInterval,
    ReportedState,
)
from policies.models.measure import Measure, Term
from policies.models.measure_input import MeasureInput
from policies.models.person import Person, Post
from policies.models.progress import (
    HistoricalProgressInterval,
    ProgressInterval,
)
from policies.models.provision import Provision
from policies.models.relation import Relation, UnresolvedCitation
from policies.models.resolution import Resolution
from policies.models.source import Source
from policies.models.statement import Statement
from policies.models.subject import Subject, TargetGroup
from policies.models.task import Task
from policies.models.technology import Platform, Technology
from policies.models.token import ApiToken
from policies.models.webhook import Webhook, WebhookAttempt, WebhookFilter
from policies.models.worked_example import ExampleValue, WorkedExample

__all__ = [
    "CITED_RECORDS",
    "Agency",
    "AgencySuccession",
    "ApiToken",
    "Change",
    "Citation",
    "CitationBase",
    "Condition",
    "Document",
    "DocumentAlias",
    "DocumentIssuer",
    "DocumentSigner",
    "Event",
    "ExampleValue",
    "HeldFact",
    "HistoricalLegalInterval",
    "HistoricalProgressInterval",
    "Indicator",
    "KeptAnswer",
    "Law",
    "LegalInterval",
    "Measure",
    "MeasureInput",
    "Observation",
    "Person",
    "Platform",
    "Post",
    "ProgressInterval",
    "Provision",
    "RegisterVersion",
    "Relation",
    "ReportedState",
    "Resolution",
    "Source",
    "Statement",
    "Subject",
    "Target",
    "TargetGroup",
    "Task",
    "Technology",
    "Term",
    "UnresolvedCitation",
    "Webhook",
    "WebhookAttempt",
    "WebhookFilter",
    "WorkedExample",
    "citation_constraints",
    "held_constraints",
]
