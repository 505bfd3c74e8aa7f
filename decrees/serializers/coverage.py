"""Shapes of coverage: what a document orders to be detailed, and what became of it."""

from typing import Any

from rest_framework import serializers

from policies.choices import DelegationStatus, DocumentKind, PromulgationLaw
from policies.common.api.serializers import Amount
from policies.common.fields import DatePrecision
from policies.serializers import AgencyRef, DocumentRef, ProvisionRef
from policies.serializers.legal_state import LegalStateShape


class CoverageCounts(serializers.Serializer[Any]):
    """How many delegations are owed, fulfilled and overdue on a day."""

    owed = serializers.IntegerField(
        min_value=0, help_text="All delegations but those that lapsed."
    )
    fulfilled = serializers.IntegerField(
        min_value=0, help_text="Of these, detailed by a text that has effect."
    )
    unclear = serializers.IntegerField(
        min_value=0,
        help_text="Of these, detailed by a text of which nobody knows whether it has "
        "effect.",
    )
    overdue = serializers.IntegerField(
        min_value=0, help_text="Of these, in force but not detailed, or past their due."
    )
    pending = serializers.IntegerField(min_value=0, help_text="Of these, not due yet.")
    lapsed = serializers.IntegerField(
        min_value=0, help_text="Beside these, ended before they were detailed."
    )
    ratio = Amount(
        allow_null=True,
        help_text="`fulfilled` in `owed`, to six places; null if nothing is owed.",
    )


class CoveredDelegationShape(serializers.Serializer[Any]):
    """One delegation and what has become of it by the day."""

    slug = serializers.CharField(help_text="Public id of the delegation.")
    matter = serializers.CharField()
    matter_en = serializers.CharField(allow_null=True)
    provision = ProvisionRef(allow_null=True)
    agency = AgencyRef(allow_null=True, help_text="Who owes it.")
    due_on = serializers.DateField(
        allow_null=True,
        help_text="Its own deadline, the first day of its period; null: it is due when "
        "what delegates is in force.",
    )
    due_precision = serializers.ChoiceField(DatePrecision.choices, allow_null=True)
    status = serializers.ChoiceField(DelegationStatus.choices)
    status_label = serializers.CharField(help_text="The status in Vietnamese.")
    status_label_en = serializers.CharField(help_text="The status in English.")
    fulfilled_by = DocumentRef(
        allow_null=True, help_text="The text that details it, whatever its state."
    )
    fulfilled_by_state = LegalStateShape(
        allow_null=True, help_text="The legal state of that text on the day."
    )


class CoverageShape(CoverageCounts):
    """What a document orders to be detailed, and what has become of it by a day."""

    document = DocumentRef()
    on = serializers.DateField(help_text="The day asked for, or today.")
    legal_state = LegalStateShape(
        allow_null=True, help_text="The legal state of the document on the day."
    )
    detailing_texts = serializers.ChoiceField(
        PromulgationLaw.choices,
        allow_null=True,
        help_text="If the document has ended by the day, the law that says what "
        "becomes of the texts that detail it: by law_80_2015 they ended with it unless "
        "kept, by law_64_2025 they continue unless contrary.",
    )
    detailing_texts_label = serializers.CharField(allow_null=True)
    detailing_texts_label_en = serializers.CharField(allow_null=True)
    delegations = CoveredDelegationShape(
        many=True, help_text="By provision, then by public id."
    )


class DocumentCoverageShape(CoverageCounts):
    """The coverage of one document of a list."""

    document = DocumentRef()
    kind = serializers.ChoiceField(DocumentKind.choices)
    legal_state = LegalStateShape(allow_null=True)


class CoveragePage(serializers.Serializer[Any]):
    """A page of documents that delegate, by public id."""

    on = serializers.DateField(help_text="The day asked for, or today.")
    results = DocumentCoverageShape(many=True)
    next = serializers.URLField(
        allow_null=True, help_text="The next page; null on the last one."
    )
