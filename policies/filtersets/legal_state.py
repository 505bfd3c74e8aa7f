"""Filters of reported legal states."""

from policies.choices import LegalStateCode
from policies.common.filters import Code, Day, Given, RegisterFilterSet, Slug


class ReportedStateFilterSet(RegisterFilterSet):
    """Filters of reported legal states."""

    document = Slug("document__slug", label="document")
    source = Slug("source__slug", label="source")
    reported_state = Code(LegalStateCode, label="reported state")
    reported_on = Day(label="reported day")
    wording = Given(label="wording")
