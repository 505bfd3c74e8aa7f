"""One HTTP POST to an address that others name: resolved once, checked, pinned.

The name is resolved here and nowhere else. Every address that it has must be public
or in a network that the operator has listed; the connection then goes to such an
address itself, so that a name which resolves to something else a moment later leads
nowhere. No redirect is followed, no proxy is used, and time and answer are bounded.
"""

import re
import socket
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from ipaddress import ip_address
from threading import Timer
from typing import Self

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as TimeoutFault

from policies.common.addresses import Address, Network, is_in, is_public

LONGEST_URL = 500
MOST_READ = 4096  # octets of an answer
CONNECT_SECONDS = 5.0
LATE = "There was no whole answer in time."
FREE_PORTS = 1024  # from here on, ports are nobody's in particular
PORTS = {"http": 80, "https": 443}
PARTS = re.compile(
    r"(?P<scheme>https?)://"
    r"(?P<host>\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)"
    r"(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[a-z0-9._~!$&'()*+,;=:@%/-]*)?"
    r"(?P<query>\?[a-z0-9._~!$&'()*+,;=:@%/?-]*)?",
    re.IGNORECASE | re.ASCII,
)
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE | re.ASCII)


class SendFault(StrEnum):
    """Why nothing was answered."""

    MALFORMED = "malformed"
    FORBIDDEN = "forbidden"
    UNRESOLVED = "unresolved"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    TIMEOUT = "timeout"
    BROKEN = "broken"


class SendError(Exception):
    """A POST that was not made, or not answered."""

    def __init__(self, fault: SendFault, detail: str) -> None:
        super().__init__(detail)
        self.fault = fault
        self.detail = detail


@dataclass(frozen=True)
class Policy:
    """What the operator lets out.

    Attributes:
        networks: networks that are reached though they are not public, also by http.
        ca_file: certificates trusted beside those of the system; "" for none.
        seconds: the longest that one POST may take, resolution included.

    """

    networks: Sequence[Network] = ()
    ca_file: str = ""
    seconds: float = 15.0


@dataclass(frozen=True)
class Target:
    """Where a POST goes, read from a URL."""

    scheme: str
    host: str
    port: int
    path: str

    @classmethod
    def read(cls, url: str) -> Self:
        """Read a URL that has nothing but scheme, host, port, path and query.

        Raises:
            SendError: it has more, or a host in a form that is read in several ways.

        """
        found = PARTS.fullmatch(url)
        if found is None or len(url) > LONGEST_URL:
            raise SendError(
                SendFault.MALFORMED,
                "The address is http(s)://host[:port][/path][?query] in ASCII, without "
                f"user name or fragment, of at most {LONGEST_URL} characters.",
            )
        scheme = found["scheme"].lower()
        port = int(found["port"] or PORTS[scheme])
        if port != PORTS[scheme] and not FREE_PORTS <= port < 65_536:
            detail = f"The port is {PORTS[scheme]}, or from {FREE_PORTS} on."
            raise SendError(SendFault.MALFORMED, detail)
        path = (found["path"] or "/") + (found["query"] or "")
        return cls(scheme, _host(found["host"].lower()), port, path)

    @property
    def authority(self) -> str:
        """The header ``Host``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def _host(text: str) -> str:
    """Give a name, or an address in its one canonical form."""
    if text.startswith("["):
        return str(_literal(text[1:-1]))
    if NUMERIC.fullmatch(text.rpartition(".")[2]):
        return str(_literal(text))
    if ".." in text or len(text) > 253:
        raise SendError(SendFault.MALFORMED, f"«{text}» is not a host name.")
    return text


def _literal(text: str) -> Address:
    """Read an address; 127.1, 0x7f000001 or 0177.0.0.1 are none."""
    try:
        return ip_address(text)
    except ValueError as error:
        detail = f"«{text}» is not an address in its usual form."
        raise SendError(SendFault.MALFORMED, detail) from error


def allowed_addresses(target: Target, policy: Policy) -> list[Address]:
    """Resolve a host once and give its addresses, if all of them may be reached.

    Raises:
        SendError: the name has no address, or one that may not be reached.

    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        detail = f"«{target.host}» has no address."
        raise SendError(SendFault.UNRESOLVED, detail) from error
    addresses = list(dict.fromkeys(ip_address(place[4][0]) for place in found))
    for address in addresses:
        if is_in(address, policy.networks):
            continue
        if not is_public(address):
            detail = f"«{target.host}» is {address}, which is not a public address."
            raise SendError(SendFault.FORBIDDEN, detail)
        if target.scheme != "https":
            raise SendError(SendFault.FORBIDDEN, "The address must begin with https.")
    return addresses


@dataclass(frozen=True)
class Answered:
    """What came back: the status, and the header ``Retry-After`` as it was sent."""

    status: int
    retry_after: str


def post(url: str, body: bytes, headers: Mapping[str, str], policy: Policy) -> Answered:
    """Send a body once, to the first address of the host that takes a connection.

    Raises:
        SendError: nothing was sent, or nothing was answered in time.

    """
    deadline = time.monotonic() + policy.seconds
    target = Target.read(url)
    addresses = allowed_addresses(target, policy)
    sent = {"Host": target.authority, **headers}
    with _asked(target, addresses, policy, deadline, (body, sent)) as connection:
        try:
            answer = connection.getresponse()
        except (OSError, HTTPException, HTTPError) as error:
            raise _fault(error, deadline) from error
        if time.monotonic() >= deadline:  # cut off: what was said is not all
            raise SendError(SendFault.TIMEOUT, LATE)
        with suppress(OSError, HTTPException, HTTPError):  # the status has been said
            answer.read(MOST_READ, decode_content=False)
    return Answered(answer.status, answer.headers.get("Retry-After", ""))


@contextmanager
def _asked(
    target: Target,
    addresses: Sequence[Address],
    policy: Policy,
    deadline: float,
    request: tuple[bytes, Mapping[str, str]],
) -> Iterator[HTTPConnection]:
    """Send to one of the addresses, and cut the connection at the deadline."""
    body, headers = request
    for number, address in enumerate(addresses, start=1):
        connection = _connection(target, address, policy, deadline)
        try:
            connection.request(
                "POST", target.path, body, headers, preload_content=False
            )
        except (OSError, HTTPException, HTTPError) as error:
            connection.close()
            refused = isinstance(error, ConnectTimeoutError)  # nothing was sent yet
            if not refused or number == len(addresses):
                raise _fault(error, deadline) from error
        else:
            break
    connection.timeout = max(0.1, deadline - time.monotonic())
    cut = Timer(connection.timeout, _cut, [connection])
    cut.daemon = True
    cut.start()
    try:
        yield connection
    finally:
        cut.cancel()
        connection.close()


def _connection(
    target: Target, address: Address, policy: Policy, deadline: float
) -> HTTPConnection:
    """Prepare a connection to an address, for the host of the target."""
    left = min(CONNECT_SECONDS, deadline - time.monotonic())
    if left <= 0:
        raise SendError(SendFault.TIMEOUT, "There was no time left to connect.")
    if target.scheme == "http":
        return HTTPConnection(str(address), target.port, timeout=left)
    context = ssl.create_default_context()
    if policy.ca_file:
        context.load_verify_locations(policy.ca_file)
    return HTTPSConnection(
        str(address),
        target.port,
        timeout=left,
        ssl_context=context,
        server_hostname=target.host,
    )


def _cut(connection: HTTPConnection) -> None:
    """End a connection under whoever reads from it."""
    try:
        connection.sock.shutdown(socket.SHUT_RDWR)
    except (OSError, AttributeError):
        return


def _fault(error: Exception, deadline: float) -> SendError:
    """Say in one word and one sentence why a connection failed."""
    detail = str(error)[:200]
    if isinstance(error, ssl.SSLError):
        return SendError(SendFault.UNTRUSTED, detail)
    if isinstance(error, NewConnectionError):
        return SendError(SendFault.UNREACHABLE, detail)
    if isinstance(error, TimeoutError | TimeoutFault) or time.monotonic() >= deadline:
        return SendError(SendFault.TIMEOUT, LATE)
    return SendError(SendFault.BROKEN, detail)
