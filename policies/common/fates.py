"""Fates: what became of public ids under which nothing is public any more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import models


class End(StrEnum):
    """How a record left the public register."""

    DELETED = "deleted"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


@dataclass(frozen=True)
class Fate:
    """What became of a public id, when and why.

    Attributes:
        end: how its record left the register.
        at: when it did.
        reason: why, as the writer said; "" if nothing was said.
        into: the public id of the record that goes on for a merged one.
        collection: the collection in which ``into`` is to be found.

    """

    end: End
    at: datetime
    reason: str
    into: str = ""
    collection: str = ""


Teller = Callable[[type[models.Model], str], Fate | None]
_tellers: list[Teller] = []


def fates_told_by(teller: Teller) -> None:
    """Say who knows the fates; called once, by the app that keeps the log."""
    _tellers[:] = [teller]


def fate_of(model: type[models.Model], slug: str) -> Fate | None:
    """Give what became of a public id; None if it never was public, or still is.

    It tells of the time at which the register is read. A proxy knows the fates of
    its own records only. It costs one query, and one more for each merge.
    """
    return next((teller(model, slug) for teller in _tellers), None)
