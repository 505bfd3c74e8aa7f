"""Services of measures: the log is told how they stand."""

from policies.models import Measure
from policies.services.emitting import remember_told_before
from policies.services.saving import Rules, add_rules

add_rules(Measure, Rules(after=remember_told_before))
