"""One POST to an address that others name: where it goes, and where it never goes."""

import os
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from ipaddress import ip_network
from pathlib import Path
from threading import Thread
from typing import Any
from unittest.mock import patch

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from policies.common.outbound import (
    Policy,
    SendError,
    SendFault,
    Target,
    allowed_addresses,
    post,
)
from tests.receiver import HOST, NETWORKS, receiving

LISTED = Policy(networks=[ip_network(one) for one in NETWORKS], seconds=5)
OPEN = Policy(seconds=5)
REAL = socket.getaddrinfo

MALFORMED = (
    "",
    "ftp://example.com/",
    "//example.com/",
    "https:example.com",
    "https://",
    "https:///path",
    "https://user@example.com/",
    "https://user:pass@example.com/",
    "https://example.com/#part",
    "https://example.com\\@127.0.0.1/",
    "https://example.com /",
    "https://example.com/a b",
    "https://example.com/\r\nHost: other",
    "https://example.com/\x00",
    "https://ví-dụ.vn/",
    "https://example..com/",
    "https://[fe80::1%25eth0]/",
    "https://[::1/",
    "https://[1:2]/",
    "https://example.com:22/",
    "https://example.com:0/",
    "https://example.com:80/",
    "https://example.com:65536/",
    "http://example.com:443/",
    "https://example.com:port/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://017700000001/",
    "https://127.1/",
    "https://127.0.0.1.0/",
    "https://256.0.0.1/",
    "https://example.com/" + "a" * 500,
)


@contextmanager
def names(table: Mapping[str, Sequence[Sequence[str]]]) -> Iterator[list[str]]:
    """Let names resolve to these addresses: the first time, the second ..."""
    asked: list[str] = []

    def resolve(host: str, port: int, *rest: Any, **options: Any) -> Any:
        if host not in table:
            return REAL(host, port, *rest, **options)
        answers = table[host]
        asked.append(host)
        addresses = answers[min(asked.count(host), len(answers)) - 1]
        return [
            found
            for address in addresses
            for found in REAL(address, port, *rest, **options)
        ]

    with patch("socket.getaddrinfo", resolve):
        yield asked


class Case(SimpleTestCase):
    def fault(self, url: str, policy: Policy = OPEN) -> SendFault:
        with self.assertRaises(SendError) as caught:
            post(url, b"{}", {}, policy)
        return caught.exception.fault


class UrlTests(Case):
    def test_only_one_plain_form_of_an_address_is_read(self) -> None:
        for url in MALFORMED:
            with self.subTest(url):
                self.assertEqual(self.fault(url), SendFault.MALFORMED)

    def test_host_port_and_path_are_what_the_text_says(self) -> None:
        read = Target.read("HTTPS://Hooks.Example.VN/in/r57?key=a%20b&c")
        self.assertEqual(
            read, Target("https", "hooks.example.vn", 443, "/in/r57?key=a%20b&c")
        )
        self.assertEqual(read.authority, "hooks.example.vn")
        read = Target.read("https://[2001:4860:4860:0::8888]:8443")
        self.assertEqual(read, Target("https", "2001:4860:4860::8888", 8443, "/"))
        self.assertEqual(read.authority, "[2001:4860:4860::8888]:8443")

    @given(st.integers(0, 2**32 - 1))
    def test_a_number_is_never_taken_for_a_host(self, number: int) -> None:
        for host in (str(number), hex(number), f"0{number:o}"):
            self.assertEqual(self.fault(f"https://{host}/"), SendFault.MALFORMED)

    @given(st.text(min_size=1, max_size=40))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        try:
            target = Target.read(f"https://{text}")
        except SendError:
            return
        self.assertTrue(target.host.isascii())
        self.assertNotRegex(target.host + target.path, r"[\s@#\\]")


class ForbiddenTests(Case):
    def test_an_address_of_an_inner_network_is_refused(self) -> None:
        for host in (HOST, "10.1.2.3", "169.254.169.254", "[::1]", "[fd00:ec2::254]"):
            with self.subTest(host):
                self.assertEqual(self.fault(f"https://{host}/"), SendFault.FORBIDDEN)
        for host in ("[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"):
            with self.subTest(host):
                self.assertEqual(self.fault(f"https://{host}/"), SendFault.FORBIDDEN)
        self.assertEqual(self.fault("https://localhost/"), SendFault.FORBIDDEN)

    def test_a_name_is_refused_if_any_of_its_addresses_is_of_an_inner_network(
        self,
    ) -> None:
        for addresses in (["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["8.8.8.8", "::1"]):
            with names({"hooks.example.com": [addresses]}), self.subTest(addresses):
                self.assertEqual(
                    self.fault("https://hooks.example.com/"), SendFault.FORBIDDEN
                )

    def test_plain_http_goes_to_listed_networks_only(self) -> None:
        with names({"hooks.example.com": [["8.8.8.8"]]}):
            self.assertEqual(
                self.fault("http://hooks.example.com/", LISTED), SendFault.FORBIDDEN
            )
            target = Target.read("https://hooks.example.com/")
            self.assertEqual(
                [str(one) for one in allowed_addresses(target, OPEN)], ["8.8.8.8"]
            )

    def test_a_name_without_address_is_told_as_such(self) -> None:
        self.assertEqual(
            self.fault("https://no-such-host.invalid/"), SendFault.UNRESOLVED
        )

    def test_what_resolves_to_something_else_a_moment_later_leads_nowhere(self) -> None:
        """The name is asked once; the connection goes to what was checked."""
        with receiving() as receiver:
            rebound = {"hooks.example.com": [[HOST], ["127.0.0.66"]]}
            with names(rebound) as asked:
                url = f"http://hooks.example.com:{receiver.port}/in?x=1"
                answer = post(url, b"{}", {}, LISTED)
            self.assertEqual((answer.status, asked), (204, ["hooks.example.com"]))
            (got,) = receiver.received
            self.assertEqual(got.path, "/in?x=1")
            host = got.headers["Host"]
            self.assertEqual(host, f"hooks.example.com:{receiver.port}")

    def test_a_redirect_is_an_answer_and_not_followed(self) -> None:
        with receiving() as inner, receiving() as receiver:
            receiver.answers = [(302, {"Location": inner.url}), (307, {})]
            self.assertEqual(post(receiver.url, b"{}", {}, LISTED).status, 302)
            self.assertEqual(inner.received, [])

    def test_a_proxy_of_the_environment_is_not_used(self) -> None:
        with receiving() as proxy, receiving() as receiver:
            set_up = dict.fromkeys(
                ("http_proxy", "HTTP_PROXY", "ALL_PROXY"), f"http://{HOST}:{proxy.port}"
            )
            with patch.dict(os.environ, set_up):
                self.assertEqual(post(receiver.url, b"{}", {}, LISTED).status, 204)
            self.assertEqual(proxy.received, [])


class FaultTests(Case):
    def test_nobody_listens(self) -> None:
        with closing(socket.create_server((HOST, 0))) as server:
            port = server.getsockname()[1]
        self.assertEqual(
            self.fault(f"http://{HOST}:{port}/", LISTED), SendFault.UNREACHABLE
        )

    def test_the_next_address_is_tried_where_one_takes_no_connection(self) -> None:
        with receiving() as receiver:
            table = {"hooks.example.com": [["127.0.0.66", HOST]]}
            with names(table):
                url = f"http://hooks.example.com:{receiver.port}/"
                self.assertEqual(post(url, b"{}", {}, LISTED).status, 204)

    def test_an_answer_that_never_comes_is_waited_for_so_long_and_no_longer(
        self,
    ) -> None:
        self.assertEqual(self.said_by([]), SendFault.TIMEOUT)

    def test_an_answer_that_drips_is_cut_off_too(self) -> None:
        """Each octet comes in time, the whole never does."""
        drops = iter([b"HTTP/1.1 200 OK\r\n", *[b"X"] * 100])
        self.assertEqual(self.said_by(drops), SendFault.TIMEOUT)
        self.assertTrue(list(drops), "it was listened to until the end")

    def test_what_is_no_http_is_told_as_such(self) -> None:
        self.assertEqual(self.said_by([b"SSH-2.0-x\r\n\r\n", b""]), SendFault.BROKEN)

    def said_by(self, drops: Iterable[bytes]) -> SendFault:
        """Give the fault of a POST to a server that says these, a bit at a time."""
        policy = Policy(networks=LISTED.networks, seconds=0.6)
        with closing(socket.create_server((HOST, 0))) as server:
            thread = Thread(target=drip, args=[server, drops], daemon=True)
            thread.start()
            url = f"http://{HOST}:{server.getsockname()[1]}/"
            fault = self.fault(url, policy)
            thread.join()
        return fault

    def test_no_more_of_an_answer_is_read_than_is_needed(self) -> None:
        """An endless body neither fills the memory nor holds up the sender."""
        endless = [b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 65_536] * 50]
        with closing(socket.create_server((HOST, 0))) as server:
            thread = Thread(target=drip, args=[server, endless, 0.0], daemon=True)
            thread.start()
            url = f"http://{HOST}:{server.getsockname()[1]}/"
            self.assertEqual(post(url, b"{}", {}, LISTED).status, 200)
            thread.join()


def drip(server: socket.socket, drops: Iterable[bytes], pause: float = 0.05) -> None:
    """Say something a bit at a time to the first who calls; hang up on b""."""
    client, _address = server.accept()
    with client:
        try:
            client.recv(65_536)
            for drop in drops:
                if not drop:
                    return
                client.sendall(drop)
                client.settimeout(pause or None)
                if pause:
                    wait_for_end(client)
            client.settimeout(5)
            while client.recv(65_536):
                pass
        except OSError:
            return


def wait_for_end(client: socket.socket) -> None:
    """Wait a little, or until the other side has hung up."""
    try:
        if not client.recv(1):
            raise ConnectionResetError
    except TimeoutError:
        return


class TLSTests(Case):
    folder: Path

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        make_certificates(cls.folder)

    def context(self, name: str) -> ssl.SSLContext:
        """Give the TLS of a server with one of the certificates."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / "key.pem")
        return context

    def trusting(self) -> Policy:
        """Trust the tests' own authority as well."""
        return Policy(LISTED.networks, str(self.folder / "authority.pem"), 5)

    def test_a_certificate_that_nobody_vouches_for_is_refused(self) -> None:
        with receiving(self.context("server")) as receiver:
            self.assertEqual(self.fault(receiver.url, LISTED), SendFault.UNTRUSTED)
            self.assertEqual(receiver.received, [])

    def test_a_certificate_of_a_trusted_authority_is_taken_for_its_name(self) -> None:
        """The connection goes to the address, the certificate is held to the name."""
        with receiving(self.context("server")) as receiver:
            rebound = {"hooks.example.com": [[HOST], ["127.0.0.66"]]}
            with names({**rebound, "else.example": [[HOST]]}):
                url = f"https://hooks.example.com:{receiver.port}/in"
                self.assertEqual(post(url, b"{}", {}, self.trusting()).status, 204)
                url = f"https://else.example:{receiver.port}/in"
                self.assertEqual(self.fault(url, self.trusting()), SendFault.UNTRUSTED)
            (got,) = receiver.received
            host = got.headers["Host"]
            self.assertEqual(host, f"hooks.example.com:{receiver.port}")

    def test_an_address_needs_a_certificate_of_its_own(self) -> None:
        with receiving(self.context("server")) as receiver:
            fault = self.fault(receiver.url, self.trusting())
            self.assertEqual(fault, SendFault.UNTRUSTED)


def make_certificates(folder: Path) -> None:
    """Make an authority, and a certificate that it gives to ``hooks.example.com``."""
    alternative = folder / "names.txt"
    alternative.write_text("subjectAltName=DNS:hooks.example.com\n")
    own = ["-subj", "/CN=Tests", "-days", "2", "-nodes", "-newkey", "rsa:2048"]
    steps = (
        ["req", "-x509", *own, "-keyout", "ca.pem", "-out", "authority.pem"],
        ["req", "-new", *own[:2], *own[4:], "-keyout", "key.pem", "-out", "ask.pem"],
        [
            *("x509", "-req", "-in", "ask.pem", "-CA", "authority.pem"),
            *("-CAkey", "ca.pem", "-CAcreateserial", "-days", "2"),
            *("-extfile", str(alternative), "-out", "server.pem"),
        ],
    )
    for step in steps:
        subprocess.run(  # noqa: S603
            ["/usr/bin/openssl", *step], cwd=folder, check=True, capture_output=True
        )
