"""What state of the register an export shows."""

from django.db.models import QuerySet, Subquery

from policies.common.api.rows import utc_text
from policies.common.exports.state import State
from policies.models import Change, RegisterVersion
from policies.services.changes import log_position


def standing() -> State:
    """Give the state of the register as it stands, by one query."""
    latest = Change.objects.order_by("-sequence")
    state = _told_by(latest)
    if state is None:
        log_position()  # begins the log
        state = _told_by(latest)
    return state or State(0, "", 0, "")


def standing_at(position: int) -> State | None:
    """Give the state at a position of the log; None if the log has no such entry."""
    state = _told_by(Change.objects.filter(sequence=position))
    return state if state and state.position == position else None


def _told_by(entries: "QuerySet[Change]") -> State | None:
    """Read a state off its last entry and the count of writes."""
    last, at = (Subquery(entries.values(name)[:1]) for name in ("sequence", "at"))
    found = RegisterVersion.objects.values_list("version", "log_id", last, at).first()
    if found is None:
        return None
    version, log, sequence, made = found
    return State(version, log, sequence or 0, utc_text(made) or "")
