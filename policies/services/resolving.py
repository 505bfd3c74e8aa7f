"""Resolving citations: all of one request looked up together, in three queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q

from policies.choices import AliasKind
from policies.common.models import RecordState
from policies.common.search.stored import EVERYTHING, TITLE, needle
from policies.common.text import fold
from policies.models import Document, DocumentAlias, Provision
from policies.rules.citations import (
    Alias,
    CitationReading,
    HeldDocument,
    Judgement,
    judge,
    read_citation,
)
from policies.rules.citations.names import bare_title, spelled_out

_COLUMNS = (
    *("slug", "number", "number_key", "sequence", "year", "kind"),
    *("issuer__code", "issued_on", "title", "title_en"),
)
_PUBLIC = RecordState.PUBLISHED


@dataclass(frozen=True)
class Resolved:
    """One citation with what was read in it and what it leads to."""

    citation: str
    reading: CitationReading
    judgement: Judgement
    provision: Provision | None = None
    """The record of the provision it names, if the register has it."""


def resolve(citations: Sequence[str]) -> list[Resolved]:
    """Resolve citations against the published register, each by itself.

    Documents, aliases and provisions are asked for once each, however many citations
    there are; an answer does not depend on the citations beside it.
    """
    readings = [read_citation(one) for one in citations]
    documents = _documents(readings)
    aliases = _aliases(readings)
    judged = [judge(one, documents, aliases) for one in readings]
    readings = [_of_the_name(*one) for one in zip(readings, judged, strict=True)]
    provisions = _provisions(zip(readings, judged, strict=True))
    return [
        Resolved(text, reading, judgement, provisions.get(_place(reading, judgement)))
        for text, reading, judgement in zip(citations, readings, judged, strict=True)
    ]


def _of_the_name(reading: CitationReading, judgement: Judgement) -> CitationReading:
    """Take back a provision that turned out to be a name: "Khoan 10"."""
    if judgement.document and not (reading.sequence or reading.name):
        return replace(reading, provision=None)
    return reading


def _documents(readings: Iterable[CitationReading]) -> list[HeldDocument]:
    """Read every document that one of the citations may mean."""
    condition = Q(pk__in=())
    keys: set[str] = set()
    sequences: set[str] = set()
    for one in readings:
        numbers = [number for number in (one.number, *one.others) if number]
        keys.update(number.key for number in numbers)
        if one.sequence:
            sequences.add(one.sequence)
        if title := one.name or one.beside:
            condition |= _titled(title)
    if keys or sequences:
        condition |= Q(number_key__in=keys) | Q(sequence__in=sequences)
    elif not condition.children:
        return []
    rows = Document.objects.filter(condition, state=_PUBLIC).order_by("slug")
    return [_held(row) for row in rows.values_list(*_COLUMNS)]


def _titled(name: str) -> Q:
    """Condition that a document holds every word of a name, abbreviated or not."""
    plain = bare_title(name)[0] or name
    condition = Q()
    for words in {plain, spelled_out(plain)}:
        every = Q()
        for word in set(words.split()):
            sought = needle(EVERYTHING, [word], begins=False, ends=False)
            every &= Q(search_text__contains=sought)
        condition |= every
    return condition


def _aliases(readings: Iterable[CitationReading]) -> list[Alias]:
    """Read every alias that one of the citations spells."""
    condition = Q(pk__in=())
    phrases = {phrase for one in readings for phrase in one.phrases}
    for phrase in sorted(phrases):
        sought = needle(TITLE, phrase.split(), begins=True, ends=True)
        condition |= Q(search_text__contains=sought)
    if not phrases:
        return []
    rows = DocumentAlias.objects.filter(
        condition, state=_PUBLIC, document__state=_PUBLIC
    ).order_by("slug")
    columns = (f"document__{column}" for column in _COLUMNS)
    return [
        Alias(fold(text), _held(held), misprint=kind == AliasKind.MISPRINT)
        for text, kind, *held in rows.values_list("text", "kind", *columns)
    ]


def _held(row: Iterable[Any]) -> HeldDocument:
    """Make a document of a row; one without an issuer has an empty code."""
    members = dict(zip(_COLUMNS, row, strict=True))
    issuer = members.pop("issuer__code") or ""
    return HeldDocument(**members, issuer=issuer)


def _place(reading: CitationReading, judgement: Judgement) -> tuple[str, str]:
    """Name the provision meant by the public id of its document and its eId."""
    if judgement.document is None or reading.provision is None:
        return "", ""
    return judgement.document.slug, reading.provision.eid


def _provisions(
    judged: Iterable[tuple[CitationReading, Judgement]],
) -> dict[tuple[str, str], Provision]:
    """Read the provisions that resolved citations name."""
    places = {_place(*one) for one in judged} - {("", "")}
    wanted = {(slug, eid) for slug, eid in places if eid}
    if not wanted:
        return {}
    rows = Provision.objects.filter(
        document__slug__in={slug for slug, _eid in wanted},
        eid__in={eid for _slug, eid in wanted},
        state=_PUBLIC,
    ).select_related("document")
    found = {(one.document.slug, one.eid): one for one in rows}
    return {place: found[place] for place in wanted & found.keys()}
