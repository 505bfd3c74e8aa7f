"""Tokens of partners, and the answers kept for them."""

from typing import Any

from policies.common.clocks import register_time
from policies.models import ApiToken, KeptAnswer
from policies.services.tokens import issue_token
from tests.factories.base import next_number
from tests.factories.webhooks import make_partner


def make_token(**over: Any) -> ApiToken:
    """Make a token that reads."""
    user = over.pop("user", None) or make_partner()
    token, _text = issue_token(user, **{"name": "Cổng thử", **over})
    return token


def make_kept_answer(**over: Any) -> KeptAnswer:
    """Make the answer to a request with an idempotency key."""
    values = {
        "key": f"request-{next_number()}",
        "digest": "0" * 64,
        "status": 201,
        "at": register_time(),
        **over,
    }
    values.setdefault("user", None)
    values["user"] = values["user"] or make_partner()
    return KeptAnswer.objects.create(**values)
