"""Shapes of the change log: its entries, and a page of them."""

from typing import Any

from rest_framework import serializers

from policies.choices import ChangeKind
from policies.common.api.search_shapes import SearchedField

MOST = 2**63 - 1


class ChangeShape(serializers.Serializer[Any]):
    """One change of one public record."""

    sequence = serializers.IntegerField(
        min_value=1,
        max_value=MOST,
        help_text="Its place in the log, which counts without gaps.",
    )
    at = serializers.DateTimeField(help_text="When it was written.")
    kind = serializers.ChoiceField(ChangeKind.choices)
    collection = SearchedField(
        help_text="The collection of the record; `documents` for those of every kind."
    )
    slug = serializers.CharField(help_text="Public id of the record.")
    fields = serializers.ListField(  # type: ignore[assignment] # a member, not DRF's
        child=serializers.CharField(),
        help_text="The members that changed, beside `modified_at`; of an update only.",
    )
    into = serializers.CharField(
        allow_null=True, help_text="Public id of the record it was merged into."
    )
    day = serializers.DateField(
        allow_null=True,
        help_text="The day on which `new_state` holds; of a `state_changed` only.",
    )
    old_state = serializers.CharField(
        allow_null=True, help_text="The legal state before, of what changed its state."
    )
    new_state = serializers.CharField(
        allow_null=True,
        help_text="The legal state now: a `LegalStateCode` of a document, a `Standing` "
        "of a measure.",
    )
    reason = serializers.CharField(
        allow_null=True,
        help_text="Why it was withdrawn, merged or deleted, if that is known.",
    )
    record = serializers.DictField(
        required=False,
        allow_null=True,
        help_text="With `include=record`: the record as it stands now, related records "
        "by their public ids alone; null if it is not public now.",
    )


class ChangePage(serializers.Serializer[Any]):
    """A page of the change log, the earliest first."""

    results = ChangeShape(many=True)
    last = serializers.IntegerField(
        min_value=0,
        max_value=MOST,
        help_text="The last sequence of the log; 0 while it is empty.",
    )
    next = serializers.URLField(
        allow_null=True, help_text="Address of the next page; null on the last."
    )
    log = serializers.CharField(
        help_text="Id of this installation's log; sequences of another mean nothing."
    )
