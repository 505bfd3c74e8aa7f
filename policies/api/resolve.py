"""Resolving citations: which document, and which provision of it, is meant."""

from collections.abc import Mapping
from typing import ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.found import document_ref
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.filters import Word
from policies.rules.citations import (
    LONGEST,
    PROVISION_WORDS,
    REASON_WORDS,
    REMARK_WORDS,
    Candidate,
    CitationReading,
    ProvisionOutcome,
    StatedProvision,
)
from policies.rules.provisions import citation_en, citation_vi
from policies.serializers.resolving import CitationsShape, ResolvedCitationsShape
from policies.services.resolving import Resolved, resolve


class Citation(Word):
    """A citation as somebody wrote it."""

    limit = LONGEST


class Resolve(Question):
    """Which document, and which provision of it, citations mean.

    A citation is `resolved` only if exactly one published document fits all it says
    and it names that document by its complete number in the form of its family
    (accents, case, blanks and uniform signs do not matter); by type, sequence and
    year or issuer where these make the number complete; by a name that the register
    knows and no other document bears; or by its whole title. What is incomplete
    (`262/NĐ-CP`), transposed (`03-NQ/CP`), used again (`71/NQ-CP`) or contradicts
    itself (`Luật 193/2025/QH15`, which is a resolution) is `ambiguous`: it gives
    candidates with reasons and never a guess. `not_found` means that the register
    holds no such document; candidates beside it are near ones. A date or year in the
    citation tells documents with the same number apart.
    """

    operations: ClassVar[Mapping[str, str]] = {
        "get": "resolveCitation",
        "post": "resolveCitations",
    }
    summary = "Resolve citations to documents and provisions"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "citation": Parameter(
            Citation(),
            "A citation in Vietnamese or English, as people write it: "
            "`điểm a khoản 2 Điều 5 Luật 93/2025/QH15`; may be repeated.",
            several=True,
            required=True,
        )
    }
    body = CitationsShape
    answers: ClassVar[Mapping[str, Answer]] = {
        "application/json": ResolvedCitationsShape
    }

    @conditional(register_etag)
    def get(self, request: Request) -> Response:
        """Resolve the citations of the query."""
        return answer(self.asked(request)["citation"])

    def post(self, request: Request) -> Response:
        """Resolve the citations of the body."""
        return answer(self.given(request)["citations"])


def answer(citations: list[str]) -> Response:
    """Answer citations in their order."""
    return Response({"results": [_written(one) for one in resolve(citations)]})


def _written(one: Resolved) -> JSONRecord:
    judgement = one.judgement
    return {
        "citation": one.citation,
        "outcome": judgement.outcome.value,
        "document": document_ref(judgement.document) if judgement.document else None,
        "provision": _provision(one),
        "candidates": [_candidate(each) for each in judgement.candidates],
        "understood": _understood(one.reading),
        "remarks": [
            {"code": remark.value, "detail": REMARK_WORDS[remark]}
            for remark in judgement.remarks
        ],
    }


def _candidate(one: Candidate) -> JSONRecord:
    held = one.document
    return {
        "document": document_ref(held),
        "kind": held.kind,
        "issued_on": held.issued_on,
        "reasons": [
            {"code": reason.value, "detail": REASON_WORDS[reason]}
            for reason in one.reasons
        ],
    }


def _understood(reading: CitationReading) -> JSONRecord:
    return {
        "number": reading.number.normalised if reading.number else None,
        "sequence": reading.sequence or None,
        "year": reading.year,
        "kinds": sorted(reading.kinds),
        "issuer": reading.issuer or None,
        "date": reading.date.written if reading.date else None,
        "name": reading.name or None,
    }


def _provision(one: Resolved) -> JSONRecord | None:
    stated, record = one.reading.provision, one.provision
    if stated is None:
        return None
    outcome = _outcome(one, stated)
    path = stated.path if stated.eid else ()
    return {
        "eid": stated.eid or None,
        "cited": citation_vi(path) or None,
        "cited_en": citation_en(path) or None,
        "outcome": outcome.value,
        "detail": PROVISION_WORDS[outcome],
        "record": {
            "slug": record.slug,
            "eid": record.eid,
            "heading": record.heading or None,
            "heading_en": record.heading_en or None,
        }
        if record
        else None,
    }


def _outcome(one: Resolved, stated: StatedProvision) -> ProvisionOutcome:
    """Say what became of the provision: why it has no address, else if it is held."""
    if stated.problem:
        return ProvisionOutcome(stated.problem.value)
    if one.judgement.document is None:
        return ProvisionOutcome.DOCUMENT_OPEN
    held = one.provision is not None
    return ProvisionOutcome.IN_REGISTER if held else ProvisionOutcome.NOT_IN_REGISTER
