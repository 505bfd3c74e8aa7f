"""The registry of collections, which the apps fill when they start."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policies.common.collections import Collection, Pictured

_registry: dict[str, "Collection"] = {}
_pictures: dict[str, "Pictured"] = {}


def register(collections: Iterable["Collection"]) -> None:
    """Add an app's collections; called once by each app when it starts."""
    for collection in collections:
        _registry[collection.name] = collection


def registered() -> tuple["Collection", ...]:
    """All collections of the register, in the order the apps declared them."""
    return tuple(_registry.values())


def with_basis() -> tuple["Collection", ...]:
    """Give the collections whose records rest on something that may change."""
    return tuple(one for one in registered() if one.basis is not None)


def register_pictures(pictures: Iterable["Pictured"]) -> None:
    """Add the pictures that an app draws; called once by each app when it starts."""
    for picture in pictures:
        _pictures[picture.address] = picture


def pictures_of(model: type) -> tuple["Pictured", ...]:
    """Give the pictures of a kind of record; a proxy is of the kind it narrows."""
    return tuple(one for one in _pictures.values() if issubclass(model, one.model))
