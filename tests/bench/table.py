"""The plain table that the bench prints."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.figures import Run, Spread, percentile

NAME, BOTH, RATIO = 11, 16, 16
HEAD = (
    f"{'':{NAME}}{'conn':>4}"
    + "".join(
        f"{name:>{BOTH}}"
        for name in ("requests/s", "p50 ms", "p99 ms", "server ms", "database ms")
    )
    + f"{'time x floor':>{RATIO}}{'CPU x floor':>{RATIO}}\n"
    + f"{'':{NAME + 4}}{'API   floor':>{BOTH}}"
    + f"{'API   floor':>{BOTH}}" * 4
    + f"{'min/mid/max':>{RATIO}}" * 2
    + "\n"
)


@dataclass(frozen=True)
class Pair:
    """The API and the floor asked the same in the same round."""

    api: Run
    floor: Run

    @property
    def time(self) -> float:
        """How many times as long the API takes."""
        return self.floor.rate / self.api.rate

    @property
    def processor(self) -> float:
        """How many times as much processor time the API takes."""
        return self.api.processor / self.floor.processor


@dataclass(frozen=True)
class Line:
    """One line of the table: what is asked, on how many connections, its rounds."""

    name: str
    connections: int
    rounds: Sequence[Pair]

    def _both(self, figure: Callable[[Sequence[Run]], float], digits: int) -> str:
        """Write a figure of the API and of the floor."""
        api = figure([pair.api for pair in self.rounds])
        floor = figure([pair.floor for pair in self.rounds])
        return f"{api:.{digits}f} {floor:7.{digits}f}".rjust(BOTH)

    def __str__(self) -> str:
        told = bool(self.rounds[0].floor.processor)
        cells = [
            self._both(lambda runs: median(run.rate for run in runs), 0),
            self._both(lambda runs: latency(runs, 0.5), 2),
            self._both(lambda runs: latency(runs, 0.99), 1),
            self._both(lambda runs: each(runs, lambda run: run.server), 2),
            self._both(lambda runs: each(runs, lambda run: run.database), 2),
            f"{Spread.of([pair.time for pair in self.rounds])!s:>{RATIO}}",
        ]
        if told:
            ratio = Spread.of([pair.processor for pair in self.rounds])
            cells.append(f"{ratio!s:>{RATIO}}")
        return f"{self.name:{NAME}}{self.connections:>4}{''.join(cells)}\n"


def latency(runs: Sequence[Run], share: float) -> float:
    """Give a percentile of all requests of the rounds, in milliseconds."""
    return 1000 * percentile([one for run in runs for one in run.latencies], share)


def each(runs: Sequence[Run], clock: Callable[[Run], float]) -> float:
    """Give the processor milliseconds a request, as the median of the rounds."""
    return 1000 * median(clock(run) / len(run.latencies) for run in runs)
