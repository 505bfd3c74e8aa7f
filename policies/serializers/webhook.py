"""Shapes of webhooks: what a partner says of one, and what the register answers."""

from typing import Any

from django.core.validators import RegexValidator
from rest_framework import serializers

from policies.choices import ChangeKind, DeliveryOutcome, WebhookReason, WebhookState
from policies.common.api.bodies import StrictText
from policies.common.api.search_shapes import SearchedField
from policies.common.api.serializers import RegisterTime, StrictShape
from policies.common.outbound import LONGEST_URL
from policies.common.validators import SLUG_PATTERN

MOST_VALUES = 100  # of one filter
COLLECTIONS = "Only changes of records of these collections; all if it is empty."
KINDS = "Only changes of these kinds; all if it is empty."
RECORDS = "Only changes of records of these public ids; all if it is empty."
WANTED_STATES = [
    (one.value, one.label) for one in (WebhookState.ACTIVE, WebhookState.PAUSED)
]


class AskedCollection(SearchedField):
    """The name of a collection whose changes are asked for."""

    def to_internal_value(self, data: Any) -> str:
        """Take a name that is known."""
        if not isinstance(data, str) or data not in self.choices:
            self.fail("invalid_choice", input=data)
        return data


def values(child: serializers.Field[Any, Any, Any, Any], words: str) -> Any:
    """Describe the values of one filter."""
    return serializers.ListField(
        child=child, required=False, max_length=MOST_VALUES, help_text=words
    )


class WebhookAskedShape(StrictShape):
    """A webhook that a partner asks for."""

    url = StrictText(
        max_length=LONGEST_URL,
        help_text="Where to send: https, and no address inside a private network.",
    )
    collections = values(AskedCollection(), COLLECTIONS)
    kinds = values(serializers.ChoiceField(ChangeKind.choices), KINDS)
    records = values(
        StrictText(max_length=200, validators=[RegexValidator(SLUG_PATTERN)]),
        RECORDS,
    )


class WebhookChangedShape(WebhookAskedShape):
    """What is to change of a webhook; members left out stay as they are."""

    state = serializers.ChoiceField(
        WANTED_STATES,
        required=False,
        help_text="`active` also takes up again what was disabled.",
    )


class WebhookReplayShape(StrictShape):
    """From where a webhook is sent again."""

    after = serializers.IntegerField(
        min_value=0,
        max_value=2**63 - 1,
        help_text="All that comes after this sequence is sent again; it may not lie "
        "beyond `position`.",
    )


class WebhookShape(serializers.Serializer[Any]):
    """A webhook: where it is sent, what, and how far it has come."""

    slug = serializers.CharField(help_text="Public id of the webhook.")
    url = serializers.CharField(help_text="Where it is sent.")
    collections = serializers.ListField(child=SearchedField(), help_text=COLLECTIONS)
    kinds = serializers.ListField(
        child=serializers.ChoiceField(ChangeKind.choices), help_text=KINDS
    )
    records = serializers.ListField(child=serializers.CharField(), help_text=RECORDS)
    state = serializers.ChoiceField(WebhookState.choices)
    reason = serializers.ChoiceField(
        WebhookReason.choices,
        allow_null=True,
        help_text="Why the register disabled it; null if it did not.",
    )
    state_at = RegisterTime(help_text="Since when it has this state.")
    created_at = RegisterTime(help_text="When it was subscribed.")
    position = serializers.IntegerField(
        help_text="The last sequence of the log that is done with: sent, or passed "
        "over by the filters."
    )
    sent = serializers.IntegerField(
        help_text="The last sequence that was sent, or after which it began or was "
        "replayed; `previous` of the next event."
    )
    behind = serializers.IntegerField(help_text="Entries of the log after `position`.")
    failures = serializers.IntegerField(help_text="Attempts that failed, in a row.")
    failing_since = RegisterTime(
        allow_null=True, help_text="When the first of them failed."
    )
    next_attempt_at = RegisterTime(
        allow_null=True, help_text="When it is tried again after a failure."
    )
    previous_until = RegisterTime(
        allow_null=True, help_text="Until when the secret before signs as well."
    )


class NewWebhookShape(WebhookShape):
    """A webhook with its secret, which is shown this once."""

    secret = serializers.CharField(
        help_text="What its events are signed with (Standard Webhooks); keep it, it is "
        "not shown again."
    )


class WebhooksShape(serializers.Serializer[Any]):
    """All webhooks of a partner, the oldest first."""

    results = WebhookShape(many=True)


class WebhookAttemptShape(serializers.Serializer[Any]):
    """One attempt at a delivery, and what became of it."""

    sequence = serializers.IntegerField(
        allow_null=True, help_text="The change that was told; null of a test."
    )
    at = RegisterTime(help_text="When it was made.")
    outcome = serializers.ChoiceField(DeliveryOutcome.choices)
    status = serializers.IntegerField(
        allow_null=True, help_text="The HTTP status that came back, if one did."
    )
    detail = serializers.CharField(
        allow_null=True, help_text="Why nothing came back, in words."
    )
    milliseconds = serializers.IntegerField(help_text="How long it took.")


class WebhookAttemptsShape(serializers.Serializer[Any]):
    """The last hundred attempts of a webhook, the newest first."""

    results = WebhookAttemptShape(many=True)
