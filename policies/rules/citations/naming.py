"""Naming: judging by aliases and titles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from policies.rules.citations.held import Alias, Candidate, HeldDocument, Judgement
from policies.rules.citations.names import bare_title, spelled_out
from policies.rules.citations.outcomes import Outcome, Reason, Remark
from policies.rules.citations.reading import CitationReading
from policies.rules.citations.register import Held
from policies.rules.citations.weighing import contradictions, left_open, resolved

_SHARED: Final = (Reason.TITLE_SHARED,)


def by_name(
    reading: CitationReading, register: Held, named: Sequence[Alias]
) -> Judgement:
    """Judge by aliases and titles."""
    titled = register.titled(reading.name)
    true_names = [one for one in named if not one.misprint]
    if true_names:
        return by_alias(reading, true_names, titled)
    fitting = [one for one in titled if not contradictions(reading, one)]
    unsure = [one for one in fitting if reading.year and not one.known_year]
    if len(fitting) == 1 and not unsure:
        return resolved(reading, fitting[0], Remark.TITLE_ONLY)
    if titled:
        plain = (Reason.YEAR_UNKNOWN,) if unsure else _SHARED
        return left_open(
            Candidate(one, tuple(contradictions(reading, one)) or plain)
            for one in titled
        )
    found = left_open(_in_part(reading, register))
    if found.outcome is Outcome.NOT_FOUND and not reading.name and reading.provision:
        return Judgement(found.outcome, remarks=(Remark.DOCUMENT_MISSING,))
    return found


def by_alias(
    reading: CitationReading, named: Sequence[Alias], rivals: Sequence[HeldDocument]
) -> Judgement:
    """Judge by names; ``rivals`` are documents that the same words also number."""
    held = {one.document.slug: one.document for one in named}
    said = replace(reading, kinds=frozenset())  # a type word is part of the name
    fitting = [one for one in held.values() if not contradictions(said, one)]
    others = [one for one in rivals if one.slug not in held]
    others = [one for one in others if not contradictions(reading, one)]
    if len(fitting) == 1 and not others and not reading.issuer_unread:
        return resolved(reading, fitting[0])
    reason = Reason.NUMBER_OF_ANOTHER if others else Reason.ALIAS_SHARED
    if reading.issuer_unread:
        reason = Reason.ISSUER_UNREAD
    return left_open(
        Candidate(one, tuple(contradictions(said, one)) or (reason,))
        for one in (*held.values(), *others)
    )


def _in_part(reading: CitationReading, register: Held) -> Iterable[Candidate]:
    """Find documents whose title holds the name, abbreviations spelled out too."""
    words, kinds = bare_title(reading.name)
    found: dict[HeldDocument, Reason] = {}
    for wanted, reason in (
        (words, Reason.TITLE_IN_PART),
        (spelled_out(words), Reason.ABBREVIATION),
    ):
        for held in register.holding(wanted):
            if not kinds or held.kind in kinds:
                found.setdefault(held, reason)
    for held, reason in found.items():
        yield Candidate(held, (reason, *contradictions(reading, held)))


def misprinted(named: Iterable[Alias], reading: CitationReading) -> Iterable[Candidate]:
    """Give the documents whose recorded misprint a citation is."""
    for one in named:
        if one.misprint:
            differing = contradictions(reading, one.document)
            yield Candidate(one.document, (Reason.MISPRINT, *differing))
