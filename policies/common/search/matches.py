"""Matches: why a record was found, as an excerpt cut from one of its texts."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from policies.common.search.query import Query
from policies.common.search.stored import Source
from policies.common.search.words import Word, words_of

LONGEST_EXCERPT: Final = 240
_BEFORE: Final = 60

Span = tuple[int, int]


@dataclass(frozen=True)
class _Hits:
    """Where the words of a query stand in one text, and how well they do."""

    source: Source
    spans: tuple[Span, ...]
    quality: tuple[int, ...]


def match(query: Query, sources: Iterable[Source]) -> dict[str, Any] | None:
    """Tell which text of a record answers a query best, with an excerpt of it.

    The number if the number is asked for; else the text with most words as typed, then
    with most words, then the first. The segments joined are a piece of the text as
    it is stored. None if the words are in no text.
    """
    found = [hits for one in sources if (hits := _hits(query, one)).spans]
    if not found:
        return None
    best = max(found, key=lambda hits: hits.quality)
    segments = _segments(best.source.text, best.spans)
    return {"field": best.source.name, "segments": segments}


def _hits(query: Query, source: Source) -> _Hits:
    words = words_of(source.text)
    spans: list[Span] = []
    as_typed = anyhow = numbers = 0
    for asked, entire in _asked(query):
        places = _places(words, asked, entire=entire)
        if not places:
            continue
        exact = [n for n in places if _as_typed(words, n, asked, entire=entire)]
        anyhow += 1
        as_typed += bool(exact)
        numbers += source.section == "number" and asked[0].folded[0].isdigit()
        spans += [_span(words, n, asked) for n in _whole(words, exact or places, asked)]
    quality = (numbers, as_typed, anyhow)
    return _Hits(source, tuple(_joined(source.text, spans)), quality)


def _asked(query: Query) -> list[tuple[Sequence[Word], bool]]:
    """Give each word, which may go on, and each phrase, which is entire."""
    loose: list[tuple[Sequence[Word], bool]] = [
        ((word,), False) for word in query.loose
    ]
    return loose + [(phrase, True) for phrase in query.phrases]


def _places(words: list[Word], asked: Sequence[Word], *, entire: bool) -> list[int]:
    """Give the places of the first word asked for among the words of a text."""
    start = asked[0].folded
    if not entire:
        return [n for n, word in enumerate(words) if word.folded.startswith(start)]
    accented = any(word.accented for word in asked)
    wanted = [word.folded for word in asked]
    return [
        n
        for n, word in enumerate(words)
        if word.folded == start
        and [one.folded for one in words[n : n + len(wanted)]] == wanted
        and (not accented or _as_typed(words, n, asked, entire=True))
    ]


def _as_typed(
    words: list[Word], place: int, asked: Sequence[Word], *, entire: bool
) -> bool:
    """Tell whether the words at a place have the accents that were typed."""
    if not entire:
        return words[place].spelled.startswith(asked[0].spelled)
    there = words[place : place + len(asked)]
    return [word.spelled for word in there] == [word.spelled for word in asked]


def _whole(words: list[Word], places: list[int], asked: Sequence[Word]) -> list[int]:
    """Keep to whole words if there are any: «phá» is then not shown in «phát»."""
    last = asked[-1].folded
    whole = [n for n in places if words[n + len(asked) - 1].folded == last]
    return whole or places


def _span(words: list[Word], place: int, asked: Sequence[Word]) -> Span:
    last = words[place + len(asked) - 1]
    return words[place].start, last.stop(len(asked[-1].folded))


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Put spans in order and join those with no letter or digit between them."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not words_of(text[joined[-1][1] : start]):
            first, last = joined.pop()
            joined.append((first, max(last, end)))
        else:
            joined.append((start, end))
    return joined


def _segments(text: str, spans: Sequence[Span]) -> list[dict[str, Any]]:
    start, end = _window(text, spans)
    shown = [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]
    cuts: list[tuple[int, int, bool]] = []
    place = start
    for first, last in shown:
        cuts += [(place, first, False), (first, last, True)]
        place = last
    cuts.append((place, end, False))
    return [{"text": text[a:b], "matched": hit} for a, b, hit in cuts if a < b]


def _window(text: str, spans: Sequence[Span]) -> Span:
    """Choose the piece of a text with the most of what was found, cut at blanks."""
    if len(text) <= LONGEST_EXCERPT:
        return 0, len(text)
    reach = LONGEST_EXCERPT - _BEFORE
    starts = [start for start, _ in spans]
    held = list(accumulate((end - start for start, end in spans), initial=0))

    def within_reach(n: int) -> int:
        return held[bisect_left(starts, starts[n] + reach)] - held[n]

    first = starts[max(range(len(spans)), key=within_reach)]
    begin = max(0, first - _BEFORE)
    end = min(len(text), first + reach)
    if begin:
        blank = text.find(" ", begin, first)
        begin = first if blank < 0 else blank + 1
    if end < len(text):
        blank = text.rfind(" ", first + 1, end + 1)
        end = end if blank < 0 else blank
    return begin, end
