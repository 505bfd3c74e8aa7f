"""Shape of the legal state of a document on a day."""

from typing import Any

from rest_framework import serializers

from policies.choices import LegalStateCode, PromulgationLaw, StateReason
from policies.serializers.cause import CauseShape
from policies.serializers.refs import DocumentRef, SourceRef


class ReportShape(serializers.Serializer[Any]):
    """What a portal showed for a document."""

    slug = serializers.CharField(help_text="Public id of the reported state.")
    source = SourceRef()  # type: ignore[assignment] # a member, not DRF's
    state = serializers.ChoiceField(LegalStateCode.choices)
    state_label = serializers.CharField(help_text="The state in Vietnamese.")
    state_label_en = serializers.CharField(help_text="The state in English.")
    reported_on = serializers.DateField(
        allow_null=True, help_text="The day it was seen; null if not known."
    )
    wording = serializers.CharField(
        allow_null=True, help_text="As the portal words it."
    )


class ParentEndedShape(serializers.Serializer[Any]):
    """A document that this one details and that has ended."""

    relation = serializers.CharField(help_text="Public id of the relation.")
    document = DocumentRef()
    ended_on = serializers.DateField(help_text="First day on which it has ended.")
    law = serializers.ChoiceField(
        PromulgationLaw.choices,
        help_text="The law that says what becomes of this document: the one in force "
        "on the day of that end.",
    )
    law_label = serializers.CharField(help_text="What it says, in Vietnamese.")
    law_label_en = serializers.CharField(help_text="What it says, in English.")
    ended_with_it = serializers.BooleanField(
        help_text="Whether this document ended with it. One that details another "
        "document still in force, or was kept, does not under either law."
    )


class StateOnDayShape(serializers.Serializer[Any]):
    """The legal state of a document on a day, why, and what portals said."""

    document = DocumentRef()
    on = serializers.DateField(help_text="The day asked for, or today.")
    state = serializers.ChoiceField(LegalStateCode.choices)
    state_label = serializers.CharField(help_text="The state in Vietnamese.")
    state_label_en = serializers.CharField(help_text="The state in English.")
    since = serializers.DateField(
        allow_null=True, help_text="Its first day; null if it has always held."
    )
    until = serializers.DateField(
        allow_null=True, help_text="The first day after it; null if none is known."
    )
    reason = serializers.ChoiceField(StateReason.choices)
    reason_label = serializers.CharField(help_text="What decides it, in Vietnamese.")
    reason_label_en = serializers.CharField(help_text="What decides it, in English.")
    cause = CauseShape(
        allow_null=True,
        help_text="The record that decides it: a relation with its acting document, a "
        "provision, or the document itself; null if it is not published any more.",
    )
    parents_ended = ParentEndedShape(
        many=True,
        help_text="Documents that this one details and that have ended by that day; "
        "it may survive them.",
    )
    reported = ReportShape(
        many=True,
        help_text="States that portals showed by that day, the latest first; those "
        "of an unknown day last.",
    )
