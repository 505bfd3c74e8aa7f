"""Judging: which of the documents that may be meant is meant, if that is certain.

The rule. A citation resolves only if exactly one document fits all it says and it
names that document in one of these ways:

1. by its complete number in the form of its family (accents, case, blanks, dots and
   uniform signs do not matter). A number without a year belongs to a series that
   starts again (Law 64/2025/QH15 article 7; for the Party, guideline 36-HD/VPTW):
   it resolves if it is held once and under a public id that is the number itself;
   an id that adds a year (10-nq-tw-1988) says that the number is used again.
2. by type, sequence and what else makes the number complete, in words: the year for
   laws and decrees, the issuer where several bodies use the type.
3. by an alias, unless it is shared, a recorded misprint, or at the same time the
   number of another document.
4. by its whole official or English title, if no other document in the register has it.

A year or date that is stated completes and divides; what is stated and contradicts
(type word, issuer, year, date) never resolves. An incomplete or transposed number, a
part of a title and an abbreviation never resolve by themselves: they give candidates.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from policies.rules.citations.held import Alias, Candidate, HeldDocument, Judgement
from policies.rules.citations.naming import by_alias, by_name, misprinted
from policies.rules.citations.outcomes import Outcome, Reason, Remark
from policies.rules.citations.reading import CitationReading
from policies.rules.citations.register import Held
from policies.rules.citations.weighing import (
    contradictions,
    few,
    left_open,
    resolved,
)
from policies.rules.numbers import DocumentNumber, NumberForm, NumberResult

_WITH_YEAR: Final = frozenset({"law", "code", "decree", "ordinance"})
_OLD: Final = frozenset({NumberResult.INCOMPLETE, NumberResult.TRANSPOSED})
_RESTARTING: Final = frozenset(
    {NumberForm.PARTY, NumberForm.INDIVIDUAL, NumberForm.NASC_INDIVIDUAL}
)
_RESTARTED: Final = (Reason.NUMBER_RESTARTS,)


def judge(reading: CitationReading, register: Held) -> Judgement:
    """Judge a citation by the documents and aliases of the register that may fit."""
    if not reading.readable:
        return Judgement(Outcome.UNREADABLE)
    judged = _judged(reading, register)
    remarks = list(judged.remarks)
    if reading.date and not reading.date.possible:
        remarks.append(Remark.DATE_IMPOSSIBLE)
    if reading.provision and reading.provision.d_or_dd:
        remarks.append(Remark.POINT_D)
    return replace(judged, remarks=tuple(remarks))


def _judged(reading: CitationReading, register: Held) -> Judgement:
    named = register.named(reading.phrases)
    if reading.others or reading.listed:
        return _several(reading, register)
    if reading.inside:
        return _of_another(reading, register, named)
    number = reading.number
    if number and number.result not in _OLD:
        return _by_number(reading, number, register, named)
    if reading.sequence:
        return _by_parts(reading, register, named)
    return by_name(reading, register, named)


def _several(reading: CitationReading, register: Held) -> Judgement:
    numbers = [one for one in (reading.number, *reading.others) if one]
    held = [one for number in numbers for one in register.numbered(number)]
    if not numbers:
        alike = register.in_sequence(reading.sequence)
        held = [one for one in alike if one.kind in reading.kinds]
    return left_open(Candidate(one, (Reason.SEVERAL_DOCUMENTS,)) for one in held)


def _of_another(
    reading: CitationReading,
    register: Held,
    named: Sequence[Alias],
) -> Judgement:
    """Judge words about a document inside which another one's number stands."""
    named_so = by_name(
        replace(reading, number=None, sequence="", kinds=frozenset(), issuer=""),
        register,
        [one for one in named if one.words == reading.name],
    )
    if named_so.document:
        return named_so
    numbered = register.numbered(reading.number) if reading.number else ()
    inside = [Candidate(one, (Reason.NAMED_INSIDE,)) for one in numbered]
    return left_open([*named_so.candidates, *inside])


def _by_number(
    reading: CitationReading,
    number: DocumentNumber,
    register: Held,
    named: Sequence[Alias],
) -> Judgement:
    held = register.numbered(number)
    if not held:
        if true_names := [one for one in named if not one.misprint]:
            return by_alias(reading, true_names, ())
        if named:
            return left_open(misprinted(named, reading))
        near = register.in_sequence(number.sequence)
        return Judgement(
            Outcome.NOT_FOUND, candidates=few(_near(one, number) for one in near)
        )
    fitting = [one for one in held if not contradictions(reading, one)]
    if len(fitting) != 1:
        return left_open(
            Candidate(one, tuple(contradictions(reading, one)) or _RESTARTED)
            for one in held
        )
    return _certain(reading, fitting[0], register)


def _certain(reading: CitationReading, held: HeldDocument, register: Held) -> Judgement:
    """Resolve to the one document with a number, unless the series starts again."""
    rivals = register.titled(reading.beside)
    if rivals and held not in rivals:
        return left_open(
            Candidate(one, (Reason.TITLE_DIFFERS,)) for one in (held, *rivals)
        )
    restarts = held.parsed.form in _RESTARTING and not held.year
    confirmed = reading.year is not None and held.known_year == reading.year
    if not restarts or confirmed:
        return resolved(reading, held)
    if held.slug != held.number_key:
        return left_open([Candidate(held, _RESTARTED)])
    return resolved(reading, held, Remark.NUMBER_RESTARTS)


def _near(held: HeldDocument, number: DocumentNumber) -> Candidate | None:
    """Say why a document with the same sequence is near, if it is."""
    if number.form is NumberForm.LEGACY:
        return None
    if held.kind in number.kinds:
        other_year = held.year != number.year
        reason = Reason.YEAR_DIFFERS if other_year else Reason.ISSUER_DIFFERS
        return Candidate(held, (reason,))
    if number.year and held.year == number.year:
        return Candidate(held, (Reason.KIND_DIFFERS,))
    return None


def _by_parts(
    reading: CitationReading,
    register: Held,
    named: Sequence[Alias],
) -> Judgement:
    """Judge by type, sequence, year and issuer, which together may be complete."""
    number = reading.number
    kinds = reading.kinds or (number.kinds if number else frozenset())
    held = [
        one
        for one in register.in_sequence(reading.sequence)
        if (not kinds or one.kind in kinds)
        and (number is None or one.parsed.issuers[:1] == number.issuers[:1])
    ]
    true_names = [one for one in named if not one.misprint]
    if true_names and not number:
        return by_alias(reading, true_names, held if kinds else ())
    reasons = {one.slug: _missing(reading, one) for one in held}
    fitting = [one for one in held if not contradictions(reading, one)]
    complete = [one for one in fitting if not reasons[one.slug]]
    if len(fitting) == len(complete) == 1:
        return _certain(reading, complete[0], register)
    found = [
        Candidate(
            one,
            (*contradictions(reading, one), *reasons[one.slug]) or _RESTARTED,
        )
        for one in held
    ]
    return left_open([*found, *misprinted(named, reading)])


def _missing(reading: CitationReading, held: HeldDocument) -> tuple[Reason, ...]:
    """List what a citation would have to say to name a document by its parts."""
    number = reading.number
    if number and number.result is NumberResult.TRANSPOSED:
        return (Reason.TRANSPOSED,)
    found = []
    if held.year and not reading.year:
        found.append(Reason.YEAR_MISSING)
    if number is None:
        if not reading.kinds:
            found.append(Reason.KIND_MISSING)
        elif reading.issuer_unread:
            found.append(Reason.ISSUER_UNREAD)
        elif held.kind not in _WITH_YEAR and not reading.issuer:
            found.append(Reason.ISSUER_MISSING)
    return tuple(found)
