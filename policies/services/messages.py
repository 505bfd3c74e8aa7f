"""What a webhook sends: events as Standard Webhooks writes and signs them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from standardwebhooks import Webhook as Signer

from policies.common.api.renderers import FastJSONRenderer
from policies.common.api.rows import utc_text
from policies.models import Change, Webhook
from policies.services.log_entries import include_records, written

TEST = "test"


@dataclass(frozen=True)
class Message:
    """One event: its id, the same at every attempt, and its body."""

    id: str
    body: bytes
    sequence: int | None = None

    def headers(self, secrets_in_use: Sequence[str], now: datetime) -> dict[str, str]:
        """Sign the event for an attempt, once with each secret."""
        signatures = (
            Signer(secret).sign(self.id, now.astimezone(UTC), self.body.decode())
            for secret in secrets_in_use
        )
        return {
            "Content-Type": "application/json",
            "User-Agent": "R57-webhooks",
            "webhook-id": self.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(signatures),
        }


def event_of(webhook: Webhook, change: Change) -> Message:
    """Make the event that tells a subscription of one change."""
    data = {**written(change), "previous": webhook.sent}
    include_records([data])
    kind = f"{change.collection}.{change.kind}"
    identity = f"{webhook.slug}-{change.sequence}"
    return Message(identity, _body(kind, change.at, data), change.sequence)


def check_event(webhook: Webhook, now: datetime) -> Message:
    """Make an event that tells of nothing, to try whether it arrives."""
    identity = f"{webhook.slug}-test-{secrets.token_hex(4)}"
    data = {"webhook": webhook.slug, "position": webhook.position}
    return Message(identity, _body(TEST, now, data))


def _body(kind: str, at: datetime, data: dict[str, Any]) -> bytes:
    event = {"type": kind, "timestamp": utc_text(at), "data": data}
    return FastJSONRenderer().render(event)
