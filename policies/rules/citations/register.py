"""The documents and aliases of one request, found by what citations say of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from policies.rules.citations.held import Alias, HeldDocument
from policies.rules.citations.names import (
    bare_title,
    without_about,
    without_filling,
)
from policies.rules.numbers import DocumentNumber


class Title(NamedTuple):
    """A folded title of a document, as citations are compared with it."""

    document: HeldDocument
    whole: str
    """Without the "về" it begins with."""
    bare: str
    """Without its type word as well."""
    kinds: frozenset[str]
    """Kinds that its type word names."""
    flat: str
    """Without "và" and its like, framed by blanks."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the register holds that one of the citations of a request may mean."""

    _by_key: Mapping[str, Sequence[HeldDocument]] = field(default_factory=dict)
    _by_sequence: Mapping[str, Sequence[HeldDocument]] = field(default_factory=dict)
    _by_title: Mapping[str, Sequence[Title]] = field(default_factory=dict)
    _by_word: Mapping[str, Sequence[Title]] = field(default_factory=dict)
    _by_phrase: Mapping[str, Sequence[Alias]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, documents: Iterable[HeldDocument], aliases: Iterable[Alias] = ()
    ) -> Self:
        """Arrange documents, each of them given once, and aliases.

        To judge a citation they must hold all with the key or the sequence of its
        number, all whose title is its name, and the first ``MOST_CANDIDATES`` by
        public id that fit its kinds and whose title holds its name; others do no harm.
        """
        by_key, by_sequence = defaultdict(list), defaultdict(list)
        by_title, by_word = defaultdict(list), defaultdict(list)
        by_phrase = defaultdict(list)
        for one in documents:
            by_key[one.number_key].append(one)
            by_sequence[one.sequence].append(one)
            for title in _titles(one):
                for form in {title.whole, title.bare}:
                    by_title[form].append(title)
                for word in set(title.flat.split()):
                    by_word[word].append(title)
        for alias in aliases:
            by_phrase[alias.words].append(alias)
        return cls(by_key, by_sequence, by_title, by_word, by_phrase)

    def numbered(self, number: DocumentNumber) -> list[HeldDocument]:
        """Give the documents with a number, in the form that it has."""
        same_key = self._by_key.get(number.key, ())
        return [one for one in same_key if one.parsed.form is number.form]

    def in_sequence(self, sequence: str) -> Sequence[HeldDocument]:
        """Give the documents with a running number; without one there are none."""
        return self._by_sequence.get(sequence, ()) if sequence else ()

    def named(self, phrases: Iterable[str]) -> list[Alias]:
        """Give the aliases that are spelled like one of the phrases."""
        return [one for phrase in phrases for one in self._by_phrase.get(phrase, ())]

    def titled(self, name: str) -> list[HeldDocument]:
        """Give those whose whole title is the name, also after a fitting type word."""
        words, kinds = bare_title(name)
        whole = without_about(name)
        found: dict[str, HeldDocument] = {}
        for form in {whole, words} if name else ():
            for title in self._by_title.get(form, ()):
                held = title.document
                fits = held.kind in kinds or not (kinds or title.kinds)
                if title.whole == whole or (words and words == title.bare and fits):
                    found[held.slug] = held
        return list(found.values())

    def holding(self, words: str) -> Iterator[HeldDocument]:
        """Give those whose title holds words in this order, "và" left out."""
        wanted = without_filling(words)
        if not wanted:
            return
        rarest = min((self._by_word.get(word, ()) for word in wanted), key=len)
        phrase = f" {' '.join(wanted)} "
        for title in rarest:
            if phrase in title.flat:
                yield title.document


def _titles(held: HeldDocument) -> Iterator[Title]:
    """Read the titles of a document."""
    for title in held.titles:
        bare, kinds = bare_title(title)
        flat = f" {' '.join(without_filling(title))} "
        yield Title(held, without_about(title), bare, kinds, flat)
