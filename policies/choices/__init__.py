"""The code lists of the policy framework; codes are stable, labels Vietnamese."""

from policies.choices.agencies import (
    AgencyKind,
    Language,
    SourceKind,
    SuccessionKind,
)
from policies.choices.citations import CitedRecord
from policies.choices.documents import (
    AliasKind,
    DocumentFamily,
    DocumentKind,
    DocumentStage,
    InverseRelationType,
    LegalStateCode,
    NumberStatus,
    ProvisionKind,
    RelationType,
    StateReason,
)
from policies.choices.goals import (
    Ambition,
    Direction,
    EventKind,
    PlatformKind,
    PlatformStatus,
    StatementKind,
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

__all__ = [
    "AgencyKind",
    "AliasKind",
    "Ambition",
    "CitedRecord",
    "Comparator",
    "Direction",
    "DocumentFamily",
    "DocumentKind",
    "DocumentStage",
    "EventKind",
    "Instrument",
    "InverseRelationType",
    "Language",
    "LegalStateCode",
    "NumberStatus",
    "PlatformKind",
    "PlatformStatus",
    "ProvisionKind",
    "RelationType",
    "RuleKind",
    "SourceKind",
    "StateReason",
    "StatementKind",
    "StipInstrument",
    "SuccessionKind",
    "TaskStatus",
    "TechnologyKind",
    "TermRole",
    "Unit",
]
