"""A served register that faults may strike, and whoever asks it."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.request import (
    HTTPCookieProcessor,
    HTTPRedirectHandler,
    Request,
    build_opener,
)

from django.http import HttpResponse

from tests.bench.servers import serve
from tests.contract.witness import faults
from tests.served import HOST

READ = "/api/v1/subjects/?page_size=1"
OFFICER = "canbo"
PASSWORD = "a-long-password-of-an-officer"
ACCOUNTS = f"""
from django.contrib.auth.models import User
from policies.choices.tokens import TokenScope
from policies.models import Subject
from policies.services.tokens import issue_token
officer = User.objects.create_superuser("{OFFICER}", password="{PASSWORD}")
told = dict(name="A partner", scope=TokenScope.WRITE, may_publish=True)
print(issue_token(officer, **told)[1], Subject.objects.get(pk=1).slug)
"""
TRIES = 10


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Message
    text: str


class _Stay(HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_args: object) -> None:
        return None


@dataclass
class Site:
    """A register at an address, the token of a partner, and one browser.

    Attributes:
        slug: of the subject with the internal id 1.

    """

    base: str
    token: str
    slug: str
    cookies: CookieJar = field(default_factory=CookieJar)

    def ask(
        self,
        path: str,
        body: bytes | None = None,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask once; an answer of the API must be as the OpenAPI document says."""
        address, told = self.base + path, dict(headers or {})
        request = Request(address, body, told, method=method)  # noqa: S310 - http only
        opener = build_opener(HTTPCookieProcessor(self.cookies), _Stay())
        try:
            found = opener.open(request, timeout=60)
        except HTTPError as refused:
            found = refused
        with found:
            answer = Answer(found.status, found.headers, found.read().decode())
        if path.startswith("/api/"):
            check_documented(method, path, answer)
        return answer

    def read(self) -> Answer:
        """Ask the API a question."""
        return self.ask(READ)


def check_documented(method: str, path: str, answer: Answer) -> None:
    """Hold an answer against the OpenAPI document."""
    headers = dict(answer.headers)
    response = HttpResponse(answer.text, status=answer.status, headers=headers)
    found = list(faults(method, path.partition("?")[0], response))
    assert found == [], (answer, found)


def patiently(send: Callable[[], Answer]) -> Answer:
    """Send again after each 503; a worker may hold a connection of before."""
    for _ in range(TRIES):
        answer = send()
        if answer.status != 503:
            break
    return answer


@contextmanager
def opened(
    application: str,
    name: str,
    environment: Mapping[str, str],
    prefix: Sequence[str] = (),
) -> Iterator[Site]:
    """Serve a register that has an officer and a partner."""
    made = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", "shell", "-v0", "-c", ACCOUNTS],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    with serve(application, name, environment, prefix) as server:
        token, slug = made.stdout.split()
        yield Site(f"http://{HOST}:{server.port}", token, slug)
