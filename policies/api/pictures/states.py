"""The marks and tones of legal states, the same in every picture."""

from policies.choices import LegalStateCode

STATES: dict[str, tuple[str, str]] = {
    LegalStateCode.IN_FORCE: ("dot", "good"),
    LegalStateCode.PARTLY_ENDED: ("half", "warn"),
    LegalStateCode.SUSPENDED: ("bars", "warn"),
    LegalStateCode.NOT_YET_IN_FORCE: ("ring", "calm"),
    LegalStateCode.ENDED: ("cross", "bad"),
    LegalStateCode.DRAFT: ("dashed", "none"),
    LegalStateCode.UNKNOWN: ("warning", "none"),
    LegalStateCode.NOT_APPLICABLE: ("dash", "none"),
}
"""Of each legal state its mark and the tone that repeats it."""


def state_label(state: str | None) -> str:
    """Give what a legal state is called in the language that is written."""
    return str(LegalStateCode(state or LegalStateCode.UNKNOWN).label)


def state_mark(state: str | None) -> tuple[str, str]:
    """Give the mark and the tone of a legal state."""
    return STATES[LegalStateCode(state or LegalStateCode.UNKNOWN)]
