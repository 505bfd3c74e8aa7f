"""Shapes of a bulk write: rows of any collections, and what became of each."""

from typing import Any

from rest_framework import serializers

from policies.common.api.search_shapes import SearchedField
from policies.common.api.serializers import StrictShape
from policies.common.api.writing_schema import LONGEST_REASON, TAG
from policies.services import Outcome

MOST_ROWS = 1000


class WrittenCollection(SearchedField):
    """The name of the collection that a record is written to."""

    def to_internal_value(self, data: Any) -> str:
        """Take a name of one."""
        if not isinstance(data, str) or data not in self.choices:
            self.fail("invalid_choice", input=data)
        return data


class BulkRowShape(StrictShape):
    """One record to be written."""

    collection = WrittenCollection(
        help_text="What it is a record of; `documents` takes those of every kind."
    )
    record = serializers.DictField(
        help_text="The record, as its own address takes it; without `slug` it is "
        "given one. In a relation, `source` and `target` may be citations.",
    )
    etag = serializers.RegexField(
        TAG,
        required=False,
        allow_null=True,
        help_text="The ETag of the record that it replaces, as you have read it; `*` "
        "for any state of it.",
    )


class BulkShape(StrictShape):
    """Rows to be written, all or nothing."""

    rows = serializers.ListField(
        child=BulkRowShape(),
        min_length=1,
        max_length=MOST_ROWS,
        help_text="In any order; one may refer to another.",
    )
    overwrite = serializers.BooleanField(
        required=False,
        help_text="Whether a row without `etag` may replace a record that says "
        "something else.",
    )
    dry_run = serializers.BooleanField(
        required=False, help_text="Whether to take back everything in the end."
    )
    reason = serializers.RegexField(
        r"\S",
        max_length=LONGEST_REASON,
        required=False,
        help_text="Why, in a few words: for the history and the change log.",
    )


class BulkWrittenShape(serializers.Serializer[Any]):
    """What became of one row."""

    collection = SearchedField(
        help_text="Where the record is: a relation to a document that the register "
        "does not hold waits in `unresolved-citations`."
    )
    slug = serializers.CharField(help_text="Its public id.")
    outcome = serializers.ChoiceField([one.value for one in Outcome])
    etag = serializers.CharField(
        allow_null=True,
        help_text="Its ETag now; null if it was a dry run of a new one.",
    )
    note = serializers.CharField(
        allow_null=True, help_text="What else is to be known of it, in words."
    )


class BulkAnswerShape(serializers.Serializer[Any]):
    """What became of the rows, in their order."""

    dry_run = serializers.BooleanField(help_text="Whether it was only tried.")
    created = serializers.IntegerField(min_value=0)
    updated = serializers.IntegerField(min_value=0)
    unchanged = serializers.IntegerField(min_value=0)
    rows = BulkWrittenShape(many=True)
