"""Partners who write at the same moment, through two servers on one database."""

import json
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Barrier
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.test import SimpleTestCase

from tests.bench.servers import serve
from tests.served import HOST, serving

AT_ONCE = 10
PATIENCE = 300


@dataclass(frozen=True)
class Answer:
    """The status, the header fields and the body that came back."""

    status: int
    headers: Mapping[str, str]
    body: Any


def said(token: str, body: Any, headers: Mapping[str, str]) -> tuple[bytes, Any]:
    """Give the body and the header fields of a request."""
    fields = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return json.dumps(body).encode(), {**fields, **headers}


class EditTests(SimpleTestCase):
    """Nothing is overwritten unseen, and nothing is written twice."""

    ports: ClassVar[list[int]]
    token: ClassVar[str]

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        stack = cls.enterClassContext(ExitStack())
        address, environment = stack.enter_context(serving("edits"))
        second = serve("r57.wsgi:application", "r57_edits_too", environment)
        port = urlsplit(address).port
        assert port
        cls.ports = [port, stack.enter_context(second).port]
        command = [sys.executable, "manage.py", "issue_token", "tỉnh", "Cổng"]
        cls.token = subprocess.run(  # noqa: S603
            [*command, "--publish"],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def send(
        self, method: str, path: str, body: Any = None, *, turn: int = 0, **headers: str
    ) -> Answer:
        """Send one request on a connection of its own, to one of the servers."""
        content, fields = said(self.token, body, headers)
        port = self.ports[turn % len(self.ports)]
        connection = HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            connection.request(method, f"/api/v1/{path}", content, fields)
            response = connection.getresponse()
            read = response.read()
            found = dict(response.headers)
        finally:
            connection.close()
        return Answer(response.status, found, json.loads(read) if read else None)

    def at_once(self, ask: Callable[[int], Answer]) -> list[Answer]:
        """Send as many requests at the same moment; give the answers."""
        start = Barrier(AT_ONCE)

        def go(turn: int) -> Answer:
            start.wait()
            return ask(turn)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(go, range(AT_ONCE)))

    def test_of_ten_edits_of_one_record_one_wins(self) -> None:
        data = {"slug": "ten-edits", "name": "Mười", "state": "published"}
        made = self.send("POST", "subjects/", data)
        path, held = "subjects/ten-edits/", {"If-Match": made.headers["ETag"]}
        for method in ("PATCH", "PUT"):

            def edit(
                turn: int, method: str = method, held: dict[str, str] = held
            ) -> Answer:
                body = {"name": f"{method} {turn}", "state": "published"}
                return self.send(method, path, body, turn=turn, **held)

            answers = self.at_once(edit)
            statuses = Counter(one.status for one in answers)
            self.assertEqual({200: 1, 412: AT_ONCE - 1}, statuses)
            (won,) = (one for one in answers if one.status == 200)
            for one in answers:
                self.assertEqual(won.headers["ETag"], one.headers["ETag"])
            self.assertEqual(won.body, self.send("GET", path).body)
            held = {"If-Match": won.headers["ETag"]}
        log = self.send("GET", "changes/?collection=subjects&page_size=200")
        kinds = [
            one["kind"] for one in log.body["results"] if one["slug"] == "ten-edits"
        ]
        self.assertEqual(["create", "update", "update"], kinds)

    def test_of_ten_deletions_one_deletes(self) -> None:
        made = self.send("POST", "subjects/", {"slug": "ten-ends", "name": "Mười"})
        held = {"If-Match": made.headers["ETag"]}
        answers = self.at_once(
            lambda turn: self.send("DELETE", "subjects/ten-ends/", turn=turn, **held)
        )
        statuses = Counter(one.status for one in answers)
        self.assertEqual({204: 1, 404: AT_ONCE - 1}, statuses)

    def test_of_ten_entries_of_one_record_one_is_entered(self) -> None:
        data = {"name": "Mười", "state": "published"}
        new = {"If-None-Match": "*"}
        answers = self.at_once(
            lambda turn: self.send("PUT", "subjects/ten-new/", data, turn=turn, **new)
        )
        statuses = Counter(one.status for one in answers)
        self.assertEqual({201: 1, 412: AT_ONCE - 1}, statuses)

    def test_ten_times_the_same_key_write_once(self) -> None:
        data = {"name": "Mười lần một khóa", "state": "published"}
        keyed = {"Idempotency-Key": "ten-times"}
        answers = self.at_once(
            lambda turn: self.send("POST", "subjects/", data, turn=turn, **keyed)
        )
        first = answers[0]
        for one in answers:
            self.assertEqual((201, first.body), (one.status, one.body))
            self.assertEqual(first.headers["ETag"], one.headers["ETag"])
            self.assertEqual(
                urlsplit(first.headers["Location"]).path,
                urlsplit(one.headers["Location"]).path,
            )
        replayed = [one for one in answers if "Idempotent-Replay" in one.headers]
        self.assertEqual(AT_ONCE - 1, len(replayed))
        found = self.send("GET", "subjects/?q=muoi+lan+mot+khoa&count=true")
        self.assertEqual(1, found.body["count"])

    def test_a_client_whose_connection_was_cut_learns_what_became_of_it(self) -> None:
        data = {"slug": "cut-off", "name": "Đứt giữa chừng", "state": "published"}
        keyed = {"Idempotency-Key": "cut-off"}
        content, fields = said(self.token, data, keyed)
        lines = [f"{name}: {value}" for name, value in fields.items()]
        head = "\r\n".join(
            [
                "POST /api/v1/subjects/ HTTP/1.1",
                f"Host: {HOST}",
                f"Content-Length: {len(content)}",
                *lines,
            ]
        )
        with socket.create_connection((HOST, self.ports[0])) as line:
            line.sendall(f"{head}\r\n\r\n".encode() + content)
        self.wait_for("subjects/cut-off/")
        again = self.send("POST", "subjects/", data, turn=1, **keyed)
        self.assertEqual(
            (201, "true"), (again.status, again.headers["Idempotent-Replay"])
        )
        self.assertEqual(self.send("GET", "subjects/cut-off/").body, again.body)

    def wait_for(self, path: str) -> None:
        """Wait until a record is there."""
        limit = time.monotonic() + PATIENCE
        while self.send("GET", path).status != 200:
            self.assertLess(time.monotonic(), limit)
            time.sleep(0.05)
