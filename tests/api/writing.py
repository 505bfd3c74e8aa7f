"""Writing through the API in tests as a partner does, over HTTP only."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import orjson
from django.contrib.auth.models import User
from django.http import HttpResponseBase

from policies.choices import TokenScope
from policies.services.tokens import issue_token
from tests.api.calls import BASE, CLIENT, JSON, JSONRecord
from tests.factories.base import next_number


@dataclass(frozen=True)
class Reply:
    """What came back: the response, its status, its body, its entity tag."""

    response: HttpResponseBase

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @cached_property
    def body(self) -> Any:
        """The body, read as JSON."""
        return orjson.loads(self.content)

    @property
    def content(self) -> bytes:
        """The body as it came."""
        content: bytes = self.response.content  # type: ignore[attr-defined]
        return content

    @property
    def etag(self) -> str:
        """The entity tag."""
        return str(self.response["ETag"])

    def faults(self) -> set[tuple[str, str]]:
        """Pointer and code of every fault."""
        return {(one.get("pointer", ""), one["code"]) for one in self.body["errors"]}


@dataclass(frozen=True)
class Bearer:
    """A partner system with a token."""

    user: User
    text: str

    def send(
        self, method: str, address: str, body: Any = None, **options: Any
    ) -> Reply:
        """Send a request; ``query`` and header fields such as ``if_match`` apart."""
        query = urlencode(options.pop("query", {}))
        data = body if isinstance(body, bytes) else orjson.dumps(body)
        headers = {f"HTTP_{name.upper()}": value for name, value in options.items()}
        response = CLIENT.generic(
            method,
            f"{BASE}{address}",
            b"" if body is None else data,
            content_type=JSON,
            QUERY_STRING=query,
            HTTP_AUTHORIZATION=f"Bearer {self.text}",
            **headers,
        )
        return Reply(response)

    def get(self, address: str, **options: Any) -> Reply:
        """Read."""
        return self.send("GET", address, **options)

    def post(self, address: str, body: Any, **options: Any) -> Reply:
        """Enter a record."""
        return self.send("POST", address, body, **options)

    def put(self, address: str, body: Any, **options: Any) -> Reply:
        """Replace or enter a record."""
        return self.send("PUT", address, body, **options)

    def patch(self, address: str, body: Any, **options: Any) -> Reply:
        """Change members of a record."""
        return self.send("PATCH", address, body, **options)

    def delete(self, address: str, **options: Any) -> Reply:
        """Delete a record."""
        return self.send("DELETE", address, **options)


def bearer(*, user: User | None = None, **described: Any) -> Bearer:
    """Make a partner with a token that writes, unless it is said otherwise."""
    owner = user or User.objects.create_user(f"partner-{next_number()}")
    told = {"name": "Cổng thử", "scope": TokenScope.WRITE} | described
    _token, text = issue_token(owner, **told)
    return Bearer(owner, text)


def publisher() -> Bearer:
    """Make a partner whose token may publish."""
    return bearer(may_publish=True)


def subject(**over: Any) -> JSONRecord:
    """Give the members of a new subject; the simplest record there is."""
    number = next_number()
    return {
        "slug": f"chu-de-{number}",
        "name": f"Chủ đề {number}",
        "state": "published",
    } | over
