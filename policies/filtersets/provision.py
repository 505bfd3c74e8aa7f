"""Filters of provisions."""

from policies.choices import ProvisionKind
from policies.common.filters import (
    Code,
    Day,
    Given,
    RegisterFilterSet,
    Related,
    Slug,
    Word,
)


class ProvisionFilterSet(RegisterFilterSet):
    """Filters of provisions."""

    document = Slug("document__slug", label="document")
    parent = Related("parent__slug", label="parent")
    level = Code(ProvisionKind, label="level")
    label = Word(label="label")
    eid = Word(label="eid")
    position = Word(label="position")
    heading = Given(label="heading")
    heading_en = Given(label="heading in English")
    text = Given(label="text")
    text_en = Given(label="text in English")
    effective_on = Day(label="effective day")
    ends_on = Day(label="ends day")
