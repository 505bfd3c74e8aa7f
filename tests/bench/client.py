"""A small closed-loop client: each connection asks again as soon as it is answered.

``python -m tests.bench.client PORT PATH BODY TAG CONNECTIONS SECONDS`` prints the
seconds that the run took and those of each request, as JSON. What has a body is posted;
with an entity tag the client holds the answer. It asks the loopback address only.
"""

import sys
import threading
from collections.abc import Sequence
from http.client import HTTPConnection
from time import perf_counter

import orjson

from tests.bench.questions import Question


class Worker(threading.Thread):
    """One kept-alive connection, asking until a point in time."""

    def __init__(self, port: int, question: Question, tag: str, until: float) -> None:
        super().__init__()
        self.port = port
        self.question = question
        self.tag = tag
        self.until = until
        self.latencies: list[float] = []
        self.fault = ""

    def run(self) -> None:
        """Ask until the time is over or an answer has another status than it should."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            while perf_counter() < self.until and not self.fault:
                self._ask(connection)
        except OSError as error:
            self.fault = str(error)
        finally:
            connection.close()

    def _ask(self, connection: HTTPConnection) -> None:
        begun = perf_counter()
        self.question.send(connection, self.tag)
        response = connection.getresponse()
        response.read()
        self.latencies.append(perf_counter() - begun)
        if response.status != self.question.status:
            self.fault = f"{self.question.path}: {response.status}"


def drive(
    port: int, question: Question, connections: int, seconds: float, tag: str = ""
) -> tuple[float, list[float]]:
    """Ask on several connections at once; give the time taken and all latencies.

    Raises:
        RuntimeError: a request failed, or was not answered as it should be.

    """
    begun = perf_counter()
    until = begun + seconds
    workers = [Worker(port, question, tag, until) for _ in range(connections)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    taken = perf_counter() - begun
    for worker in workers:
        if worker.fault:
            raise RuntimeError(worker.fault)
    return taken, [one for worker in workers for one in worker.latencies]


def main(arguments: Sequence[str]) -> None:
    """Run once and print what was measured."""
    port, path, body, tag, connections, seconds = arguments
    question = Question("", path, body, held=bool(tag))
    taken, latencies = drive(int(port), question, int(connections), float(seconds), tag)
    sys.stdout.write(orjson.dumps([taken, latencies]).decode())


if __name__ == "__main__":
    main(sys.argv[1:])
