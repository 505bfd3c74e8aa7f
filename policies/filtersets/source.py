"""Filters of sources."""

from policies.choices import Language, SourceKind
from policies.common.fields import DatePrecision
from policies.common.filters import Code, Day, Given, OpenCode, RegisterFilterSet


class SourceFilterSet(RegisterFilterSet):
    """Filters of sources."""

    title_en = Given(label="title in English")
    publisher = Given(label="publisher")
    author = Given(label="author")
    kind = Code(SourceKind, label="kind")
    language = Code(Language, label="language")
    published_on = Day(label="published day")
    published_precision = OpenCode(DatePrecision, label="published precision")
    url = Given(label="url")
    note = Given(label="note")
