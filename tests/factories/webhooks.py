"""Partners, and the webhooks that they subscribed."""

from typing import Any

from django.contrib.auth.models import User

from policies.choices import DeliveryOutcome, WebhookFilterKind
from policies.common.clocks import register_time
from policies.models import Webhook, WebhookAttempt, WebhookFilter
from policies.services.changes import last_sequence
from tests.factories.base import next_number

ADDRESS = "https://partner.example/hook"


def make_partner(**over: Any) -> User:
    """Make the account of a partner's system."""
    return User.objects.create(**{"username": f"partner-{next_number()}", **over})


def make_webhook(**over: Any) -> Webhook:
    """Make a subscription to all that comes from now on; its address is not checked."""
    end = last_sequence()
    values = {"url": ADDRESS, "position": end, "sent": end, **over}
    values.setdefault("owner", None)
    values["owner"] = values["owner"] or make_partner()
    return Webhook.objects.create(**values)


def make_webhook_filter(**over: Any) -> WebhookFilter:
    """Make a filter by collection."""
    values = {"kind": WebhookFilterKind.COLLECTION, "value": "documents", **over}
    if "webhook" not in values:
        values["webhook"] = make_webhook()
    return WebhookFilter.objects.create(**values)


def make_webhook_attempt(**over: Any) -> WebhookAttempt:
    """Make an attempt that the receiver took."""
    values = {
        "sequence": 1,
        "at": register_time(),
        "outcome": DeliveryOutcome.DELIVERED,
        "status": 204,
        "milliseconds": 12,
        **over,
    }
    if "webhook" not in values:
        values["webhook"] = make_webhook()
    return WebhookAttempt.objects.create(**values)
