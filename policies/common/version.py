"""The version of the register: two reads at the same one find the same register.

The app that keeps it says at start how it is read.
"""

from collections.abc import Callable

Reader = Callable[[], str]

_readers: list[Reader] = []


def version_read_by(reader: Reader) -> None:
    """Say how the version is read; called once by an app when it starts."""
    _readers[:] = [reader]


def register_version() -> str:
    """Read the version, by one query."""
    return _readers[0]()
