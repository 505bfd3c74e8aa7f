"""The code lists of the policy framework; codes are stable, labels Vietnamese."""

from policies.choices.agencies import (
    AgencyKind,
    Language,
    SourceKind,
    SuccessionKind,
)
from policies.choices.chain import (
    CauseRecord,
    DayBasis,
    LineageCut,
    LineageDirection,
    LineagePlace,
    TimelineKind,
)
from policies.choices.changes import ChangeKind
from policies.choices.citations import CitedRecord
from policies.choices.delegations import DelegationStatus
from policies.choices.differences import DifferingRecord
from policies.choices.documents import (
    AliasKind,
    DocumentFamily,
    DocumentKind,
    DocumentStage,
    InverseRelationType,
    LegalStateCode,
    NumberStatus,
    PromulgationLaw,
    ProvisionKind,
    RelationType,
    StateReason,
)
from policies.choices.effect import EffectCut, EffectKind, EffectReach, EffectTiming
from policies.choices.evaluation import (
    BoundKnown,
    ConditionKind,
    EvaluationOutcome,
    EvaluationReason,
    InputKind,
    InputRole,
    StartedBy,
    StepKind,
)
from policies.choices.goals import (
    Ambition,
    Direction,
    EventKind,
    PlatformKind,
    PlatformStatus,
    StatementKind,
    TargetStatus,
    TaskStatus,
    TechnologyKind,
)
from policies.choices.measures import (
    Comparator,
    Instrument,
    RuleKind,
    StipInstrument,
    TermRole,
    Unit,
)
from policies.choices.resolving import (
    CandidateReason,
    CitationOutcome,
    CitationRemark,
    ProvisionOutcome,
)
from policies.choices.standing import Standing
from policies.choices.stip import StipTargetGroup
from policies.choices.tasks import TaskCount
from policies.choices.tokens import TokenScope
from policies.choices.webhooks import (
    DeliveryOutcome,
    WebhookFilterKind,
    WebhookReason,
    WebhookState,
)

__all__ = [
    "AgencyKind",
    "AliasKind",
    "Ambition",
    "BoundKnown",
    "CandidateReason",
    "CauseRecord",
    "ChangeKind",
    "CitationOutcome",
    "CitationRemark",
    "CitedRecord",
    "Comparator",
    "ConditionKind",
    "DayBasis",
    "DelegationStatus",
    "DeliveryOutcome",
    "DifferingRecord",
    "Direction",
    "DocumentFamily",
    "DocumentKind",
    "DocumentStage",
    "EffectCut",
    "EffectKind",
    "EffectReach",
    "EffectTiming",
    "EvaluationOutcome",
    "EvaluationReason",
    "EventKind",
    "InputKind",
    "InputRole",
    "Instrument",
    "InverseRelationType",
    "Language",
    "LegalStateCode",
    "LineageCut",
    "LineageDirection",
    "LineagePlace",
    "NumberStatus",
    "PlatformKind",
    "PlatformStatus",
    "PromulgationLaw",
    "ProvisionKind",
    "ProvisionOutcome",
    "RelationType",
    "RuleKind",
    "SourceKind",
    "Standing",
    "StartedBy",
    "StateReason",
    "StatementKind",
    "StepKind",
    "StipInstrument",
    "StipTargetGroup",
    "SuccessionKind",
    "TargetStatus",
    "TaskCount",
    "TaskStatus",
    "TechnologyKind",
    "TermRole",
    "TimelineKind",
    "TokenScope",
    "Unit",
    "WebhookFilterKind",
    "WebhookReason",
    "WebhookState",
]
