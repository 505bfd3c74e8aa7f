"""Resolving citations: all of one request looked up together, in three queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex, Substr

from policies.choices import AliasKind
from policies.common.models import RecordState
from policies.common.search.stored import TITLE
from policies.common.text import fold
from policies.models import Document, DocumentAlias, Provision
from policies.querysets.titles import title_holds, title_is
from policies.rules.citations import (
    MOST_CANDIDATES,
    Alias,
    CitationReading,
    Held,
    HeldDocument,
    Judgement,
    judge,
    read_citation,
)

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
    register = Held.of(_documents(readings), _aliases(readings))
    judged = [judge(one, register) for one in readings]
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
    """Read every document that one of the citations may mean, each once.

    Those whose title merely holds a name are read as far as they can be candidates.
    """
    keys: set[str] = set()
    sequences: set[str] = set()
    names: dict[str, None] = {}
    titles: dict[str, None] = {}
    for one in readings:
        numbers = [number for number in (one.number, *one.others) if number]
        keys.update(number.key for number in numbers)
        sequences.update(filter(None, (one.sequence, *(n.sequence for n in numbers))))
        names.update(dict.fromkeys(filter(None, (one.name,))))
        titles.update(dict.fromkeys(filter(None, (one.name, one.beside))))
    wanted = [
        *([Q(number_key__in=keys)] if keys else ()),
        *([Q(sequence__in=sequences)] if sequences else ()),
        *([reduce(or_, map(title_is, titles))] if titles else ()),
        *(Q(pk__in=_first(held)) for held in map(title_holds, names) if held),
    ]
    if not wanted:
        return []
    public = Document.objects.filter(state=_PUBLIC).order_by()
    parts = [public.filter(one).values_list(*_COLUMNS) for one in wanted]
    rows = parts[0].union(*parts[1:], all=True)
    return list({row[0]: _held(row) for row in rows}.values())


def _first(condition: Q) -> QuerySet[Document, int]:
    """Choose the first rows by public id, no more than candidates are given."""
    rows = Document.objects.filter(condition, state=_PUBLIC).order_by("slug")
    return rows.values_list("pk", flat=True)[:MOST_CANDIDATES]


def _aliases(readings: Iterable[CitationReading]) -> list[Alias]:
    """Read every alias that one of the citations spells."""
    phrases = {phrase for one in readings for phrase in one.phrases}
    if not phrases:
        return []
    # The words of an alias stand before its title, framed by blanks.
    before = StrIndex("search_text", Value(TITLE * 2)) - 1
    rows = DocumentAlias.objects.annotate(
        words=Substr("search_text", 1, before)
    ).filter(
        words__in=[f" {phrase} " for phrase in sorted(phrases)],
        state=_PUBLIC,
        document__state=_PUBLIC,
    )
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
