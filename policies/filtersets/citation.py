"""Filters of citations."""

from policies.choices import CitedRecord
from policies.common.filters import (
    Code,
    Flag,
    Given,
    RegisterFilterSet,
    Related,
    Slug,
    Word,
)


class CitationFilterSet(RegisterFilterSet):
    """Filters of citations."""

    source = Slug("source__slug", label="source")
    locator = Word(label="locator")
    field = Word(label="field")
    agrees = Flag(label="agrees")
    claimed_value = Given(label="claimed value")
    reason = Given(label="reason")
    note = Given(label="note")
    record_type = Code(CitedRecord, label="record type")
    record = Word(label="record")
    agency = Related("agency__slug", label="agency")
    succession = Related("succession__slug", label="succession")
    person = Related("person__slug", label="person")
    post = Related("post__slug", label="post")
    document = Related("document__slug", label="document")
    alias = Related("alias__slug", label="alias")
    provision = Related("provision__slug", label="provision")
    relation = Related("relation__slug", label="relation")
    unresolved_citation = Related(
        "unresolved_citation__slug", label="unresolved citation"
    )
    measure = Related("measure__slug", label="measure")
    term = Related("term__slug", label="term")
    indicator = Related("indicator__slug", label="indicator")
    target = Related("target__slug", label="target")
    observation = Related("observation__slug", label="observation")
    task = Related("task__slug", label="task")
    technology = Related("technology__slug", label="technology")
    platform = Related("platform__slug", label="platform")
    event = Related("event__slug", label="event")
    statement = Related("statement__slug", label="statement")
