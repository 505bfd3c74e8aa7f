"""Conditions on the titles of documents, written for what a row stores of them.

A substring narrows the rows first; the regular expression, which costs more, then
tells exactly. Both engines read these expressions alike.
"""

import re
from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import Final

from django.db.models import BooleanField, Case, Q, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from policies.common.search.stored import TITLE, TITLE_SPELLED, needle
from policies.rules.citations.names import (
    ABOUT,
    FILLING,
    bare_title,
    spelled_out,
    without_about,
    without_filling,
)
from policies.rules.numbers.prefix import KINDS_BY_WORD


def _joined(words: Iterable[str], between: str = TITLE) -> str:
    """Write words as they stand in the stream of titles."""
    return between.join(map(re.escape, words))


def _any_of(texts: Iterable[str]) -> str:
    return "|".join(_joined(text.split()) for text in texts)


_ABOUT: Final = "".join(f"(?:{_joined(text.split())}{TITLE})?" for text in ABOUT)
_TYPE: Final = f"(?:(?:{_any_of(KINDS_BY_WORD)}){TITLE})?"
_FILLED: Final = f"(?:{TITLE}(?:{_any_of(FILLING)}))*{TITLE}"
# The kind of a document, in words and as a code, follows its titles in the stream.
_KIND: Final = f".*{re.escape(TITLE_SPELLED * 2)}{TITLE * 2}" * 2


def title_is(name: str) -> Q:
    """Condition that a title is a folded name, with any "về" or type word before it."""
    bare, kinds = bare_title(name)
    words = (bare or without_about(name)).split()
    sought = needle(TITLE, words, begins=False, ends=True)
    before = f"{TITLE * 2}{_ABOUT}{_TYPE if kinds else ''}{_ABOUT}"
    exact = f"{before}{_joined(words)}{TITLE * 2}{_KIND}"
    return _narrowed([sought], exact)


def title_holds(name: str) -> Q | None:
    """Condition that a title of a named kind holds a folded name, "và" left out.

    Abbreviations are spelled out too. None if the name has no words to look for.
    """
    bare, kinds = bare_title(name)
    forms = {tuple(without_filling(form)) for form in (bare, spelled_out(bare))}
    held = [_holds(words) for words in sorted(forms) if words]
    if not held:
        return None
    of_kind = Q(kind__in=sorted(kinds)) if kinds else Q()
    return of_kind & reduce(or_, held)


def _holds(words: tuple[str, ...]) -> Q:
    """Condition that a title holds words one after the other."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    needles = [needle(TITLE, [one], begins=False, ends=False) for one in longest_first]
    exact = f"{TITLE}{_joined(words, _FILLED)}{TITLE}{_KIND}"
    return _narrowed(needles, exact)


def _narrowed(needles: Iterable[str], exact: str) -> Q:
    """Condition that a row holds all needles and fits; ``CASE`` keeps this order."""
    places = (StrIndex("search_text", Value(one)) for one in needles)
    every = reduce(and_, (Q(GreaterThan(place, 0)) for place in places))
    fits = When(every, then=Q(search_text__regex=exact))
    return Q(Case(fits, default=False, output_field=BooleanField()))
