"""How far a change of provisions reaches what rests on them.

A record rests on a provision, or the register knows only its document. What is done to
a provision is done to all inside it; what is done to a part of the provision that a
record rests on touches the record in part.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from policies.choices import EffectReach, EffectTiming


@dataclass(frozen=True)
class Extent:
    """What of one document something falls upon.

    Attributes:
        whole: whether it falls upon the whole document.
        inside: the provisions it falls upon, with all inside them.
        around: the provisions that hold one of these, without being among them.

    """

    whole: bool = True
    inside: frozenset[int] = frozenset()
    around: frozenset[int] = frozenset()

    @property
    def named(self) -> bool:
        """Whether it is known upon what it falls."""
        return self.whole or bool(self.inside)

    def meets(self, other: "Extent") -> bool:
        """Tell whether two extents of a document may have a provision in common."""
        if self.whole or other.whole or not (self.named and other.named):
            return True
        return bool(self.inside & other.inside)

    def reach(self, basis: int | None) -> EffectReach | None:
        """Tell how far it reaches a record by its basis; ``None`` if it does not.

        It is not clear if nobody says which part of the document is meant: here, or
        where the record has only the document.

        Args:
            basis: the provision that the record rests on; ``None`` is the document.

        """
        if self.whole or basis in self.inside:
            return EffectReach.WHOLE
        if basis is None or not self.named:
            return EffectReach.UNCLEAR
        return EffectReach.PART if basis in self.around else None


WHOLE_DOCUMENT = Extent()


def extent(
    provisions: Collection[int], parents: Mapping[int, int | None], *, whole: bool
) -> Extent:
    """Give what something falls upon, by the tree of a document's provisions.

    Args:
        provisions: the ids of the provisions that it names.
        parents: the id of each provision of the document, with that of its parent.
        whole: whether it falls upon the whole document, whatever it names.

    """
    if whole:
        return WHOLE_DOCUMENT
    meant = set(provisions)
    inside = {one for one in parents if meant & _upward(one, parents)} | meant
    around = {above for one in meant for above in _upward(one, parents)} - inside
    return Extent(whole=False, inside=frozenset(inside), around=frozenset(around))


def _upward(provision: int, parents: Mapping[int, int | None]) -> set[int]:
    """Give a provision with all that hold it."""
    found: set[int] = set()
    one: int | None = provision
    while one is not None and one not in found:
        found.add(one)
        one = parents.get(one)
    return found


def timing(
    *, adopted: bool, since: date | None, until: date | None, day: date
) -> EffectTiming:
    """Tell whether an act works on a day; it ends on the day before ``until``."""
    if not adopted:
        return EffectTiming.PLANNED
    if since is None:
        return EffectTiming.UNDATED
    if since > day:
        return EffectTiming.TO_COME
    if until is not None and until <= day:
        return EffectTiming.OVER
    return EffectTiming.ACTING


def earliest(days: Iterable[date | None]) -> date | None:
    """Give the first known day; ``None`` if none is known."""
    return min((day for day in days if day is not None), default=None)
