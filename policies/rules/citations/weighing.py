"""Weighing: what contradicts a citation, and how an outcome is stated."""

from collections.abc import Iterable
from typing import Final

from policies.rules.citations.held import Candidate, HeldDocument, Judgement
from policies.rules.citations.issuers import same_issuer
from policies.rules.citations.outcomes import Outcome, Reason, Remark
from policies.rules.citations.reading import CitationReading

MOST_CANDIDATES: Final = 10


def contradictions(reading: CitationReading, held: HeldDocument) -> list[Reason]:
    """List what a citation says and the document contradicts; unknown does not."""
    found = []
    if reading.kinds and held.kind not in reading.kinds:
        found.append(Reason.KIND_DIFFERS)
    if reading.issuer and held.issuer and not same_issuer(reading.issuer, held.issuer):
        found.append(Reason.ISSUER_DIFFERS)
    if reading.year and held.known_year and reading.year != held.known_year:
        found.append(Reason.YEAR_DIFFERS)
    elif reading.date and not reading.date.fits(held.issued_on):
        found.append(Reason.DATE_DIFFERS)
    return found


def resolved(
    reading: CitationReading, held: HeldDocument, *remarks: Remark
) -> Judgement:
    """Resolve to one document, with what is to be remarked."""
    unchecked = reading.date is not None and reading.date.day and not held.issued_on
    more = (Remark.DATE_UNCHECKED,) if unchecked else ()
    return Judgement(Outcome.RESOLVED, held, remarks=(*remarks, *more))


def left_open(found: Iterable[Candidate]) -> Judgement:
    """Leave the choice to the reader; without a candidate nothing was found."""
    candidates = few(found)
    outcome = Outcome.AMBIGUOUS if candidates else Outcome.NOT_FOUND
    return Judgement(outcome, candidates=candidates)


def few(found: Iterable[Candidate | None]) -> tuple[Candidate, ...]:
    """Give each document once with all its reasons, in the order of public ids."""
    merged: dict[str, Candidate] = {}
    for one in filter(None, found):
        before = merged.get(one.document.slug)
        reasons = (*(before.reasons if before else ()), *one.reasons)
        merged[one.document.slug] = Candidate(
            one.document, tuple(dict.fromkeys(reasons))
        )
    return tuple(merged[slug] for slug in sorted(merged))[:MOST_CANDIDATES]
