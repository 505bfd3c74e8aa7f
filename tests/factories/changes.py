"""Entries of the change log, and the row that says where the register stands."""

from policies.choices import ChangeKind
from policies.common.turns import in_turn
from policies.models import Change, RegisterVersion
from policies.services.changes import log, log_position
from tests.factories.agencies import make_subject


def make_change() -> Change:
    """Make an entry: the creation of a subject, told once more."""
    with in_turn():
        return log(ChangeKind.CREATE, make_subject())


def the_version() -> RegisterVersion:
    """Give the one row that counts the writes of the register."""
    log_position()
    return RegisterVersion.objects.get()
