"""Shapes of resolved citations, asked for and answered."""

from typing import Any

from rest_framework import serializers

from policies.choices import (
    CandidateReason,
    CitationOutcome,
    CitationRemark,
    DocumentKind,
    ProvisionOutcome,
)
from policies.common.api.bodies import StrictText
from policies.common.api.serializers import StrictShape
from policies.rules.citations import LONGEST
from policies.serializers.refs import DocumentRef, ProvisionRef

MOST_CITATIONS = 100


class CitationsShape(StrictShape):
    """Citations to be resolved, as people write them."""

    citations = serializers.ListField(
        child=StrictText(max_length=LONGEST),
        min_length=1,
        max_length=MOST_CITATIONS,
        help_text="Citations, each answered by itself and in this order.",
    )


class ReasonGivenShape(serializers.Serializer[Any]):
    """Why a document is a candidate and not the answer."""

    code = serializers.ChoiceField(CandidateReason.choices)
    detail = serializers.CharField(help_text="The same in words.")


class RemarkGivenShape(serializers.Serializer[Any]):
    """What a reader of the answer should know beside it."""

    code = serializers.ChoiceField(CitationRemark.choices)
    detail = serializers.CharField(help_text="The same in words.")


class CitationCandidateShape(serializers.Serializer[Any]):
    """A document that may be meant."""

    document = DocumentRef()
    kind = serializers.ChoiceField(DocumentKind.choices)
    issued_on = serializers.DateField(allow_null=True)
    reasons = ReasonGivenShape(many=True)


class CitedProvisionShape(serializers.Serializer[Any]):
    """The provision that a citation names."""

    eid = serializers.CharField(
        allow_null=True, help_text="Its Akoma Ntoso eId, such as `art_5__cl_2__pt_a`."
    )
    cited = serializers.CharField(
        allow_null=True, help_text="As cited in Vietnamese: điểm a khoản 2 Điều 5."
    )
    cited_en = serializers.CharField(
        allow_null=True, help_text="As cited in English: point a, clause 2, Article 5."
    )
    outcome = serializers.ChoiceField(ProvisionOutcome.choices)
    detail = serializers.CharField(help_text="The outcome in words.")
    record = ProvisionRef(
        allow_null=True, help_text="The provision's record, if the register has it."
    )


class UnderstoodShape(serializers.Serializer[Any]):
    """What was understood of a citation; what it does not say is null."""

    number = serializers.CharField(
        allow_null=True, help_text="The number with its symbol, as it would be printed."
    )
    sequence = serializers.CharField(allow_null=True, help_text="The running number.")
    year = serializers.IntegerField(
        allow_null=True, help_text="The year, of the number or of the date."
    )
    kinds = serializers.ListField(
        child=serializers.ChoiceField(DocumentKind.choices),
        help_text="The kinds of document that the type word names.",
    )
    issuer = serializers.CharField(
        allow_null=True, help_text="Code of the issuer, such as CP or BKHCN."
    )
    date = serializers.CharField(
        allow_null=True, help_text="The date as far as stated: YYYY, YYYY-MM or a day."
    )
    name = serializers.CharField(
        allow_null=True, help_text="Words that may be a title, without accents."
    )


class ResolvedCitationShape(serializers.Serializer[Any]):
    """One citation and what it leads to."""

    citation = serializers.CharField(help_text="The citation as it was given.")
    outcome = serializers.ChoiceField(CitationOutcome.choices)
    document = DocumentRef(
        allow_null=True, help_text="The document, only if it is certain."
    )
    provision = CitedProvisionShape(
        allow_null=True, help_text="The provision, if the citation names one."
    )
    candidates = CitationCandidateShape(
        many=True, help_text="Documents that may be meant, ten at most."
    )
    understood = UnderstoodShape()
    remarks = RemarkGivenShape(many=True)


class ResolvedCitationsShape(serializers.Serializer[Any]):
    """The answers to citations, in the order they were asked in."""

    results = ResolvedCitationShape(many=True)
