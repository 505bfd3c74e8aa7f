"""What differs between two states of the same things, member by member."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Members = Mapping[str, Any]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Differing:
    """One member that differs; ``before`` is None for what came in, and so on.

    Attributes:
        key: the thing: its kind, then what tells it from others of the kind.
        member: the name of the member.

    """

    key: Key
    member: str
    before: Any
    after: Any


def differences(
    before: Mapping[Key, Members], after: Mapping[Key, Members]
) -> Iterator[Differing]:
    """Give every member that differs, things in the order in which they stand.

    A thing that is in one state only differs in each member that is given there.
    """
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key, {}), after.get(key, {})
        for member in dict.fromkeys((*old, *new)):
            if old.get(member) != new.get(member):
                yield Differing(key, member, old.get(member), new.get(member))
