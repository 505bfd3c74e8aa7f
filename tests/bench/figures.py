"""Figures of runs: percentiles, and ratios with their least, middle and most."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import Self


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value that a share of all values does not exceed (nearest rank).

    Raises:
        ValueError: there are no values, or the share is not above 0 and at most 1.

    """
    if not values or not 0 < share <= 1:
        raise ValueError("A percentile needs values and a share of them.")
    return sorted(values)[ceil(share * len(values)) - 1]


@dataclass(frozen=True)
class Spread:
    """The least, middle and most of a figure over the rounds."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """Take them from the values of the rounds."""
        return cls(min(values), median(values), max(values))

    def __str__(self) -> str:
        return f"{self.least:.2f}/{self.middle:.2f}/{self.most:.2f}"


@dataclass(frozen=True)
class Run:
    """One server asked one question for a while.

    Attributes:
        seconds: how long.
        latencies: seconds of each request, as the client saw them.
        server: processor seconds of the server's process.
        database: processor seconds of its database connections.

    """

    seconds: float
    latencies: Sequence[float]
    server: float
    database: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.latencies) / self.seconds

    @property
    def processor(self) -> float:
        """Processor seconds a request, server and database."""
        return (self.server + self.database) / len(self.latencies)
