"""Naming: judging by aliases and titles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from policies.rules.citations.held import Alias, Candidate, HeldDocument, Judgement
from policies.rules.citations.names import (
    bare_title,
    spelled_out,
    within,
    without_about,
)
from policies.rules.citations.outcomes import Outcome, Reason, Remark
from policies.rules.citations.reading import CitationReading
from policies.rules.citations.weighing import contradictions, left_open, resolved

_SHARED: Final = (Reason.TITLE_SHARED,)


def by_name(
    reading: CitationReading,
    documents: Sequence[HeldDocument],
    named: Sequence[Alias],
) -> Judgement:
    """Judge by aliases and titles."""
    titled = [one for one in documents if has_title(one, reading.name)]
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
    found = left_open(_in_part(reading, documents))
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


def has_title(held: HeldDocument, name: str) -> bool:
    """Whether folded words are the whole title, also after a fitting type word."""
    words, kinds = bare_title(name)
    for title in held.titles if name else ():
        own, own_kinds = bare_title(title)
        if without_about(title) == without_about(name):
            return True
        if words and words == own and (held.kind in kinds or not (kinds or own_kinds)):
            return True
    return False


def _in_part(
    reading: CitationReading, documents: Sequence[HeldDocument]
) -> Iterable[Candidate]:
    """Find documents whose title holds the name, abbreviations spelled out too."""
    words, kinds = bare_title(reading.name)
    if not words:
        return
    tests: tuple[tuple[str, Reason], ...] = (
        (words, Reason.TITLE_IN_PART),
        (spelled_out(words), Reason.ABBREVIATION),
    )
    for held in documents:
        if kinds and held.kind not in kinds:
            continue
        for wanted, reason in tests:
            if any(within(wanted, title) for title in held.titles):
                yield Candidate(held, (reason, *contradictions(reading, held)))
                break


def misprinted(named: Iterable[Alias], reading: CitationReading) -> Iterable[Candidate]:
    """Give the documents whose recorded misprint a citation is."""
    for one in named:
        if one.misprint:
            differing = contradictions(reading, one.document)
            yield Candidate(one.document, (Reason.MISPRINT, *differing))
