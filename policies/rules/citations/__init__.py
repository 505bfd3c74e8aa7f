"""Citations of documents as people write them: read, then judged by the register.

``read_citation`` says what a citation says, ``judge`` which document it names, if that
is certain; both are pure. The rule of certainty is told in ``judging``.
"""

from policies.rules.citations.held import (
    Alias,
    Candidate,
    HeldDocument,
    Judgement,
)
from policies.rules.citations.judging import judge
from policies.rules.citations.outcomes import (
    PROVISION_WORDS,
    REASON_WORDS,
    REMARK_WORDS,
    Outcome,
    ProvisionOutcome,
    Reason,
    Remark,
)
from policies.rules.citations.provisions import ProvisionProblem, StatedProvision
from policies.rules.citations.reading import LONGEST, CitationReading, read_citation
from policies.rules.citations.register import Held
from policies.rules.citations.weighing import MOST_CANDIDATES

__all__ = [
    "LONGEST",
    "MOST_CANDIDATES",
    "PROVISION_WORDS",
    "REASON_WORDS",
    "REMARK_WORDS",
    "Alias",
    "Candidate",
    "CitationReading",
    "Held",
    "HeldDocument",
    "Judgement",
    "Outcome",
    "ProvisionOutcome",
    "ProvisionProblem",
    "Reason",
    "Remark",
    "StatedProvision",
    "judge",
    "read_citation",
]
