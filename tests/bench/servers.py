"""The two servers side by side: gunicorn with one worker of four threads each."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from psycopg2.extensions import connection as Connection  # noqa: N812

from tests.bench.questions import Question

THREADS = ("--workers", "1", "--worker-class", "gthread", "--threads", "4")
SETTINGS = (*THREADS, "--limit-request-line", "8190")
START_LIMIT = 30.0
PROC = Path("/proc")


def processor_seconds(pid: int) -> float:
    """Give the processor time of a process; none where the system does not tell."""
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return 0.0
    user, system = text.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """Give the processes that a process has started."""
    try:
        text = (PROC / str(pid) / "task" / str(pid) / "children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]


@dataclass(frozen=True)
class Server:
    """A server that runs: its name, also in the database, port and process."""

    name: str
    port: int
    pid: int

    def ask(self, question: Question, tag: str) -> bytes:
        """Ask once.

        Raises:
            RuntimeError: the answer has another status than it should.

        """
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            question.send(connection, tag)
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != question.status:
            raise RuntimeError(f"{self.name} {question.path}: {response.status}")
        return body

    def clocks(self, watch: Connection) -> tuple[dict[int, float], dict[int, float]]:
        """Read the processor time of its workers and of its database connections."""
        with watch.cursor() as cursor:
            cursor.execute(
                "SELECT pid FROM pg_stat_activity WHERE application_name = %s",
                [self.name],
            )
            backends = [row[0] for row in cursor.fetchall()]
        own = {pid: processor_seconds(pid) for pid in children(self.pid)}
        return own, {pid: processor_seconds(pid) for pid in backends}


def free_port() -> int:
    """Find a port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the server takes connections.

    Raises:
        RuntimeError: it ended, or took too long.

    """
    limit = time.monotonic() + START_LIMIT
    while process.poll() is None and time.monotonic() < limit:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


@contextmanager
def serve(
    application: str,
    name: str,
    environment: Mapping[str, str],
    prefix: Sequence[str] = (),
) -> Iterator[Server]:
    """Serve a WSGI application for as long as it is needed, under another command."""
    port = free_port()
    command = [*prefix, sys.executable, "-m", "gunicorn", application, *SETTINGS]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    process = subprocess.Popen(  # noqa: S603
        command, env={**environment, "PGAPPNAME": name}
    )
    try:
        _wait(process, port)
        yield Server(name, port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)
