"""What state of the register an export shows, and the name that state is kept under."""

import hashlib
from dataclasses import dataclass
from functools import cache

import orjson
from django.conf import settings

from policies.common.api.plain import plain_plan
from policies.common.collections import Collection
from policies.common.registry import registered

LAYOUT = 1  # of the files; moves when what is written for the same records changes


@dataclass(frozen=True)
class State:
    """A state of the register, as its log tells it.

    Attributes:
        version: how many writes there were, drafts included.
        log: the id of the log.
        position: the sequence of its last entry.
        mark: when that entry was made, which no other log of the same id repeats.

    """

    version: int
    log: str
    position: int
    mark: str

    @property
    def name(self) -> str:
        """Name the folder of its files; another state or layout has another one."""
        return f"{self.position}-{self.version}-{self.digest}"

    @property
    def digest(self) -> str:
        """Tell logs, releases and layouts apart that count alike."""
        parts = [self.log, self.position, self.mark, _layout()]
        return hashlib.sha256(orjson.dumps(parts)).hexdigest()[:16]


def exported() -> dict[str, Collection]:
    """Give the collections that have a table of their own, by name."""
    return {one.name: one for one in registered() if not one.model._meta.proxy}


@cache
def _layout() -> str:
    members = {
        name: plain_plan(one.serializer).names for name, one in exported().items()
    }
    release = settings.RELEASE
    return hashlib.sha256(orjson.dumps([LAYOUT, release, members])).hexdigest()
