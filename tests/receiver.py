"""A server that takes webhooks, on a real socket of this machine."""

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import orjson
from standardwebhooks import Webhook as Verifier

HOST = "127.0.0.1"
NETWORKS = ["127.0.0.0/8"]  # what a test lists so that the receiver is reached


@dataclass(frozen=True)
class Received:
    """One POST as it came in."""

    path: str
    headers: Mapping[str, str]
    body: bytes
    began: float
    ended: float

    @property
    def event(self) -> Any:
        """The body, read as JSON."""
        return orjson.loads(self.body)

    @property
    def sequence(self) -> int | None:
        """The sequence of the change told, if it tells of one."""
        sequence: int | None = self.event["data"].get("sequence")
        return sequence

    def verified_by(self, secret: str) -> Any:
        """Read the event as a receiver with the published library does."""
        return Verifier(secret).verify(self.body, dict(self.headers))


@dataclass
class Receiver:
    """What a receiver was sent, and what it is to answer.

    Attributes:
        port: where it listens.
        answers: statuses to answer, or pairs with header fields; then 204.
        received: what came in, in this order.
        slowness: seconds it takes for each.
        held: when set, the next request is answered only after ``released``.

    """

    port: int
    scheme: str = "http"
    answers: list[Any] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    slowness: float = 0.0
    held: Event = field(default_factory=Event)
    released: Event = field(default_factory=Event)

    @property
    def url(self) -> str:
        """Where to send webhooks."""
        return f"{self.scheme}://{HOST}:{self.port}/hook"

    @property
    def sequences(self) -> list[int | None]:
        """The sequences received, in the order of arrival."""
        return [one.sequence for one in self.received]

    def next_answer(self) -> tuple[int, Mapping[str, str]]:
        """Give the status and the header fields of the next answer."""
        answer = self.answers.pop(0) if self.answers else 204
        return answer if isinstance(answer, tuple) else (answer, {})


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            began = time.monotonic()
            body = self.rfile.read(int(self.headers["Content-Length"]))
            time.sleep(receiver.slowness)
            status, headers = receiver.next_answer()
            headers_in = dict(self.headers.items())
            taken = Received(self.path, headers_in, body, began, time.monotonic())
            receiver.received.append(taken)
            if receiver.held.is_set():
                receiver.held.clear()
                receiver.released.wait(20)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            receiver.received.append(Received(self.path, {}, b"{}", 0, 0))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_words: Any) -> None:
            """Keep the tests' output clean."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_where: Any) -> None:
        """Say nothing of clients that hang up."""


@contextmanager
def receiving(context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """Run a receiver, over TLS if a context is given."""
    receiver = Receiver(0, scheme="https" if context else "http")
    server = _Server((HOST, 0), _handler(receiver))
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    receiver.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
