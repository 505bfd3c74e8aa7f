"""Ranks: how well a row answers a query, told by substrings of what it stores.

A *clause* holds when one of its substrings occurs; a *rung* when all of its clauses
do. The first rung of the ladder that holds is the rank, so ranks come out alike on
every engine.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from policies.common.search.query import Query
from policies.common.search.stored import (
    EVERYTHING,
    NUMBER,
    REST_SPELLED,
    TITLE,
    TITLE_SPELLED,
    needle,
)
from policies.common.search.words import Word

Clause = tuple[str, ...]
Rung = tuple[Clause, ...]
SQL = tuple[str, list[Any]]

_PLACES: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def found(query: Query) -> Rung:
    """Give what a row must hold to be found at all.

    Each word outside quotes begins a word of the row, accents left aside. Each phrase
    stands in one of its texts; if it is typed with accents, with these accents.
    """
    plain = [word.folded for word in query.loose]
    return _each(EVERYTHING, plain) + tuple(map(_phrase, query.phrases))


def ladder(query: Query) -> tuple[Rung, ...]:
    """Give the rungs from the best one down; below the last is every other row found.

    1. The number or code: it is the one typed, begins with the number typed, or
       holds every word.
    2. If accents are typed, the words with these accents: they are a title, begin
       one, stand in one in this order, in any order, or stand anywhere. Then the same
       for rows where only the words typed with accents have them.
    3. The same without regard to accents, down to a title with every word.
    """
    plain = [word.folded for word in query.words]
    rungs = [*_by_number(query, plain)]
    if query.accented:
        spelled = [word.spelled for word in query.words]
        rungs += _by_title(TITLE_SPELLED, spelled)
        rungs.append(_once(map(_spelled, query.words)))
        accented = [word for word in query.words if word.accented]
        if len(accented) < len(query.words):
            there = _each(TITLE_SPELLED, [word.spelled for word in accented])
            rungs += [(*rung, *there) for rung in _by_title(TITLE, plain)]
            rungs.append(_once(map(_spelled, accented)))
    rungs += _by_title(TITLE, plain)
    return tuple(rungs)


def whole(query: Query) -> Rung:
    """Give every word as a whole word, which settles the order within a rung."""
    return _once((f" {word.folded} ",) for word in query.loose)


def needle_of(sign: str, words: Iterable[str]) -> str:
    """Give the substring of words in their order, the last of which may go on."""
    return needle(sign, words, begins=False, ends=False)


def _once(clauses: Iterable[Clause]) -> Rung:
    return tuple(dict.fromkeys(clauses))


def _each(sign: str, words: Iterable[str]) -> Rung:
    return _once((needle_of(sign, [word]),) for word in words)


def _phrase(phrase: Sequence[Word]) -> Clause:
    spelled = [word.spelled for word in phrase]
    if any(word.accented for word in phrase):
        signs = (TITLE_SPELLED, REST_SPELLED)
        return tuple(needle_of(sign, spelled) + sign for sign in signs)
    plain = [word.folded for word in phrase]
    return (needle_of(EVERYTHING, plain) + EVERYTHING,)


def _by_number(query: Query, plain: list[str]) -> list[Rung]:
    typed = {tuple(plain), query.number or tuple(plain)}
    whole_number = tuple(
        needle(NUMBER, words, begins=True, ends=True) for words in sorted(typed)
    )
    rungs: list[Rung] = [(whole_number,)]
    if query.number:
        first = needle(NUMBER, query.number[:1], begins=True, ends=False)
        rungs.append(((first + NUMBER,),))
    rungs.append(_each(NUMBER, plain))
    return rungs


def _by_title(sign: str, words: list[str]) -> list[Rung]:
    """Ask for a title that is the words, begins so, or holds them in order or not."""
    return [
        ((needle(sign, words, begins=True, ends=True),),),
        ((needle(sign, words, begins=True, ends=False),),),
        ((needle_of(sign, words),),),
        _each(sign, words),
    ]


def _spelled(word: Word) -> Clause:
    signs = (TITLE_SPELLED, REST_SPELLED)
    return tuple(needle_of(sign, [word.spelled]) for sign in signs)


def rung_sql(rung: Rung, *columns: str) -> SQL:
    """Write a rung as a condition: each clause holds in at least one of the columns.

    The substrings hold no sign that ``LIKE`` reads in its own way.
    """
    texts, params = [], []
    for clause in rung:
        each = [f"{column} LIKE %s" for column in columns for _ in clause]
        texts.append(f"({' OR '.join(each)})")
        params += [f"%{substring}%" for substring in clause] * len(columns)
    return " AND ".join(texts), params


def rank_sql(column: str, query: Query) -> SQL:
    """Write the rank of a row as a text of two signs; the smallest is the best."""
    rungs = ladder(query)
    texts, params = [], []
    for place, rung in zip(_PLACES, rungs, strict=False):
        condition, values = rung_sql(rung, column)
        texts.append(f"WHEN {condition} THEN '{place}'")
        params += values
    last = _PLACES[len(rungs)]
    ranked = f"CASE {' '.join(texts)} ELSE '{last}' END"
    if not (whole_words := whole(query)):
        return f"{ranked} || '0'", params
    condition, values = rung_sql(whole_words, column)
    return f"{ranked} || CASE WHEN {condition} THEN '0' ELSE '1' END", params + values
